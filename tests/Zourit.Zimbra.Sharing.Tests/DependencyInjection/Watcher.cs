using System.Collections.Concurrent;

namespace Zourit.Zimbra.Sharing.Tests.DependencyInjection;

/// <summary>A handler of the program: notes each request that passes, and marks it.</summary>
internal sealed class Watcher(ConcurrentQueue<string> seen) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        seen.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath}");
        request.Headers.Add("X-Watched", "yes");
        return base.SendAsync(request, cancellationToken);
    }
}
