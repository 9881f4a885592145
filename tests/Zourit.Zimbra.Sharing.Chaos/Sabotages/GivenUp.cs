using System.Collections.Concurrent;

namespace Zourit.Zimbra.Sharing.Chaos.Sabotages;

/// <summary>What one scenario's callers have given up, over all their processes.</summary>
internal sealed class GivenUp
{
    private readonly ConcurrentDictionary<string, bool> _callers = [];

    public bool Contains(string caller) => _callers.ContainsKey(caller);

    public void Add(string caller) => _callers.TryAdd(caller, true);
}
