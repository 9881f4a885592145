namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>Remembers whose turns ended since a moment.</summary>
/// <param name="end">Ends the watch.</param>
internal sealed class TurnWatch(Action<TurnWatch> end) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _ended = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A turn ended.</summary>
    public void Notice(string key)
    {
        lock (_lock)
        {
            _ended.Add(key);
        }
    }

    /// <summary>Whether a turn at one of the keys ended since the watch started.</summary>
    public bool Saw(IEnumerable<string> keys)
    {
        lock (_lock)
        {
            return keys.Any(_ended.Contains);
        }
    }

    public void Dispose() => end(this);
}
