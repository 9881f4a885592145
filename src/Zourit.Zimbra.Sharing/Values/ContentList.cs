using System.Collections;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>A list that never changes, is equal to another with equal items, and prints them: what a record needs of its members.</summary>
/// <typeparam name="T">An item.</typeparam>
internal sealed class ContentList<T> : IReadOnlyList<T>, IEquatable<ContentList<T>>
{
    public static readonly ContentList<T> Empty = new([]);

    private readonly T[] _items;

    internal ContentList(T[] items) => _items = items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(ContentList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as ContentList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", _items)}]";
}

/// <summary>Makes lists that compare by content.</summary>
internal static class ContentList
{
    /// <summary>The items as they are now, whatever becomes of the list that they come from.</summary>
    public static ContentList<T> Of<T>(IReadOnlyList<T> items)
    {
        Argument.NotNull(items);
        return items as ContentList<T> ?? (items.Count == 0 ? ContentList<T>.Empty : new ContentList<T>([.. items]));
    }
}
