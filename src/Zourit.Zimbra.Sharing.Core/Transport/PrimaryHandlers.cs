using System.Collections.Concurrent;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// Closes the connections with the container: the factory of HttpClients disposes a handler only when its lifetime ends, and ours has no
/// end.
/// </summary>
internal sealed class PrimaryHandlers : IDisposable
{
    private readonly ConcurrentBag<HttpMessageHandler> _handlers = [];

    public void Keep(HttpMessageHandler handler) => _handlers.Add(handler);

    public void Dispose()
    {
        foreach (HttpMessageHandler handler in _handlers)
        {
            handler.Dispose();
        }
    }
}
