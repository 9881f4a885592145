using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Finds an appointment by the id of the item (<c>283</c>) or of its invitation (<c>283-282</c>), or by its UID.</summary>
internal sealed record AppointmentLookup(Model.Account Owner, MailFolder Folder, CalendarItem Item)
{
    /// <summary>The changed instance whose own invitation was named; null for the whole appointment.</summary>
    public CalendarItem? Instance { get; private init; }

    public static AppointmentLookup ById(SoapCall call, string id)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        return Find(call, id) ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, number));
    }

    /// <summary>By the id of an appointment, or of its invitation; null without one.</summary>
    public static AppointmentLookup? Find(SoapCall call, string id)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        AppointmentLookup? found = Find(call, owner, item => item.Id == number);
        return found is null ? null : found with { Instance = Changed(found.Item, id) };
    }

    public static AppointmentLookup ByUid(SoapCall call, string uid) => FindByUid(call, call.Requested, uid) ?? throw NoSuch(uid);

    /// <summary>The appointment of that UID in a mailbox, wherever it lies; null without one.</summary>
    public static AppointmentLookup? FindByUid(SoapCall call, Model.Account owner, string uid) =>
        Find(call, owner, item => item.Uid == uid);

    public static SoapFault NoSuch(string id) => new("mail.NO_SUCH_CALITEM", $"no such appointment or task: {id}", ("uid", "STR", id));

    /// <summary>Whether it lies in the trash, or in a folder there.</summary>
    public bool IsInTrash => IsTrash(Folder);

    public static bool IsTrash(MailFolder folder) => folder.Id == SystemFolder.Trash || (folder.Parent is { } parent && IsTrash(parent));

    /// <summary>
    /// Refuses a change of what lies in the trash, of what was changed since the client read it (<c>ms</c> and <c>rev</c>, which count
    /// only together), and of an invitation that another one has replaced.
    /// </summary>
    public void RequireChangeable(XElement request, long component)
    {
        if (IsInTrash)
        {
            throw SoapFault.Invalid("cannot modify a calendar item under trash");
        }

        bool isStale =
            request.Number("ms") is { } modified and not 0
            && request.Number("rev") is { } revision and not 0
            && (modified < Item.ChangedAt || revision < Item.Revision);
        if (isStale || !IsInForce(request.Required("id"), component))
        {
            throw OutOfDate(request.Required("id"));
        }
    }

    /// <summary>Whether an id names an invitation that has not been replaced, and its only component.</summary>
    public bool IsInForce(string id, long component) =>
        component == 0 && Subpart(id) is { } invite && (invite == Item.InviteId || Instance is not null);

    public SoapFault OutOfDate(string id) =>
        new("mail.INVITE_OUT_OF_DATE", $"The specified Invite is out of date (has been updated): {Owner.Id}:{id.Split(':')[^1]}");

    public void Require(SoapCall call, char right)
    {
        string rights = FolderLookup.RightsOn(call, Owner, Folder);
        if (!rights.Contains(right, StringComparison.Ordinal))
        {
            throw SoapFault.Denied("you do not have sufficient permissions");
        }
    }

    /// <summary>Puts a changed item in the place of this one, and gives its new state.</summary>
    public CalendarItem Replace(SoapCall call, CalendarItem changed) =>
        call.Directory.MailboxOf(Owner).Replace(Folder, Item, changed, call.Directory.Now);

    /// <summary>The ids that answers to changes give.</summary>
    public object[] Ids(SoapCall call, CalendarItem stored, int invite)
    {
        string shown = call.Id(Owner, stored.Id);
        return
        [
            new XAttribute("calItemId", shown),
            new XAttribute("apptId", shown),
            new XAttribute("invId", string.Create(CultureInfo.InvariantCulture, $"{shown}-{invite}")),
            new XAttribute("ms", stored.Revision),
            new XAttribute("rev", stored.Revision),
        ];
    }

    /// <summary>The invitation's number in an id; null in one that names the whole appointment.</summary>
    public static int? Subpart(string id)
    {
        string local = id.Split(':')[^1];
        int dash = local.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && int.TryParse(local.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
    }

    private static CalendarItem? Changed(CalendarItem item, string id) =>
        Subpart(id) is { } number ? item.Exceptions.FirstOrDefault(exception => exception.InviteId == number) : null;

    private static AppointmentLookup? Find(SoapCall call, Model.Account owner, Predicate<CalendarItem> wanted)
    {
        MailFolder? folder = call.Directory.MailboxOf(owner).Folders.FirstOrDefault(candidate => candidate.Items.Exists(wanted));
        return folder is null ? null : new AppointmentLookup(owner, folder, folder.Items.Find(wanted)!);
    }
}
