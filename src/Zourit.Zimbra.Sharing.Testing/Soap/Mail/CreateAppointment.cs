using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail CreateAppointmentRequest, as far as filling calendars needs it.</summary>
internal static class CreateAppointment
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement m = request.RequiredChild("m");
        (Model.Account owner, MailFolder folder) = Target(call, m);
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        CalendarItem wanted = new AppointmentReader(call, owner).Read(m, uid: null);
        if (AppointmentLookup.IsTrash(folder))
        {
            throw SoapFault.Invalid("cannot create a calendar item under trash");
        }

        Organizing.Require(owner, wanted, m, "CreateCalendarItem");
        Invitations.RequireReachable(call, m);
        CalendarItem item = mailbox.Store(folder, wanted, call.Directory.Now);
        int number = mailbox.ChangeNumber;
        Invitations.Send(call, owner, item, m);
        string shown = call.Id(owner, item.Id);
        return Xml.Response(
            request,
            new XAttribute("calItemId", shown),
            new XAttribute("apptId", shown),
            new XAttribute("invId", $"{shown}-{item.InviteId}"),
            new XAttribute("ms", number),
            new XAttribute("rev", number),
            request.Flag("echo") == true
                ? new XElement("echo", new InviteMessage(call, new AppointmentLookup(owner, folder, item)).Echo())
                : null
        );
    }

    /// <summary>The calendar that an element names with its <c>l</c>, the default calendar without, if the caller may add to it.</summary>
    public static (Model.Account Owner, MailFolder Folder) Target(SoapCall call, XElement element)
    {
        (Model.Account owner, int folderId) = FolderLookup.Parse(call, element.Attr("l") ?? "10");
        MailFolder folder = call.Directory.MailboxOf(owner).FindById(folderId)
            ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, folderId));
        (owner, folder) = FolderLookup.Behind(call, owner, folder);
        if (call.Caller is { IsVirtual: true } && owner == call.Caller)
        {
            throw SoapFault.Denied("permission denied for external account");
        }

        return FolderLookup.RightsOn(call, owner, folder).Contains('i', StringComparison.Ordinal)
            ? (owner, folder)
            : throw SoapFault.Denied("you do not have the required rights on the folder");
    }
}
