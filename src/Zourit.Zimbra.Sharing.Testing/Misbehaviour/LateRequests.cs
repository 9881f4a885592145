using System.Net;
using Microsoft.AspNetCore.Http;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// Requests whose client was answered already by somebody before the server, and which the server has yet to carry out. They are carried
/// out before the first request that comes when their time is up, or when asked for, so that a test knows the order.
/// </summary>
internal sealed class LateRequests(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset Due, Func<Task> Work)> _waiting = [];

    public void Add(TimeSpan late, Func<Task> work)
    {
        lock (_lock)
            _waiting.Add((clock.GetUtcNow() + late, work));
    }

    public Task FinishDueAsync() => FinishAsync(clock.GetUtcNow());

    public async Task FinishAsync(DateTimeOffset due)
    {
        (DateTimeOffset Due, Func<Task> Work)[] now;
        lock (_lock)
        {
            now = [.. _waiting.Where(request => request.Due <= due).OrderBy(request => request.Due)];
            _waiting.RemoveAll(request => request.Due <= due);
        }
        foreach (var (_, work) in now)
            await work().ConfigureAwait(false);
    }

    public void Clear()
    {
        lock (_lock)
            _waiting.Clear();
    }

    /// <summary>The same request without its connection, which is gone when it is carried out.</summary>
    public static HttpContext Copy(HttpContext context)
    {
        using var body = new MemoryStream();
        context.Request.Body.Position = 0;
        context.Request.Body.CopyTo(body);
        context.Request.Body.Position = 0;
        var copy = new DefaultHttpContext { RequestServices = context.RequestServices };
        var request = copy.Request;
        request.Protocol = context.Request.Protocol;
        request.Method = context.Request.Method;
        request.Scheme = context.Request.Scheme;
        request.Host = context.Request.Host;
        request.Path = context.Request.Path;
        request.QueryString = context.Request.QueryString;
        foreach (var (name, values) in context.Request.Headers)
            request.Headers[name] = values;
        request.Body = new MemoryStream(body.ToArray());
        copy.Connection.RemoteIpAddress = context.Connection.RemoteIpAddress ?? IPAddress.None;
        copy.Connection.LocalIpAddress = context.Connection.LocalIpAddress;
        copy.Connection.LocalPort = context.Connection.LocalPort;
        return copy;
    }
}
