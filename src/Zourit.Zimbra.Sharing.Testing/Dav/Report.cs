using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>REPORT: calendar-query, calendar-multiget and free-busy-query. There is no sync-collection.</summary>
internal static class Report
{
    public static FakeResponse Answer(DavCall call, XElement? body)
    {
        if (body is null)
        {
            return DavReply.Empty(400);
        }

        if (!Reports.IsKnown(body.Name))
        {
            return DavReply.Error(
                403,
                new XElement(DavNames.Dav + "supported-report", new XElement(DavNames.Dav + "report", new XElement(body.Name)))
            );
        }

        if (body.Name == Reports.CalendarQuery && body.Element(DavNames.CalDav + "filter") is null)
        {
            return DavReply.Empty(400);
        }

        var tree = new DavTree(call);
        DavResource? resource = tree.Find(call.Request.RawPath);
        if (resource is null)
        {
            return DavReply.Empty(404);
        }

        // The principals of others are found by nobody.
        if (resource is RootResource or PrincipalResource)
        {
            return DavReply.MultiStatus([]);
        }

        if (resource is FolderResource { Folder.Link: not null } mountpoint)
        {
            if (call.Target(mountpoint.Folder) is { } target && !DavHref.CanFollow(target.Folder))
            {
                return DavReply.Empty(404);
            }

            resource = tree.Behind(mountpoint);
        }

        return resource is not FolderResource { IsCalendar: true } calendar ? DavReply.Empty(400)
            : body.Name == Reports.FreeBusyQuery ? FreeBusy(calendar, body)
            : body.Name == Reports.CalendarQuery ? Query(calendar, body)
            : body.Name == Reports.CalendarMultiget ? DavReply.MultiStatus(Multiget(calendar, body))
            : DavReply.MultiStatus([]);
    }

    private static List<XElement> Wanted(XElement body) => body.Element(DavNames.Dav + "prop")?.Elements().ToList() ?? [];

    private static FakeResponse Query(FolderResource calendar, XElement body)
    {
        XName filter = DavNames.CalDav + "comp-filter";
        if (body.Element(DavNames.CalDav + "filter")?.Element(filter) is not { } outer)
        {
            return DavReply.Empty(400);
        }

        XElement? component = outer.Element(filter);
        bool events = component is null || component.Attribute("name")?.Value == "VEVENT";
        TimeRange range = component?.Element(DavNames.CalDav + "time-range") is { } bounds ? TimeRange.Of(bounds) : default;
        List<XElement> wanted = Wanted(body);
        return DavReply.MultiStatus(
            calendar
                .Folder.Items.Where(item => events && range.Touches(item))
                .Select(item => new EventResource(calendar, item, isListed: IsListing(wanted)).Report(wanted))
        );
    }

    // Without the events themselves it is answered from the list of the folder.
    private static bool IsListing(List<XElement> wanted) => !wanted.Exists(property => property.Name == DavNames.CalendarData);

    // An address is reduced to its file name, and the event looked up in the whole mailbox without asking for its folder's rights: so the
    // server does, and so it hands out events of calendars that are not shared (recordings 13-123, 13-216).
    private static IEnumerable<XElement> Multiget(FolderResource calendar, XElement body)
    {
        Mailbox mailbox = calendar.Call.Directory.MailboxOf(calendar.Owner);
        List<XElement> wanted = Wanted(body);
        foreach (string href in body.Elements(DavNames.Dav + "href").Select(element => element.Value.Trim()))
        {
            string name = href[(href.LastIndexOf('/') + 1)..];
            string uid = DavTree.UidOf(Uri.UnescapeDataString(name));
            CalendarItem? item = mailbox.Folders.SelectMany(folder => folder.Items).FirstOrDefault(item => item.Uid == uid);
            yield return item is null
                ? DavResource.Response(DavHref.Folder(calendar.Owner, calendar.Folder) + name, DavResource.Status(404))
                : new EventResource(calendar, item).Report(wanted);
        }
    }

    private static FakeResponse FreeBusy(FolderResource calendar, XElement body) =>
        body.Element(DavNames.CalDav + "time-range") is { } range && TimeRange.Of(range) is { From: { } from, To: { } to }
            ? FakeResponse.Text(200, "text/calendar", FreeBusyReply.Write(calendar.Call, calendar.Owner, from, to))
            : DavReply.Empty(400);
}
