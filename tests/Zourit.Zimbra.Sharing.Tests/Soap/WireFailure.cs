using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>One way in which a call fails, as HttpClient tells it.</summary>
internal sealed record WireFailure(string Name, Func<HttpResponseMessage> Answer, bool IsAdmin = false)
{
    private const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";

    public static IEnumerable<WireFailure> All =>
        [
            .. Enum.GetValues<HttpRequestError>()
                .Where(error => error != HttpRequestError.SecureConnectionError)
                .Select(error => NoAnswer(error)),
            NoAnswer(HttpRequestError.ConnectionError) with
            {
                Name = "ConnectionError of the admin service",
                IsAdmin = true,
            },
            .. Certificates.Select(text =>
                NoAnswer(HttpRequestError.SecureConnectionError, new AuthenticationException(text)) with
                {
                    Name = $"SecureConnectionError, {text}",
                }
            ),
            NoAnswer(HttpRequestError.SecureConnectionError, new IOException("RevocationStatusUnknown, RemoteCertificateNameMismatch")) with
            {
                Name = "SecureConnectionError without a certificate",
            },
            new("a handler of the program fails with an IOException", () => throw new IOException("quoted")),
            new("a handler of the program fails with something else", () => throw new InvalidOperationException("quoted")),
            .. Statuses.Select(status => Http(status)),
            Http(404) with
            {
                Name = "HTTP 404 of the admin service",
                IsAdmin = true,
            },
            Http(302, headers => headers.Location = new Uri("https://owner:s3cret@other.example.net:8443/login?token=0_secret")) with
            {
                Name = "HTTP 302 to another server",
            },
            Http(302, headers => headers.Location = new Uri("/login?token=0_secret", UriKind.Relative)) with
            {
                Name = "HTTP 302 to a path",
            },
            Http(429, headers => headers.RetryAfter = new(TimeSpan.FromSeconds(17))) with
            {
                Name = "HTTP 429 with a pause",
            },
            Http(503, headers => headers.RetryAfter = new(new DateTimeOffset(2026, 1, 1, 0, 1, 0, TimeSpan.Zero))) with
            {
                Name = "HTTP 503 with a later time",
            },
            Http(503, headers => headers.RetryAfter = new(new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero))) with
            {
                Name = "HTTP 503 with a time gone by",
            },
            Reply("an empty reply", ""),
            new("an empty error", () => StubbedChannel.Answer(500, "")),
            new("a web page", () => StubbedChannel.Answer(200, "<html>quoted</html>", "text/html")),
            new("a web page as an error, in capitals", () => StubbedChannel.Answer(500, "<html>quoted</html>", "TEXT/HTML")),
            new("a reply that breaks off", () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new BrokenContent() }),
            Reply("a reply one byte too large", new string(' ', StubbedChannel.MaxReplyBytes + 1)),
            Reply(
                "too many namespaces",
                Replies.Soap($"<NoOpResponse {string.Concat(Enumerable.Range(0, 257).Select(i => $" xmlns:a{i}=\"u\""))}/>")
            ),
            Reply(
                "so many mentions of namespaces that it is looked at closely, and not well-formed",
                $"<a>\n{string.Concat(Enumerable.Repeat("xmlns:", 257))}</quoted>"
            ),
            Reply("a plain text", "quoted"),
            Reply("XML that is no SOAP", "<a>quoted</a>"),
            Reply(
                "SOAP 1.1",
                Replies.Soap(Replies.NoOp).Replace(Soap12, "http://schemas.xmlsoap.org/soap/envelope/", StringComparison.Ordinal)
            ),
            Reply("an envelope without a body", $"<soap:Envelope xmlns:soap=\"{Soap12}\"/>"),
            Reply("a body without an element", Replies.Soap("")),
            Reply("a text in place of an element", Replies.Soap("quoted")),
            Reply("XML that is cut", Replies.Soap("<NoOpResponse>\n<a>")[..^40]),
            Reply("an element that is closed by another name", Replies.Soap("<NoOpResponse>\n<a></quoted></NoOpResponse>")),
            Reply("an element whose name is none", Replies.Soap("<NoOpResponse><a:b:c/></NoOpResponse>")),
            Reply("a character that XML cannot carry", Replies.Soap("<NoOpResponse>quoted&#1;</NoOpResponse>")),
            Reply("a character that XML cannot carry, in an attribute", Replies.Soap("<NoOpResponse a=\"quoted&#1;\"/>")),
            Reply(
                "elements nested too deeply",
                Replies.Soap(
                    $"<NoOpResponse>{string.Concat(Enumerable.Repeat("<a>", 40))}{string.Concat(Enumerable.Repeat("</a>", 40))}"
                        + "</NoOpResponse>"
                )
            ),
            Reply("the answer to another request", Replies.Soap("<OtherResponse>quoted</OtherResponse>")),
            Reply(
                "a fault without a detail",
                Replies.Soap("<soap:Fault><soap:Reason><soap:Text>quoted</soap:Text></soap:Reason></soap:Fault>")
            ),
            Reply(
                "a fault without a code",
                Replies.Soap(
                    "<soap:Fault><soap:Detail><Error xmlns=\"urn:zimbra\"><Trace>quoted</Trace></Error></soap:Detail></soap:Fault>"
                )
            ),
        ];

    private static IEnumerable<int> Statuses =>
        [204, 299, 300, 307, 399, 400, 401, 403, 404, 405, 407, 408, 409, 413, 429, 501, 502, 503, 504];

    private static IEnumerable<string> Certificates =>
        [
            "quoted",
            "RemoteCertificateNameMismatch",
            "NotTimeValid",
            "Revoked",
            "UntrustedRoot",
            "PartialChain",
            "NotTimeValid, UntrustedRoot",
        ];

    private static WireFailure NoAnswer(HttpRequestError error, Exception? cause = null) =>
        new($"{error}", () => throw new HttpRequestException(error, "quoted", cause));

    private static WireFailure Reply(string name, string body) => new(name, () => StubbedChannel.Answer(200, body));

    private static WireFailure Http(int status, Action<HttpResponseHeaders>? say = null) => new($"HTTP {status}", () =>
        {
            HttpResponseMessage answer = StubbedChannel.Answer(status, "<html>quoted</html>", "text/html");
            say?.Invoke(answer.Headers);
            return answer;
        });

    private sealed class BrokenContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded, "quoted");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
