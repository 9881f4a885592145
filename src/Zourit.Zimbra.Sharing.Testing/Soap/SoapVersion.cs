using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>The two envelope namespaces, and how each writes a fault.</summary>
internal sealed record SoapVersion(XNamespace Namespace)
{
    public static readonly SoapVersion Soap12 = new("http://www.w3.org/2003/05/soap-envelope");
    public static readonly SoapVersion Soap11 = new("http://schemas.xmlsoap.org/soap/envelope/");

    public static SoapVersion? Of(XElement envelope) =>
        envelope.Name == Soap12.Namespace + "Envelope" ? Soap12 : envelope.Name == Soap11.Namespace + "Envelope" ? Soap11 : null;

    public XElement Fault(SoapFault fault, string trace, string? requestId)
    {
        XNamespace zimbra = "urn:zimbra";
        var error = new XElement(
            zimbra + "Error",
            new XElement(zimbra + "Code", fault.Code),
            new XElement(zimbra + "Trace", trace),
            fault.Arguments.Select(argument => new XElement(zimbra + "a", new XAttribute("t", argument.Type), new XAttribute("n", argument.Name), argument.Value)));
        XAttribute? id = requestId is null ? null : new XAttribute("requestId", requestId);
        return this == Soap12
            ? new XElement(
                Namespace + "Fault",
                id,
                new XElement(Namespace + "Code", new XElement(Namespace + "Value", fault.IsReceiver ? "soap:Receiver" : "soap:Sender")),

                // No xml:lang, against SOAP 1.2: WCF's own fault reader gives up on it.
                new XElement(Namespace + "Reason", new XElement(Namespace + "Text", fault.Message)),
                new XElement(Namespace + "Detail", error))
            : new XElement(
                Namespace + "Fault",
                id,
                new XElement("faultcode", fault.IsReceiver ? "soap:Server" : "soap:Client"),
                new XElement("faultstring", fault.Message),
                new XElement("detail", error));
    }

    public XElement Envelope(XElement? header, XElement body) => new(
        Namespace + "Envelope",
        new XAttribute(XNamespace.Xmlns + "soap", Namespace.NamespaceName),
        header is null ? null : new XElement(Namespace + "Header", header),
        new XElement(Namespace + "Body", body));
}
