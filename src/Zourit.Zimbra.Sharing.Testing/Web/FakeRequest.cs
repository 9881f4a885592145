using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Web;

/// <summary>
/// An HTTP request with its target as it came over the wire: WireMock decodes paths in a way that loses <c>+</c> and <c>%2B</c>.
/// </summary>
internal sealed record FakeRequest(
    string Method,
    string RawTarget,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    bool IsAdminPort
)
{
    /// <summary>The raw path without query and without path parameters: a container cuts a segment at a raw <c>;</c>.</summary>
    public string RawPath
    {
        get
        {
            string path = RawTarget.Split('?', 2)[0];
            return string.Join('/', path.Split('/').Select(segment => segment.Split(';', 2)[0]));
        }
    }

    /// <summary>The percent-decoded path, UTF-8.</summary>
    public string Path => Uri.UnescapeDataString(RawPath);

    /// <summary>Query parameters, decoded as forms are.</summary>
    public IReadOnlyDictionary<string, string> Query =>
        FormText.Parse(RawTarget.Contains('?', StringComparison.Ordinal) ? RawTarget.Split('?', 2)[1] : "");

    /// <summary>Scheme, host and port as the client wrote them.</summary>
    public string Origin => $"http://{Header("Host") ?? "localhost"}";

    /// <summary>
    /// False for a request that a page of another host sent: its <c>Referer</c> says so (docs/protocol.md §1.1, CsrfFilter).
    /// </summary>
    public bool ComesFromHere =>
        Header("Referer") is not { Length: > 0 } referer
        || !Uri.TryCreate(referer, UriKind.Absolute, out Uri? page)
        || string.Equals(page.Host, (Header("Host") ?? "").Split(':')[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>A cookie's value, or null.</summary>
    public string? Cookie(string name) =>
        (Header("Cookie") ?? "")
            .Split(';', StringSplitOptions.TrimEntries)
            .Select(cookie => cookie.Split('=', 2))
            .FirstOrDefault(cookie => cookie[0] == name && cookie.Length == 2)
            ?[1];
}
