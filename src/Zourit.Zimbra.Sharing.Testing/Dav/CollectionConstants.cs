using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>Properties that all calendars share, shown where a collection is downloaded (recording 13-148).</summary>
internal static class CollectionConstants
{
    public static IEnumerable<XElement> Of(FolderResource folder)
    {
        yield return new XElement(DavNames.Dav + "alternate-URI-set");
        yield return new XElement(DavNames.Dav + "group-member-set");
        yield return new XElement(DavNames.Dav + "group-membership");
        yield return DavNames.Href(folder.Href);
        yield return Link("principal-collection-set", "/principals/users/");
        yield return Link("principal-URL", DavHref.Principal(folder.Owner));
        yield return Link("current-user-principal", DavHref.Principal(folder.Call.Caller));
        yield return new XElement(
            DavNames.Dav + "acl-restrictions",
            new XElement(DavNames.Dav + "grant-only"),
            new XElement(DavNames.Dav + "no-invert")
        );
        yield return new XElement(
            DavNames.CalDav + "supported-calendar-data",
            new XElement(DavNames.CalendarData, new XAttribute("content-type", "text/calendar"), new XAttribute("version", "2.0"))
        );
        yield return new XElement(
            DavNames.CalDav + "supported-collation-set",
            new XElement(DavNames.CalDav + "supported-collation", "i;ascii-casemap"),
            new XElement(DavNames.CalDav + "supported-collation", "i;octet")
        );
    }

    private static XElement Link(string name, string href) => new(DavNames.Dav + name, DavNames.Href(href));
}
