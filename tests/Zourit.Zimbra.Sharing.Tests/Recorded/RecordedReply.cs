using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>A recorded SOAP exchange about one of the library's operations.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="Request">The request's element.</param>
/// <param name="Reply">The reply's element, a fault perhaps; null when the answer is in JSON.</param>
/// <param name="IsSoap12">Whether the reply is what the library is answered: SOAP 1.2. A request in SOAP 1.1 was answered in 1.1.</param>
internal sealed record RecordedReply(Recording Recording, XElement Request, XElement? Reply, bool IsSoap12)
{
    /// <summary>The exchange in a recording; null when its request is not SOAP.</summary>
    public static RecordedReply? Of(Recording recording)
    {
        if (!recording.Request.Target.Contains("/soap", StringComparison.Ordinal) || Body(recording.Request.Text) is not { } request)
        {
            return null;
        }

        XElement? reply = Body(recording.Reply.Text);
        return new RecordedReply(recording, request, reply, reply?.Parent?.Name.NamespaceName == "http://www.w3.org/2003/05/soap-envelope");
    }

    private static XElement? Body(string text)
    {
        if (!text.StartsWith('<'))
        {
            return null;
        }

        try
        {
            return XElement.Parse(text).Elements().FirstOrDefault(part => part.Name.LocalName == "Body")?.Elements().FirstOrDefault();
        }
        catch (XmlException)
        {
            // Some requests are malformed on purpose; they belong to no operation.
            return null;
        }
    }
}
