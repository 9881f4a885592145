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
        long component = request.Number("compNum") ?? throw SoapFault.MissingAttribute("compNum");
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
        if (component != 0)
        {
            throw id.Contains('-', StringComparison.Ordinal)
                ? new SoapFault("mail.INVITE_OUT_OF_DATE", $"The specified Invite is out of date (has been updated): {id}")
                : new SoapFault("mail.NO_SUCH_CALITEM", $"no such appointment or task: {id}", ("uid", "STR", id));
        }

        found.Require(call, 'w');
        int invite = call.Directory.MailboxOf(found.Owner).TakeId();
        DateTime? instance = Instance(call, found, request);
        CalendarItem stored = found.Replace(
            call,
            instance is { } moment
                ? WithAnswer(found.Item, moment, invite, part => Answered(part, found.Owner, answer))
                : Answered(found.Item, found.Owner, answer) with
                {
                    InviteId = invite,
                }
        );
        if (request.Flag("updateOrganizer") != false)
        {
            TellOrganizer(call, found, answer, instance);
        }

        string shown = call.Id(found.Owner, stored.Id);
        return Xml.Response(
            request,
            new XAttribute("calItemId", shown),
            new XAttribute("apptId", shown),
            new XAttribute("invId", string.Create(CultureInfo.InvariantCulture, $"{shown}-{invite}"))
        );
    }

    // The instance that the request names, or whose own invitation it names.
    private static DateTime? Instance(SoapCall call, AppointmentLookup found, XElement request) =>
        found.Item.RecurrenceRule is null ? null
        : request.Child("exceptId") is { } element ? new AppointmentReader(call, found.Owner).TimeIn(found.Item, element)
        : found.Instance?.RecurrenceId;

    // An answer for one date makes that date an instance of its own in the attendee's calendar.
    private static CalendarItem WithAnswer(CalendarItem series, DateTime moment, int invite, Func<CalendarItem, CalendarItem> answered)
    {
        CalendarItem instance = series.Exceptions.FirstOrDefault(known => known.RecurrenceId == moment)
            ?? series with
            {
                RecurrenceId = moment,
                RecurrenceRule = null,
                Start = moment,
                End = moment + (series.End - series.Start),
                Exceptions = [],
                ExceptionDates = [],
            };
        return series with
        {
            Exceptions = [.. series.Exceptions.Where(known => known.RecurrenceId != moment), answered(instance) with { InviteId = invite }],
        };
    }

    private static void TellOrganizer(SoapCall call, AppointmentLookup found, string answer, DateTime? instance)
    {
        if (
            found.Item.Organizer is { } organizer
            && call.Directory.FindAccount(organizer.Mail) is { } account
            && account != found.Owner
            && Invitations.Copy(call, account, found.Item.Uid) is { } original
        )
        {
            // Only the answer changes: the appointment keeps its times of change. For a date that is an ordinary one of the series the
            // organizer's calendar notes it beside the appointment, where nothing shows it.
            CalendarItem noted = instance is null
                ? Answered(original.Item, found.Owner, answer)
                : original.Item with
                {
                    Exceptions =
                    [
                        .. original.Item.Exceptions.Select(known =>
                            known.RecurrenceId == instance ? Answered(known, found.Owner, answer) : known
                        ),
                    ],
                };
            original.Folder.Items[original.Folder.Items.IndexOf(original.Item)] = noted with
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
