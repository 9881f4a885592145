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
        (Model.Account owner, int number) = FolderLookup.Parse(call, id.Split('-')[0]);
        AppointmentLookup found = Find(call, owner, item => item.Id == number)
            ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, number));
        return found with { Instance = Changed(found.Item, id) };
    }

    /// <summary>By the id of an appointment, of an invitation, or of the message that brought it; null without one.</summary>
    public static AppointmentLookup? ByInvitation(SoapCall call, string id)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, id.Split('-')[0]);
        AppointmentLookup? found = Find(call, owner, item => item.Id == number) ?? Find(call, owner, item => item.InviteId == number);
        return found is null ? null : found with { Instance = Changed(found.Item, id) };
    }

    public static AppointmentLookup ByUid(SoapCall call, string uid) =>
        Find(call, call.Requested, item => item.Uid == uid)
        ?? throw new SoapFault("mail.NO_SUCH_CALITEM", $"no such appointment or task: {uid}", ("uid", "STR", uid));

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

    private static CalendarItem? Changed(CalendarItem item, string id) =>
        id.Split('-') is [_, var invite] && int.TryParse(invite, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? item.Exceptions.FirstOrDefault(exception => exception.InviteId == number)
            : null;

    private static AppointmentLookup? Find(SoapCall call, Model.Account owner, Predicate<CalendarItem> wanted)
    {
        MailFolder? folder = call.Directory.MailboxOf(owner).Folders.FirstOrDefault(candidate => candidate.Items.Exists(wanted));
        return folder is null ? null : new AppointmentLookup(owner, folder, folder.Items.Find(wanted)!);
    }
}
