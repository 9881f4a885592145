using System.Net;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Stands between client and server: one request is cut off for the client, and the server does it only later, or never.</summary>
internal sealed class SlowServer()
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
        }
    )
{
    private HttpRequestMessage? _kept;
    private bool _done;

    /// <summary>Which request is cut off, by method, path and body; the first that is.</summary>
    public required Func<string, bool> CutsOff { get; init; }

    /// <summary>What else happens when it is cut off.</summary>
    public Func<Task>? Meanwhile { get; init; }

    /// <summary>Before which later request the server does it.</summary>
    public Func<string, bool> IsDoneBefore { get; init; } = _ => false;

    /// <summary>Now the server does it.</summary>
    public async Task FinishAsync()
    {
        _done = true;
        using HttpResponseMessage nobodyWaitsForIt = await base.SendAsync(_kept!, CancellationToken.None);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        string text = $"{request.Method} {request.RequestUri!.PathAndQuery} {System.Text.Encoding.UTF8.GetString(body)}";
        if (_kept is null && CutsOff(text))
        {
            _kept = Copy(request, body);
            await (Meanwhile?.Invoke() ?? Task.CompletedTask);
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
        }

        if (_kept is not null && !_done && IsDoneBefore(text))
        {
            await FinishAsync();
        }

        return await base.SendAsync(request, cancellationToken);
    }

    // Whoever gave up a request disposes of it.
    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[] body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
        copy.Content.Headers.ContentType = request.Content?.Headers.ContentType;
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }
}
