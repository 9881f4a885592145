using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Xml;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>Looks at each request on its way out: whatever a text holds, it must arrive as a value and as nothing else.</summary>
internal sealed class SentText(Uri[] hosts)
{
    private static readonly string[] Headers =
    [
        "Authorization",
        "Cookie",
        "Content-Type",
        "Content-Length",
        "Accept",
        "Cache-Control",
        "Connection",
        "Host",
        "Accept-Encoding",
        "Depth",
    ];

    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<string> _values = new();

    /// <summary>What came out of its place.</summary>
    public IEnumerable<string> Problems => _problems;

    /// <summary>The values that held the mark.</summary>
    public IEnumerable<string> Values => _values;

    public void Clear()
    {
        _problems.Clear();
        _values.Clear();
    }

    public DelegatingHandler Watch() => new Watcher(this);

    private async Task LookAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri!;
        if (!hosts.Any(host => host.Authority == address.Authority) || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            _problems.Enqueue($"goes to {address.AbsoluteUri}");
        }

        if (
            !address.AbsoluteUri.All(c => char.IsAsciiLetterOrDigit(c) || "-._~:/?@!$&'()*+,;=%".Contains(c, StringComparison.Ordinal))
            || address.Query.Split('&').Any(part => part.TrimStart('?').StartsWith(HostileText.Mark, StringComparison.Ordinal))
        )
        {
            _problems.Enqueue($"has the address {address.AbsoluteUri}");
        }

        foreach (
            (string name, IEnumerable<string> values) in request.Headers.Concat(
                request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()
            )
        )
        {
            if (
                !Headers.Contains(name, StringComparer.OrdinalIgnoreCase)
                || values.Any(value => value.Contains(HostileText.Mark, StringComparison.Ordinal) || value.Any(char.IsControl))
            )
            {
                _problems.Enqueue($"has the header {name}: {string.Join(", ", values)}");
            }
        }

        if (request.Content is { } content)
        {
            Look(content.Headers.ContentType, await content.ReadAsStringAsync(cancellationToken));
        }
    }

    private void Look(MediaTypeHeaderValue? type, string body)
    {
        if (type?.MediaType == "application/x-www-form-urlencoded")
        {
            string[] fields = [.. body.Split('&').Select(field => field.Split('=')[0])];
            if (fields is not ["displayname", "password"])
            {
                _problems.Enqueue($"posts the fields {string.Join(", ", fields)}");
            }

            return;
        }

        XDocument xml;
        try
        {
            using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            xml = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            _problems.Enqueue($"is no XML: {e.Message}");
            return;
        }

        foreach (
            XObject node in xml.DescendantNodes().Cast<XObject>().Concat(xml.Descendants().SelectMany(element => element.Attributes()))
        )
        {
            switch (node)
            {
                case XComment or XProcessingInstruction or XCData or XDocumentType:
                    _problems.Enqueue($"holds a {node.NodeType}");
                    break;
                case XElement element when $"{element.Name}".Contains(HostileText.Mark, StringComparison.Ordinal):
                    _problems.Enqueue($"holds the element {element.Name}");
                    break;
                case XAttribute attribute
                    when attribute.IsNamespaceDeclaration
                        ? attribute.Value.Contains(HostileText.Mark, StringComparison.Ordinal)
                        : $"{attribute.Name}".Contains(HostileText.Mark, StringComparison.Ordinal):
                    _problems.Enqueue($"holds the attribute {attribute.Name}");
                    break;
                case XAttribute attribute when attribute.Value.Contains(HostileText.Mark, StringComparison.Ordinal):
                    _values.Enqueue(attribute.Value);
                    break;
                case XText text when text.Value.Contains(HostileText.Mark, StringComparison.Ordinal):
                    _values.Enqueue(text.Value);
                    break;
            }
        }
    }

    private sealed class Watcher(SentText sent) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await sent.LookAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
