using System.Text;
using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Soap.Json;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>SOAP 1.2, SOAP 1.1 and the JSON form: their envelope's namespace and label, and how each writes a fault.</summary>
internal sealed record SoapVersion(XNamespace Namespace, string ContentType)
{
    public static readonly SoapVersion Soap12 = new("http://www.w3.org/2003/05/soap-envelope", "text/xml;charset=utf-8");
    public static readonly SoapVersion Soap11 = new("http://schemas.xmlsoap.org/soap/envelope/", "text/xml;charset=utf-8");
    public static readonly SoapVersion Json = new(JsonRequest.Envelope, "text/javascript; charset=utf-8");

    private static readonly XNamespace Zimbra = "urn:zimbra";

    public static SoapVersion? Of(XElement envelope) =>
        new[] { Soap12, Soap11, Json }.FirstOrDefault(version => envelope.Name == version.Namespace + "Envelope");

    public XElement Fault(SoapFault fault, string trace, string? requestId)
    {
        var error = new XElement(
            Zimbra + "Error",
            new XElement(Zimbra + "Code", fault.Code),
            new XElement(Zimbra + "Trace", trace),
            fault.Arguments.Select(argument => new XElement(
                Zimbra + "a",
                new XAttribute("t", argument.Type),
                new XAttribute("n", argument.Name),
                argument.Value
            ))
        );
        XAttribute? id = requestId is null ? null : new XAttribute("requestId", requestId);
        return this == Soap11
            ? new XElement(
                Namespace + "Fault",
                id,
                new XElement("faultcode", fault.IsReceiver ? "soap:Server" : "soap:Client"),
                new XElement("faultstring", fault.Message),
                new XElement("detail", error)
            )
            : new XElement(
                Namespace + "Fault",
                id,
                new XElement(Namespace + "Code", new XElement(Namespace + "Value", fault.IsReceiver ? "soap:Receiver" : "soap:Sender")),
                // No xml:lang, against SOAP 1.2: WCF's own fault reader gives up on it.
                new XElement(Namespace + "Reason", new XElement(Namespace + "Text", fault.Message)),
                new XElement(Namespace + "Detail", error)
            );
    }

    /// <summary>The whole reply as text; <paramref name="context"/> is absent when the request's own could not be read.</summary>
    public string Write(XElement? context, XElement body)
    {
        var envelope = new XElement(
            Namespace + "Envelope",
            this == Json ? null : new XAttribute(XNamespace.Xmlns + "soap", Namespace.NamespaceName),
            context is null ? null : new XElement(Namespace + "Header", context),
            new XElement(Namespace + "Body", body)
        );
        if (this == Json)
        {
            return JsonReply.Write(envelope);
        }

        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            envelope.Save(writer);
        }

        return text.ToString();
    }
}
