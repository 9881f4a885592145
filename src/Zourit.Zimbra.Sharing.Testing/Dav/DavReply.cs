using System.Text;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>The forms of answers over CalDAV.</summary>
internal static class DavReply
{
    private const string Xml = "text/xml; charset=\"UTF-8\"";

    public static FakeResponse Empty(int status) => new(status, null, []);

    /// <summary>A precondition that was not met, by its name.</summary>
    public static FakeResponse Error(int status, XElement condition) =>
        Of(status, new XElement(DavNames.Dav + "error", condition)) with
        {
            ContentType = null,
        };

    public static FakeResponse MultiStatus(IEnumerable<XElement> responses) =>
        Of(207, new XElement(DavNames.Dav + "multistatus", new XAttribute(XNamespace.Xmlns + "D", DavNames.Dav), responses))
            .With("DAV", "1, 2, 3, access-control, calendar-access, calendar-auto-schedule")
            .With("DAV", "version-control, addressbook, extended-mkcol, calendar-proxy")
            .With("DAV", "calendarserver-principal-property-search");

    public static FakeResponse Of(int status, XElement root) =>
        new(status, Xml, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n{root}\n"));

    public static FakeResponse Options(bool isThere)
    {
        FakeResponse answer = Empty(200)
            .With("Allow", "HEAD, MKCOL, POST, LOCK, PROPFIND, COPY, ACL, REPORT, OPTIONS, PUT")
            .With("Allow", "DELETE, MKCALENDAR, MOVE, GET, PROPPATCH, UNLOCK");
        return !isThere
            ? answer
                .With("DAV", "1, 2, 3, access-control, calendar-access")
                .With("DAV", "addressbook, calendar-proxy")
                .With("DAV", "calendarserver-principal-property-search")
            : answer
                .With("DAV", "1, 2, 3, access-control, calendar-access, calendar-auto-schedule")
                .With("DAV", "version-control, addressbook, extended-mkcol, calendar-proxy")
                .With("DAV", "calendarserver-principal-property-search");
    }
}
