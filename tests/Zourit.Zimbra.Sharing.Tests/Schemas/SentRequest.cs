using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>One SOAP request as it went over HTTP, taken apart and held against the schemas.</summary>
internal sealed class SentRequest
{
    private static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    private static readonly XNamespace Zimbra = "urn:zimbra";

    private SentRequest(XElement header, XElement body)
    {
        Context = header;
        Body = body;
    }

    /// <summary>The <c>context</c> element.</summary>
    public XElement Context { get; }

    /// <summary>The request element.</summary>
    public XElement Body { get; }

    /// <summary>The request, or the requests of a batch.</summary>
    public IEnumerable<XElement> Requests => Body.Name == Zimbra + "BatchRequest" ? Body.Elements() : [Body];

    /// <summary>
    /// Reads what was sent as strictly as can be: well-formed UTF-8 from the first byte, no DTD, one SOAP 1.2 envelope around one request.
    /// </summary>
    public static SentRequest Parse(string text)
    {
        Assert.StartsWith("<", text, StringComparison.Ordinal);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true };
        using var reader = XmlReader.Create(new MemoryStream(new UTF8Encoding(false, true).GetBytes(text)), settings);
        XElement envelope = XElement.Load(reader);
        Assert.Equal(Soap + "Envelope", envelope.Name);
        Assert.Equal([Soap + "Header", Soap + "Body"], envelope.Elements().Select(part => part.Name));
        XElement context = Assert.Single(envelope.Element(Soap + "Header")!.Elements());
        Assert.Equal(Zimbra + "context", context.Name);
        return new SentRequest(context, Assert.Single(envelope.Element(Soap + "Body")!.Elements()));
    }

    /// <summary>
    /// What the schemas refuse, by request; a batch is checked child by child, since the schemas do not know the batch itself.
    /// </summary>
    public IEnumerable<(string Request, string Complaint)> Complaints()
    {
        foreach (string complaint in ZimbraSchemas.Complaints(Context))
        {
            yield return ("context", complaint);
        }

        if (Body.Name == Zimbra + "BatchRequest")
        {
            Assert.Equal(
                ["onerror"],
                Body.Attributes()
                    .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name != "requestId")
                    .Select(attribute => attribute.Name.LocalName)
            );
            Assert.Contains(Body.Attribute("onerror")!.Value, (string[])["continue", "stop"]);
        }

        foreach (XElement request in Requests)
        {
            foreach (string complaint in ZimbraSchemas.Complaints(request))
            {
                yield return (request.Name.LocalName, complaint);
            }
        }
    }

    /// <summary>Fails when the schemas refuse anything that the list of <see cref="SchemaExceptions"/> does not excuse.</summary>
    public static void AssertPassSchemas(params IEnumerable<SentRequest> requests)
    {
        var refused = requests
            .SelectMany(request => request.Complaints())
            .Where(found => !SchemaExceptions.All.Any(known => known.Covers(found.Request, found.Complaint)))
            .Select(found => $"{found.Request}: {found.Complaint}")
            .ToHashSet();
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }
}
