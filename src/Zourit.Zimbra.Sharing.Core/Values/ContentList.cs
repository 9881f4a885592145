using System.Collections;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>A list that never changes, is equal to another with equal items, and prints them: what a record needs of its members.</summary>
/// <typeparam name="T">An item.</typeparam>
internal sealed class ContentList<T> : IReadOnlyList<T>, IEquatable<ContentList<T>>
{
    public static readonly ContentList<T> Empty = new([]);

    private readonly Shared _items;

    internal ContentList(T[] items)
        : this(new Shared(items), items.Length) { }

    private ContentList(Shared items, int count) => (_items, Count) = (items, count);

    public int Count { get; }

    public T this[int index] => Items[index];

    private ReadOnlySpan<T> Items => _items.Array.AsSpan(0, Count);

    /// <summary>
    /// The same with more items behind. A list that grows part by part is copied now and then only: its former states are the start of the
    /// same array.
    /// </summary>
    /// <param name="more">The items.</param>
    public ContentList<T> Plus(IReadOnlyList<T> more)
    {
        int count = Count + more.Count;
        Shared items = _items;
        if (count > items.Array.Length || Interlocked.CompareExchange(ref items.Used, count, Count) != Count)
        {
            var array = new T[Math.Max(count, 2 * Count)];
            Items.CopyTo(array);
            items = new Shared(array) { Used = count };
        }

        for (int i = 0; i < more.Count; i++)
        {
            items.Array[Count + i] = more[i];
        }

        return new ContentList<T>(items, count);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return _items.Array[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(ContentList<T>? other) => other is not null && Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as ContentList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", this)}]";

    /// <summary>An array that a list and those that it grew into are the start of; each adds where no other has.</summary>
    private sealed class Shared(T[] array)
    {
        /// <summary>How many places are taken.</summary>
        public int Used = array.Length;

        public T[] Array => array;
    }
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
