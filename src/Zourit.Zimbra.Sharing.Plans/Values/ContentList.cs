using System.Collections;

namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>A list within a record: it cannot be changed, compares by its content, and prints it.</summary>
internal sealed class ContentList<T>(T[] items) : IReadOnlyList<T>, IEquatable<ContentList<T>>
{
    public static ContentList<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(ContentList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ContentList<T>);

    public override int GetHashCode() => items.Aggregate(items.Length, HashCode.Combine);

    public IEnumerator<T> GetEnumerator() => items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", items)}]";
}

/// <summary>Makes lists that compare by content.</summary>
internal static class ContentList
{
    public static ContentList<T> Of<T>(IEnumerable<T> items) => items as ContentList<T> ?? new([.. items]);
}
