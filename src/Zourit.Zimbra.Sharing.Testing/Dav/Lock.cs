using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>LOCK: granted to every reader, and protects nothing (recording 13-112).</summary>
internal static class Lock
{
    public static FakeResponse Answer(DavCall call)
    {
        if (new DavTree(call).Find(call.Request.RawPath) is null)
        {
            return DavReply.Empty(404);
        }

        string token = $"urn:uuid:{Guid.NewGuid()}";
        XNamespace dav = DavNames.Dav;
        return DavReply
            .Of(
                200,
                new XElement(
                    dav + "prop",
                    new XAttribute(XNamespace.Xmlns + "D", dav),
                    new XElement(
                        dav + "lockdiscovery",
                        new XElement(
                            dav + "activelock",
                            new XElement(dav + "locktype", new XElement(dav + "write")),
                            new XElement(dav + "lockscope", new XElement(dav + "exclusive")),
                            new XElement(dav + "depth", 0),
                            new XElement(dav + "timeout", "Second-599"),
                            new XElement(dav + "owner", DavNames.Href(call.Caller.Name)),
                            new XElement(dav + "locktoken", DavNames.Href(token))
                        )
                    )
                )
            )
            .With("Lock-Token", $"<{token}>");
    }
}
