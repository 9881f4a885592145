namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>Keeps of many things those that were asked for last, by name; letter case does not count.</summary>
/// <param name="most">How many.</param>
/// <param name="drop">Called with each that is not kept any more.</param>
internal sealed class RecentCache<T>(int most, Action<T>? drop = null)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Name, T Value)>> _byName = new(StringComparer.OrdinalIgnoreCase);

    // The one that was asked for last is the first.
    private readonly LinkedList<(string Name, T Value)> _byUse = new();

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _byUse.Select(each => each.Value)];
            }
        }
    }

    /// <summary>The thing of a name; made where it is not kept.</summary>
    public T At(string name, Func<T> make)
    {
        lock (_lock)
        {
            if (_byName.TryGetValue(name, out LinkedListNode<(string Name, T Value)>? known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value.Value;
            }

            if (_byUse.Count == most)
            {
                (string last, T value) = _byUse.Last!.Value;
                _byUse.RemoveLast();
                _byName.Remove(last);
                drop?.Invoke(value);
            }

            T made = make();
            _byName[name] = _byUse.AddFirst((name, made));
            return made;
        }
    }
}
