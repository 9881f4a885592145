using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>What an answer is for: an invitation in a calendar (<c>264-263</c>), or the message that brought one (<c>263</c>).</summary>
/// <param name="Owner">Whose mailbox it is in.</param>
/// <param name="Asked">The invitation.</param>
/// <param name="Found">The appointment; null where it is in no calendar, and an answer that declines leaves it so.</param>
internal sealed record InviteReplyTarget(Model.Account Owner, CalendarItem Asked, AppointmentLookup? Found)
{
    public static InviteReplyTarget Of(SoapCall call, string id, long component, bool isDecline)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        if (AppointmentLookup.Subpart(id) is null)
        {
            return OfMessage(call, owner, number, (id, component), isDecline);
        }

        AppointmentLookup found = AppointmentLookup.Find(call, id) ?? throw AppointmentLookup.NoSuch(id);
        return found.IsInForce(id, component)
            ? new InviteReplyTarget(owner, found.Instance ?? found.Item, found)
            : throw found.OutOfDate(id);
    }

    private static InviteReplyTarget OfMessage(
        SoapCall call,
        Model.Account owner,
        int number,
        (string Id, long Component) asked,
        bool isDecline
    )
    {
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        SentMessage message = mailbox.Messages.FirstOrDefault(candidate => candidate.Id == number)
            ?? throw new SoapFault("mail.NO_SUCH_MSG", $"no such message: {asked.Id}", ("itemId", "IID", asked.Id));
        MessageInvite invite =
            MessageInvite.Of(call, owner, message) is { } found && asked.Component == 0 ? found : throw AppointmentLookup.NoSuch(asked.Id);
        AppointmentLookup? known = AppointmentLookup.FindByUid(call, owner, invite.Item.Uid);
        if (known is { IsInTrash: false } && invite.IsOlderThan(known.Item))
        {
            throw known.OutOfDate(asked.Id);
        }

        if (known is null && !isDecline)
        {
            known = Accept(call, owner, mailbox, invite);
        }
        else if (known is { IsInTrash: true } && !isDecline)
        {
            MailFolder calendar = mailbox.FindById(SystemFolder.Calendar)!;
            mailbox.Move(known.Folder, known.Item, calendar);
            known = AppointmentLookup.FindByUid(call, owner, invite.Item.Uid);
        }

        return new InviteReplyTarget(owner, known?.Item ?? invite.Item, known);
    }

    // Whoever accepts what is not in the calendar gets it into the calendar.
    private static AppointmentLookup Accept(SoapCall call, Model.Account owner, Mailbox mailbox, MessageInvite invite)
    {
        MailFolder calendar = mailbox.FindById(SystemFolder.Calendar)!;
        CalendarItem item = invite.Item with { IsInvitation = true, Alarms = [Invitations.Reminder] };
        return new AppointmentLookup(owner, calendar, mailbox.Add(calendar, item, call.Directory.Now, invite.Item.InviteId));
    }
}
