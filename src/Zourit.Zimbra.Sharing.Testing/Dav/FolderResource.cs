using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>A folder, a mountpoint among them; with <paramref name="href"/> where it was found under another address.</summary>
internal sealed class FolderResource(DavCall call, Account owner, MailFolder folder, string? href = null)
    : DavResource(call, href ?? (folder.Id == SystemFolder.UserRoot ? DavHref.Home(owner) : DavHref.Folder(owner, folder)))
{
    private static readonly XName[] OfLists =
    [
        DavNames.ResourceType,
        DavNames.DisplayName,
        DavNames.GetEtag,
        DavNames.Dav + "getcontenttype",
    ];

    private static readonly string[] OfInboxes = ["VEVENT", "VTODO", "VFREEBUSY"];
    private static readonly string[] OfTasks = ["VTODO", "VFREEBUSY"];
    private static readonly string[] OfEvents = ["VEVENT", "VFREEBUSY"];

    public Account Owner { get; } = owner;

    public MailFolder Folder { get; } = folder;

    private bool IsMountpoint => Folder.Link is not null;

    private bool IsScheduling => Folder.Id is SystemFolder.Inbox or SystemFolder.Sent;

    /// <summary>Whether it answers the reports about calendars.</summary>
    public bool IsCalendar => Folder.View == "appointment" && !IsMountpoint && Call.HasCalendars;

    private bool IsTaskList => Folder.View == "task" && !IsMountpoint && Call.HasTasks;

    public override IEnumerable<DavResource> Children(IReadOnlyList<XElement>? wanted) =>
        Folder.Id == SystemFolder.UserRoot ? Folders
        : IsCalendar ? Folder.Items.Select(item => new EventResource(this, item, isListed: IsListing(wanted)))
        : [];

    // What a list of names and etags answers needs no look into the events.
    private static bool IsListing(IReadOnlyList<XElement>? wanted) => wanted?.All(property => OfLists.Contains(property.Name)) == true;

    private IEnumerable<DavResource> Folders =>
        Folder
            .Children.Where(child => Call.May(Owner, child, 'r'))
            .Select(child => (DavResource)new FolderResource(Call, Owner, child))
            .Append(new AttachmentsResource(Call));

    /// <summary>
    /// The rights shown: those on a mountpoint's target; all, as on one's own folder, where the target is out of reach (A.5).
    /// </summary>
    private string Rights =>
        Call.Target(Folder) is { } target && Call.RightsOn(target.Owner, target.Folder) is { Length: > 0 } shared
            ? shared
            : Call.RightsOn(Owner, Folder);

    public override IEnumerable<XElement> Properties =>
        [
            Type([.. Kinds]),
            new XElement(DavNames.DisplayName, Folder.Name),
            new XElement(DavNames.Dav + "owner", DavNames.Href(DavHref.Principal(Owner))),
            Privileges.Current(Rights, IsMountpoint),
            new XElement(DavNames.Dav + "getcontentlength", 0),
            new XElement(DavNames.GetEtag, Etag),
            new XElement(DavNames.Dav + "getlastmodified", Folder.ChangedOn.ToString("r", CultureInfo.InvariantCulture)),
            new XElement(
                DavNames.Dav + "creationdate",
                Folder.CreatedOn.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            ),
            new XElement(DavNames.Dav + "inherited-acl-set"),
            new XElement(DavNames.Dav + "supported-privilege-set"),
            new XElement(DavNames.Dav + "group"),
            Privileges.Acl(Call, Folder),
            .. OfCalendars(),
        ];

    public string Etag => string.Create(CultureInfo.InvariantCulture, $"\"{Folder.ChangedAt}-{Folder.CreatedAt}\"");

    private IEnumerable<XName> Kinds
    {
        get
        {
            yield return DavNames.Dav + "collection";
            if (IsMountpoint)
            {
                yield return DavNames.Yahoo + "mountpoint";
            }

            if (IsCalendar || IsTaskList || (IsMountpoint && Folder.View == "appointment" && !Call.HasAppleDelegation))
            {
                yield return DavNames.CalDav + "calendar";
            }

            if (Folder.View == "contact")
            {
                yield return DavNames.CardDav + "addressbook";
            }

            if (IsScheduling)
            {
                yield return DavNames.CalDav + (Folder.Id == SystemFolder.Inbox ? "schedule-inbox" : "schedule-outbox");
            }
        }
    }

    private IEnumerable<XElement> OfCalendars()
    {
        bool holdsEvents = IsCalendar || IsTaskList || IsScheduling || (IsMountpoint && Folder.View == "appointment");
        if ((holdsEvents || Folder.View == "contact") && ChangeTag is { } tag)
        {
            yield return new XElement(DavNames.CalendarServer + "getctag", tag);
        }

        if (Folder.View == "contact")
        {
            yield return new XElement(DavNames.Dav + "add-member", DavNames.Href(Href));
            yield return Reports.Supported([DavNames.CardDav + "addressbook-multiget", DavNames.CardDav + "addressbook-query"]);
        }

        if (!holdsEvents)
        {
            yield break;
        }

        yield return new XElement(
            DavNames.CalDav + "supported-calendar-component-set",
            (
                IsScheduling ? OfInboxes
                : IsTaskList ? OfTasks
                : OfEvents
            ).Select(component => new XElement(DavNames.CalDav + "comp", new XAttribute("name", component)))
        );
        yield return new XElement(DavNames.CalendarColor, FolderColour.Of(Folder));
        yield return new XElement(
            DavNames.CalDav + "calendar-description",
            new XAttribute(XNamespace.Xml + "lang", "en"),
            $"{Owner.FriendlyName}’s {Folder.Name}"
        );
        if (IsMountpoint)
        {
            yield break;
        }

        yield return new XElement(DavNames.Dav + "add-member", DavNames.Href(Href));
        yield return new XElement(DavNames.CalDav + "calendar-timezone", Zone());
        yield return Reports.Supported(
            Folder.Id == SystemFolder.Inbox
                ? [Reports.CalendarQuery, Reports.CalendarMultiget]
                : [Reports.CalendarQuery, Reports.CalendarMultiget, Reports.FreeBusyQuery]
        );
    }

    // Two change numbers: of the folder and of its content; a mountpoint shows those of its target, if it may be read.
    private string? ChangeTag
    {
        get
        {
            MailFolder? shown =
                !IsMountpoint ? Folder
                : Call.Target(Folder) is { } target && Call.May(target.Owner, target.Folder, 'r') ? target.Folder
                : null;
            return shown is null ? null : string.Create(CultureInfo.InvariantCulture, $"{shown.ChangedAt}-{shown.ContentChangedAt}");
        }
    }

    private string Zone()
    {
        var text = new IcsLines();
        TimeZoneText.Write(text, Call.Directory.ZoneOf(Owner));
        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
