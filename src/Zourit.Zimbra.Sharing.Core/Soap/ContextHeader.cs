using System.Globalization;
using System.ServiceModel.Channels;
using System.Xml;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>The <c>context</c> header (urn:zimbra, docs/protocol.md §1.4): who asks, with which token, on whose mailbox.</summary>
internal sealed class ContextHeader(string agent, string version, Secret? token, string? onBehalfOf, long? change = null) : MessageHeader
{
    public override string Name => "context";

    /// <summary>The token in it; null where none is.</summary>
    public Secret? Token { get; } = token;

    public override string Namespace => ZimbraNamespace.Context;

    /// <summary>Not what WCF would print, which is the whole header with its token.</summary>
    public override string ToString() => Name;

    protected override void OnWriteHeaderContents(XmlDictionaryWriter writer, MessageVersion messageVersion)
    {
        var context = new RequestWriter(writer, "context", ZimbraNamespace.Context);
        using (context.Open("userAgent"))
        {
            context.Attribute("name", agent);
            context.Attribute("version", version);
        }

        context.Element("authToken", Token);
        if (onBehalfOf is not null)
        {
            using (context.Open("account"))
            {
                context.Attribute("by", "name");
                context.Text("account", onBehalfOf);
            }

            // Ids come back as 'accountId:10' otherwise (docs/protocol.md §2.7).
            using (context.Open("noqualify")) { }
        }

        if (change is { } number)
        {
            using (context.Open("change"))
            {
                context.Attribute("token", number.ToString(CultureInfo.InvariantCulture));
                context.Attribute("type", "mod");
            }
        }

        using (context.Open("nosession")) { }
    }
}
