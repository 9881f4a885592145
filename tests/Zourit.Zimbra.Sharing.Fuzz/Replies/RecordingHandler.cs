namespace Zourit.Zimbra.Sharing.Fuzz.Replies;

/// <summary>Passes requests on and keeps the answers.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public List<byte[]> Replies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key, value)));
        lock (Replies)
        {
            Replies.Add(RawReply.Write((int)response.StatusCode, headers, body));
        }

        return response;
    }
}
