namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>Stands in place of the network: answers each request, or fails it, without any connection.</summary>
internal sealed class StubHandler(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>The content of the last request.</summary>
    public string Sent { get; private set; } = "";

    public int Requests { get; private set; }

    public bool IsClosed { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return answer();
    }

    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        base.Dispose(disposing);
    }
}
