using System.Xml.Linq;
using MimeKit;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// What becomes of an appointment's attendees: a mail to the recipients that the request names, and the appointment in the calendars of
/// those who have an account here (recordings 06-64, 17-53).
/// </summary>
internal static class Invitations
{
    /// <summary>What invitations get in their recipients' calendars (zimbraPrefCalendarApptReminderWarningTime).</summary>
    public static readonly CalendarAlarm Reminder = new()
    {
        Action = "DISPLAY",
        Trigger = "-PT5M",
        Related = "START",
        Description = "",
    };

    /// <summary>Refuses a request whose mail would not leave, before anything is stored.</summary>
    public static void RequireReachable(SoapCall call, XElement m)
    {
        if (Recipients(m).FirstOrDefault(call.Server.Outbox.Refuses) is { } refused)
        {
            throw SoapFault.RecipientRefused(refused);
        }
    }

    /// <summary>Invites the recipients of a message to an appointment, or tells them that it has changed.</summary>
    public static void Send(SoapCall call, Model.Account organizer, CalendarItem item, XElement m)
    {
        foreach ((string Address, Model.Account? Account) recipient in Recipients(m).SelectMany(address => Reached(call, address)))
        {
            Model.Account? account = recipient.Account;
            if (account is not null && !AccountRight.Allows(call.Directory, call.Caller, account, "invite"))
            {
                continue;
            }

            int? message = Mail(call, organizer, item, m, recipient);
            if (account is not null && account != organizer)
            {
                Keep(call, account, item, message);
            }
        }
    }

    // A group is reached by way of its members.
    private static IEnumerable<(string Address, Model.Account? Account)> Reached(SoapCall call, string address) =>
        call.Directory.FindGroup(address) is { } group
            ? group.Members.Select(member => (member, call.Directory.FindAccount(member)))
            : [(address, call.Directory.FindAccount(address))];

    /// <summary>Brings the copies of those who have one into the state of the organizer's appointment.</summary>
    public static void Update(SoapCall call, Model.Account organizer, CalendarItem item)
    {
        foreach (CalendarAttendee attendee in item.Attendees)
        {
            if (
                call.Directory.FindAccount(attendee.Mail) is { } account
                && account != organizer
                && Copy(call, account, item.Uid) is { } copy
            )
            {
                call.Directory.MailboxOf(account)
                    .Replace(
                        copy.Folder,
                        copy.Item,
                        copy.Item with
                        {
                            Status = item.Status,
                            Sequence = item.Sequence,
                            Exceptions = item.Exceptions,
                            ExceptionDates = item.ExceptionDates,
                            CancelledFrom = item.CancelledFrom,
                        },
                        call.Directory.Now
                    );
            }
        }
    }

    /// <summary>Where an account has an appointment; null where it has none.</summary>
    public static (MailFolder Folder, CalendarItem Item)? Copy(SoapCall call, Model.Account account, string uid)
    {
        MailFolder? folder = account.Mailbox?.Folders.FirstOrDefault(one => one.Items.Exists(item => item.Uid == uid));
        return folder is null ? null : (folder, folder.Items.Find(item => item.Uid == uid)!);
    }

    /// <summary>To whom a message goes.</summary>
    public static IEnumerable<string> Recipients(XElement m) =>
        m.All("e").Where(e => e.Attr("t") is "t" or "c" or "b").Select(e => e.Required("a"));

    // The id of the message in the recipient's inbox is that of the invitation.
    private static int? Mail(
        SoapCall call,
        Model.Account organizer,
        CalendarItem item,
        XElement m,
        (string Address, Model.Account? Account) recipient
    )
    {
        (string to, Model.Account? account) = recipient;
        string text = item.Description ?? "";
        string? name = organizer.FriendlyName == organizer.Name ? null : organizer.FriendlyName;
        var mail = new OutgoingMail
        {
            From = organizer.Name,
            To = to,
            Subject = m.Attr("su") ?? item.Summary ?? "",
            Text = text,
            Html = "",
            Raw = "",
            SenderName = name,
        };
        var calendar = new TextPart("calendar")
        {
            Text = IcsWriter.Write([item], IcsForm.Feed with { Method = "REQUEST", ShowsPrivate = true }),
        };
        calendar.ContentType.Parameters.Add("method", "REQUEST");
        calendar.ContentType.Name = "meeting.ics";
        using var body = new Multipart("alternative") { MimeForm.Part("plain", text), calendar };
        mail = mail with
        {
            Raw = MimeForm.Write(mail, [("To", to)], call.Caller == organizer ? null : call.Caller, body, call.Directory.Now),
        };
        int before = account?.Mailbox?.Messages.Count ?? 0;
        try
        {
            call.Server.Transport.Send(mail);
        }
        catch (DeliveryException failure)
        {
            throw SoapFault.Of(failure);
        }

        List<SentMessage>? messages = account?.Mailbox?.Messages;
        return messages?.Count > before && messages[^1].FolderId == SystemFolder.Inbox ? messages[^1].Id : null;
    }

    private static void Keep(SoapCall call, Model.Account account, CalendarItem item, int? message)
    {
        Mailbox mailbox = call.Directory.MailboxOf(account);
        CalendarItem invitation = item with
        {
            IsInvitation = true,
            Alarms = [Reminder],
            Replies = [],
            InviteId = message ?? mailbox.TakeId(),
        };
        if (Copy(call, account, item.Uid) is { } copy)
        {
            mailbox.Replace(copy.Folder, copy.Item, invitation, call.Directory.Now);
        }
        else if (item.Attendees.Any(attendee => Organizing.Reaches(call, account, attendee.Mail)))
        {
            mailbox.Add(mailbox.FindById(SystemFolder.Calendar)!, invitation, call.Directory.Now, invitation.InviteId);
        }
    }
}
