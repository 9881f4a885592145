using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Where a changed appointment goes: a change may move it into another calendar, of another mailbox too (<c>m/@l</c>).</summary>
internal sealed class AppointmentPlace(SoapCall call, AppointmentLookup found, (Model.Account Owner, MailFolder Folder)? place)
{
    /// <summary>What a message wants.</summary>
    public static AppointmentPlace Wanted(SoapCall call, AppointmentLookup found, XElement m) => new(call, found, Other(call, found, m));

    // The other calendar that a message names; null to leave the appointment where it is.
    private static (Model.Account Owner, MailFolder Folder)? Other(SoapCall call, AppointmentLookup found, XElement m)
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
    public XElement Store(XElement request, CalendarItem changed, int invite)
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
