using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Where a changed appointment goes: a change may move it into another calendar, of another mailbox too (<c>m/@l</c>).</summary>
internal static class AppointmentPlace
{
    /// <summary>The other calendar that a message names; null to leave the appointment where it is.</summary>
    public static (Model.Account Owner, MailFolder Folder)? Wanted(SoapCall call, AppointmentLookup found, XElement m)
    {
        if (m.Attr("l") is not { } id)
        {
            return null;
        }

        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        MailFolder folder = call.Directory.MailboxOf(owner).FindById(number)
            ?? throw SoapFault.NoSuchFolder(FolderLookup.Shown(call, owner, number));
        (owner, folder) = FolderLookup.Behind(call, owner, folder);
        return folder == found.Folder ? null
            : owner == found.Owner && AppointmentLookup.IsTrash(folder) ? throw SoapFault.Invalid("cannot combine with a move to trash")
            : (owner, folder);
    }

    /// <summary>Stores a change, sends it to those whom the request names, and moves the appointment.</summary>
    public static XElement Store(
        SoapCall call,
        XElement request,
        AppointmentLookup found,
        CalendarItem changed,
        int invite,
        (Model.Account Owner, MailFolder Folder)? place
    )
    {
        CalendarItem stored = found.Replace(call, changed);
        object[] ids = found.Ids(call, stored, invite);
        if (place is not { } target)
        {
            Invitations.Send(call, found.Owner, stored, request.RequiredChild("m"));
        }
        else if (target.Owner != found.Owner)
        {
            HandOver.Appointment(call, found with { Item = stored }, target);
        }
        else
        {
            Invitations.Send(call, found.Owner, stored, request.RequiredChild("m"));
            call.Directory.MailboxOf(found.Owner).Move(found.Folder, stored, target.Folder);
        }

        return Xml.Response(
            request,
            ids,
            request.Flag("echo") == true ? new XElement("echo", new InviteMessage(call, found with { Item = stored }).Echo()) : null
        );
    }
}
