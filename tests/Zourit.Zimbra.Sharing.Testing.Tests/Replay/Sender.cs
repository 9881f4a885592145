using System.Net.Http.Headers;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>Sends recorded requests as they are, to the port they were meant for.</summary>
internal sealed class Sender(Uri server, Uri admin) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    public async Task<RecordedMessage> SendAsync(RecordedMessage request, CancellationToken cancellation)
    {
        var port = request.Header("Host")?.EndsWith("8071", StringComparison.Ordinal) == true ? admin : server;
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var message = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(port.GetLeftPart(UriPartial.Authority) + request.Target, exact)
        );
        if (request.Body.Length > 0 || request.Method is "POST" or "PUT")
            message.Content = new ByteArrayContent(request.Body);
        foreach (var (name, value) in request.Headers.Where(header => header.Name is not ("Host" or "Content-Length")))
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        using var reply = await _client.SendAsync(message, cancellation);
        var headers = Headers(reply.Headers).Concat(Headers(reply.Content.Headers));
        return new RecordedMessage(
            $"HTTP/1.1 {(int)reply.StatusCode} {reply.ReasonPhrase}",
            [.. headers],
            await reply.Content.ReadAsByteArrayAsync(cancellation)
        );
    }

    public Task<RecordedMessage> SoapAsync(bool toAdmin, string? token, string body, CancellationToken cancellation)
    {
        var header = token is null ? "" : $"<authToken>{token}</authToken>";
        var envelope =
            $"""<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Header><context xmlns="urn:zimbra">{header}</context></e:Header><e:Body>{body}</e:Body></e:Envelope>""";
        var (path, host) = toAdmin ? ("/service/admin/soap/", "x:18071") : ("/service/soap/", "x:18080");
        return SendAsync(
            new RecordedMessage($"POST {path} HTTP/1.1", [("Host", host), ("Content-Type", "text/xml")], Encoding.UTF8.GetBytes(envelope)),
            cancellation
        );
    }

    public void Dispose() => _client.Dispose();

    private static IEnumerable<(string Name, string Value)> Headers(HttpHeaders headers) =>
        headers.NonValidated.SelectMany(header => header.Value.Select(value => (header.Key, value)));
}
