using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>PUT of an event, with the statuses of docs/protocol.md §A.4: a missing right is a 500.</summary>
internal sealed class EventPut(DavCall call, FolderResource place, string name, bool isBehind)
{
    public static FakeResponse Answer(DavCall call)
    {
        var tree = new DavTree(call);
        if (tree.Place(call.Request.RawPath) is not ({ } place, { } name) || place.Folder.Id == SystemFolder.UserRoot)
        {
            return DavReply.Empty(404);
        }

        bool isBehind = place.Folder.Link is not null;
        if (isBehind)
        {
            if (tree.Behind(place) is not { } target)
            {
                return DavReply.Empty(500);
            }

            place = target;
        }

        bool leadsOn = isBehind ? DavHref.CanFollow(place.Folder) : DavHref.IsWritable(place.Folder);
        return leadsOn ? new EventPut(call, place, name, isBehind).Store() : DavReply.Empty(404);
    }

    private string Rights => call.Caller.IsVirtual && place.Owner == call.Caller ? "" : call.RightsOn(place.Owner, place.Folder);

    private FakeResponse Store()
    {
        // Without the calendar feature it is a folder like others: what is put there is a document beside the events.
        if (!place.IsCalendar)
        {
            return May('i') ? Document() : DavReply.Empty(500);
        }

        if (Read(out FakeResponse? refused) is not { } item)
        {
            return refused!;
        }

        string uid = DavTree.UidOf(name);
        CalendarItem? known = place.Folder.Items.Find(candidate => candidate.Uid == uid);
        string? condition = call.Request.Header("If-Match");
        if (condition is not null && known is null)
        {
            return DavReply.Empty(404);
        }

        if (item.Uid != uid)
        {
            return Elsewhere(item.Uid);
        }

        if (condition is not null && condition != new EventResource(place, known!).Etag)
        {
            return DavReply.Empty(412);
        }

        Mailbox mailbox = call.Directory.MailboxOf(place.Owner);
        if (!May(known is null ? 'i' : 'w') || ((item.IsPrivate || known is { IsPrivate: true }) && !May('p')))
        {
            if (known is not null)
            {
                mailbox.Refuse(known);
            }

            return DavReply.Empty(500);
        }

        CalendarItem stored = known is null
            ? mailbox.Add(place.Folder, item, call.Directory.Now)
            : mailbox.Replace(place.Folder, known, item with { InviteId = known.InviteId }, call.Directory.Now);
        return Stored(condition is null ? 201 : 204, Etag(stored.Revision));
    }

    private FakeResponse Document()
    {
        MailFolder folder = place.Folder;
        Mailbox mailbox = call.Directory.MailboxOf(place.Owner);
        int revision = folder.ContentChangedAt = mailbox.Touch();
        folder.Documents.RemoveAll(document => document.Name == name);
        folder.Documents.Add(new StoredDocument(mailbox.TakeId(), name, call.Request.Body, revision));
        return Stored(201, Etag(revision));
    }

    private bool May(char right) => Rights.Contains(right, StringComparison.Ordinal);

    private CalendarItem? Read(out FakeResponse? refused)
    {
        refused = null;
        string text = call.Request.Text;
        if (!text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            refused = DavReply.Error(403, new XElement(DavNames.CalDav + "supported-calendar-data"));
            return null;
        }

        try
        {
            return IcsImport.Read(text, call.Directory.Now, call.Directory.ZoneOf(place.Owner)) is [var item, ..]
                ? item
                : throw new FormatException("The text holds no event.");
        }
        catch (FormatException)
        {
            refused = DavReply.Error(403, new XElement(DavNames.CalDav + "valid-calendar-data"));
            return null;
        }
    }

    // The file must be named after the UID: nothing is stored, the answer gives the right address.
    private FakeResponse Elsewhere(string uid)
    {
        string address = $"{call.Request.Origin}{place.Href}{DavHref.Escape(uid)}.ics";
        return place.Folder.Items.Exists(item => item.Uid == uid)
            ? DavReply.Error(412, new XElement(DavNames.CalDav + "no-uid-conflict", DavNames.Href(address)))
            : DavReply.Empty(302).With("Location", address);
    }

    private FakeResponse Stored(int status, string etag)
    {
        FakeResponse answer = DavReply.Empty(status).With("ETag", etag);
        return isBehind ? answer : answer.With("X-Zimbra-ETag", etag);
    }

    private static string Etag(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}-{revision}\"");
}
