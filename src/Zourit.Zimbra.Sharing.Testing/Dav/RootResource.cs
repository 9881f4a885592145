using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>
/// The addresses where discovery starts: principals without much, but for <c>/service/dav</c>, which knows the home (recordings 13-44 to
/// 13-49).
/// </summary>
internal sealed class RootResource(DavCall call, string href, bool knowsHome) : DavResource(call, href)
{
    public override IEnumerable<XElement> Properties =>
        knowsHome
            ?
            [
                Type(DavNames.Dav + "collection", DavNames.Dav + "principal"),
                new XElement(DavNames.DisplayName, Call.Caller.FriendlyName),
                new XElement(DavNames.CalDav + "calendar-home-set", DavNames.Href(DavHref.Home(Call.Caller))),
            ]
            : [Type(DavNames.Dav + "principal")];
}
