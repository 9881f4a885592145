using System.Xml.Linq;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>An attendee's answer on its way to the organizer, and what the organizer's calendar makes of it (recording 06-68).</summary>
internal static class InviteReplyMail
{
    /// <summary>Sends the answer to the recipients that the request names, to the organizer where it brings no message.</summary>
    public static void Send(SoapCall call, InviteReplyTarget target, XElement? m, string answer, DateTime? date)
    {
        string organizer = target.Asked.Organizer!.Value.Mail;
        CalendarItem reply = InviteReply.Answered(target.Asked, target.Owner, answer) with { Modified = call.Directory.Now, Alarms = [] };
        List<string> recipients = m is null ? [organizer] : [.. Invitations.Recipients(m)];
        foreach (string recipient in recipients)
        {
            call.Server.Transport.Send(Mail(call, target.Owner, reply, m, (recipient, Verb(answer))));
        }

        if (recipients.Contains(organizer, StringComparer.OrdinalIgnoreCase))
        {
            Note(call, target, organizer, answer, date);
        }
    }

    private static OutgoingMail Mail(
        SoapCall call,
        Model.Account attendee,
        CalendarItem reply,
        XElement? m,
        (string Recipient, string Verb) about
    )
    {
        string text = m is null ? "" : AppointmentReader.Text(m, "text/plain") ?? "";
        var mail = new OutgoingMail
        {
            From = attendee.Name,
            To = about.Recipient,
            Subject = m?.Attr("su") ?? $"{about.Verb}: {reply.Summary}",
            Text = text,
            Html = "",
            Raw = "",
            SenderName = attendee.FriendlyName == attendee.Name ? null : attendee.FriendlyName,
        };
        CalendarItem own = reply with { Attendees = [.. reply.Attendees.Where(one => Organizing.Has(attendee, one.Mail))] };
        var calendar = new TextPart("calendar")
        {
            Text = IcsWriter.Write([own], IcsForm.Feed with { Method = "REPLY", ShowsPrivate = true }),
        };
        calendar.ContentType.Parameters.Add("method", "REPLY");
        calendar.ContentType.Name = "meeting.ics";
        using var body = new Multipart("alternative") { MimeForm.Part("plain", text), calendar };
        Model.Account? sender = call.Caller == attendee ? null : call.Caller;
        return mail with { Raw = MimeForm.Write(mail, [("To", about.Recipient)], sender, body, call.Directory.Now) };
    }

    // Only the answer changes: the appointment keeps its times of change. For a date that is an ordinary one of the series the answer is
    // noted beside the appointment alone.
    private static void Note(SoapCall call, InviteReplyTarget target, string organizer, string answer, DateTime? date)
    {
        if (
            call.Directory.FindAccount(organizer) is not { } account
            || account == target.Owner
            || Invitations.Copy(call, account, target.Asked.Uid) is not { } original
        )
        {
            return;
        }

        CalendarItem item = original.Item;
        var reply = new CalendarReply(
            InviteReply.AddressOf(target.Owner, target.Asked),
            answer,
            target.Asked.Sequence,
            call.Directory.Now,
            date
        );
        CalendarItem noted = date is null
            ? InviteReply.Answered(item, target.Owner, answer)
            : item with
            {
                Exceptions =
                [
                    .. item.Exceptions.Select(known =>
                        known.RecurrenceId == date ? InviteReply.Answered(known, target.Owner, answer) : known
                    ),
                ],
            };
        Mailbox mailbox = call.Directory.MailboxOf(account);
        original.Folder.Items[original.Folder.Items.IndexOf(item)] = noted with
        {
            Replies = reply.In(item.Replies),
            ChangedAt = mailbox.Touch(),
        };
        original.Folder.ContentChangedAt = mailbox.ChangeNumber;
    }

    private static string Verb(string answer) =>
        answer switch
        {
            "ACCEPTED" => "Accept",
            "DECLINED" => "Decline",
            "TENTATIVE" => "Tentative",
            _ => "Delegated",
        };
}
