using System.Net;
using System.Net.Sockets;

namespace Zourit.Zimbra.Sharing.Benchmarks.Stubs;

/// <summary>Stands before a server and keeps what is asked of it, byte for byte.</summary>
internal sealed class RecordingProxy : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new();
    private readonly Uri _server;
    private readonly List<RecordedRequest> _requests = [];

    public RecordingProxy(Uri server)
    {
        _server = server;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new UriBuilder("http", "127.0.0.1", ((IPEndPoint)free.LocalEndpoint).Port).Uri;
        }

        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<RecordedRequest> Requests => _requests;

    public void Dispose()
    {
        _listener.Close();
        _client.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await ForwardAsync(context);
        }
    }

    private async Task ForwardAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var request = new RecordedRequest(
            context.Request.HttpMethod,
            context.Request.RawUrl!,
            context.Request.ContentType,
            context.Request.Headers["Cookie"],
            body.ToArray()
        );
        _requests.Add(request);
        using var sent = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_server, request.Target));
        if (request.Body.Length > 0)
        {
            sent.Content = new ByteArrayContent(request.Body);
            sent.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        if (request.Cookie is { } cookie)
        {
            sent.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        using HttpResponseMessage reply = await _client.SendAsync(sent);
        byte[] content = await reply.Content.ReadAsByteArrayAsync();
        context.Response.StatusCode = (int)reply.StatusCode;
        context.Response.ContentType = reply.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength64 = content.Length;
        await context.Response.OutputStream.WriteAsync(content);
        context.Response.Close();
    }
}
