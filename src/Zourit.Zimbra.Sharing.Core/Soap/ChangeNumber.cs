using System.Globalization;
using System.ServiceModel.Channels;
using System.Xml;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>Where a mailbox stood when it answered (<c>context change token</c>, docs/protocol.md §1.4). Every change raises it, so it
/// tells what came before from what came after better than any clock.</summary>
internal static class ChangeNumber
{
    /// <summary>Reads it from a reply's header; null where no mailbox answered.</summary>
    public static long? Of(Message reply)
    {
        int index = reply.Headers.FindHeader("context", ZimbraNamespace.Context);
        if (index < 0)
        {
            return null;
        }

        using XmlDictionaryReader reader = reply.Headers.GetReaderAtHeader(index);
        return
            reader.ReadToDescendant("change", ZimbraNamespace.Context)
            && long.TryParse(reader.GetAttribute("token"), NumberStyles.None, CultureInfo.InvariantCulture, out long token)
            ? token
            : null;
    }
}
