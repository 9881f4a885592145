using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>The namespaces of WebDAV, CalDAV and their extensions.</summary>
internal static class DavNames
{
    public static readonly XNamespace Dav = "DAV:";
    public static readonly XNamespace CalDav = "urn:ietf:params:xml:ns:caldav";
    public static readonly XNamespace CardDav = "urn:ietf:params:xml:ns:carddav";
    public static readonly XNamespace CalendarServer = "http://calendarserver.org/ns/";
    public static readonly XNamespace Apple = "http://apple.com/ns/ical/";
    public static readonly XNamespace Yahoo = "http://yahoo.com/ns/";

    public static readonly XName ResourceType = Dav + "resourcetype";
    public static readonly XName DisplayName = Dav + "displayname";
    public static readonly XName GetEtag = Dav + "getetag";
    public static readonly XName CalendarData = CalDav + "calendar-data";
    public static readonly XName CalendarColor = Apple + "calendar-color";

    public static XElement Href(string href) => new(Dav + "href", href);
}
