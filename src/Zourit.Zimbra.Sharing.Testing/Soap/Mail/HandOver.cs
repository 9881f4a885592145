using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Moves items into a folder of somebody else's mailbox: they are made anew there, and go here.</summary>
internal static class HandOver
{
    /// <summary>
    /// An appointment that its mailbox's owner organizes gets the new owner as organizer, which others who are invited do not allow.
    /// </summary>
    public static void Appointment(SoapCall call, AppointmentLookup from, (Model.Account Owner, MailFolder Folder) to)
    {
        CalendarItem item = from.Item;
        if (item.IsPrivate && !FolderLookup.RightsOn(call, from.Owner, from.Folder).Contains('p', StringComparison.Ordinal))
        {
            throw SoapFault.Denied("you do not have permission to move/copy a private calendar item from the current folder/mailbox");
        }

        if (!item.IsInvitation && item.Attendees.Count > 0)
        {
            throw SoapFault.Invalid("This operation requires change of organizer and it is not permitted");
        }

        bool changesHands = !item.IsInvitation && item.Organizer is not null;
        call.Directory.MailboxOf(to.Owner)
            .Store(
                to.Folder,
                changesHands
                    ? item with
                    {
                        Organizer = (to.Owner.Name, to.Owner.FriendlyName == to.Owner.Name ? null : to.Owner.FriendlyName),
                        Sequence = item.Sequence + 1,
                    }
                    : item,
                call.Directory.Now
            );
        call.Directory.MailboxOf(from.Owner).Move(from.Folder, item, to: null);
    }

    /// <summary>A message, with what was read of it.</summary>
    public static void Message(SoapCall call, Model.Account from, SentMessage message, (Model.Account Owner, MailFolder Folder) to)
    {
        Mailbox mailbox = call.Directory.MailboxOf(to.Owner);
        mailbox.Messages.Add(message with { Id = mailbox.TakeId(), FolderId = to.Folder.Id, Revision = mailbox.Touch() });
        call.Directory.MailboxOf(from).Messages.Remove(message);
    }
}
