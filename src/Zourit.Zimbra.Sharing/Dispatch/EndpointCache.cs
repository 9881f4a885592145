namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// The calls to other servers than the client's own, by host and port. Personal links and feeds may lead to ever new ones, so that of many
/// only those that were asked last are kept; one that is asked again begins anew.
/// </summary>
internal sealed class EndpointCache(Func<Uri, ServerEndpoint> make)
{
    public const int Most = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Name, ServerEndpoint Calls)>> _byName = new(
        StringComparer.OrdinalIgnoreCase
    );

    // The one that was asked last stands first.
    private readonly LinkedList<(string Name, ServerEndpoint Calls)> _byUse = new();

    public IReadOnlyList<ServerEndpoint> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _byUse.Select(server => server.Calls)];
            }
        }
    }

    public ServerEndpoint At(Uri address)
    {
        lock (_lock)
        {
            if (_byName.TryGetValue(address.Authority, out LinkedListNode<(string Name, ServerEndpoint Calls)>? known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value.Calls;
            }

            if (_byUse.Count == Most)
            {
                (string name, ServerEndpoint calls) = _byUse.Last!.Value;
                calls.Telemetry.Forget();
                _byUse.RemoveLast();
                _byName.Remove(name);
            }

            ServerEndpoint made = make(address);
            _byName[address.Authority] = _byUse.AddFirst((address.Authority, made));
            return made;
        }
    }
}
