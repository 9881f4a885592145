using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail SendInviteReplyRequest: an attendee's answer, which reaches the organizer's appointment where both are on this server
/// (recordings 06-67 to 06-71, 17-54).
/// </summary>
internal static class InviteReply
{
    public static XElement Run(SoapCall call, XElement request)
    {
        string id = request.Required("id");
        string verb = request.Required("verb");
        string answer = verb.ToUpperInvariant() switch
        {
            "ACCEPT" or "COMPLETED" => "ACCEPTED",
            "DECLINE" => "DECLINED",
            "TENTATIVE" => "TENTATIVE",
            "DELEGATED" => "DELEGATED",
            _ => throw SoapFault.Invalid($"Unknown Reply Verb: {verb}"),
        };
        AppointmentLookup found = AppointmentLookup.ByInvitation(call, id)
            ?? throw new SoapFault("mail.NO_SUCH_MSG", $"no such message: {id}", ("itemId", "IID", id));
        found.Require(call, 'w');
        int invite = call.Directory.MailboxOf(found.Owner).TakeId();
        CalendarItem stored = found.Replace(call, Answered(found.Item, found.Owner, answer) with { InviteId = invite });
        if (request.Flag("updateOrganizer") != false)
        {
            TellOrganizer(call, found, answer);
        }

        string shown = call.Id(found.Owner, stored.Id);
        return Xml.Response(
            request,
            new XAttribute("calItemId", shown),
            new XAttribute("apptId", shown),
            new XAttribute("invId", string.Create(CultureInfo.InvariantCulture, $"{shown}-{invite}"))
        );
    }

    private static void TellOrganizer(SoapCall call, AppointmentLookup found, string answer)
    {
        if (
            found.Item.Organizer is { } organizer
            && call.Directory.FindAccount(organizer.Mail) is { } account
            && account != found.Owner
            && Invitations.Copy(call, account, found.Item.Uid) is { } original
        )
        {
            // Only the answer changes: the appointment keeps its times of change.
            original.Folder.Items[original.Folder.Items.IndexOf(original.Item)] = Answered(original.Item, found.Owner, answer) with
            {
                ChangedAt = call.Directory.MailboxOf(account).Touch(),
            };
            original.Folder.ContentChangedAt = call.Directory.MailboxOf(account).ChangeNumber;
        }
    }

    private static CalendarItem Answered(CalendarItem item, Model.Account attendee, string answer)
    {
        List<string> names = [attendee.Name, .. attendee.Aliases];
        return item with { Attendees = [.. item.Attendees.Select(Answer)] };

        CalendarAttendee Answer(CalendarAttendee one) =>
            names.Contains(one.Mail, StringComparer.OrdinalIgnoreCase) ? one with { Status = answer } : one;
    }
}
