using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Finds an appointment by the id of the item (<c>283</c>) or of its invitation (<c>283-282</c>), or by its UID.</summary>
internal sealed record AppointmentLookup(Model.Account Owner, MailFolder Folder, CalendarItem Item)
{
    public static AppointmentLookup ById(SoapCall call, string id)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, id.Split('-')[0]);
        return Find(call, owner, item => item.Id == number) ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, number));
    }

    public static AppointmentLookup ByUid(SoapCall call, string uid) =>
        Find(call, call.Requested, item => item.Uid == uid)
        ?? throw new SoapFault("mail.NO_SUCH_CALITEM", $"no such appointment or task: {uid}", ("uid", "STR", uid));

    public void Require(SoapCall call, char right)
    {
        if (!FolderLookup.RightsOn(call, Owner, Folder).Contains(right, StringComparison.Ordinal))
        {
            throw SoapFault.Denied("you do not have sufficient permissions");
        }
    }

    /// <summary>Puts a changed item in the place of this one, and gives its new state.</summary>
    public CalendarItem Replace(SoapCall call, CalendarItem changed)
    {
        Mailbox mailbox = call.Directory.MailboxOf(Owner);
        CalendarItem stored = changed with { Id = Item.Id, Revision = mailbox.Touch(), StoredAt = call.Directory.Now, IsRevised = true };
        Folder.Items[Folder.Items.IndexOf(Item)] = stored;
        return stored;
    }

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

    private static AppointmentLookup? Find(SoapCall call, Model.Account owner, Predicate<CalendarItem> wanted)
    {
        MailFolder? folder = call.Directory.MailboxOf(owner).Folders.FirstOrDefault(candidate => candidate.Items.Exists(wanted));
        return folder is null ? null : new AppointmentLookup(owner, folder, folder.Items.Find(wanted)!);
    }
}
