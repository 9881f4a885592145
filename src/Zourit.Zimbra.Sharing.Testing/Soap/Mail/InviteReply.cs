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
        string answer = AnswerOf(request.Required("verb"));
        InviteReplyTarget target = InviteReplyTarget.Of(call, id, component, isDecline: answer == "DECLINED");
        CalendarItem asked = target.Asked;
        bool tells = request.Flag("updateOrganizer") != false && IsAsked(call, target.Owner, asked) && asked.Organizer is not null;
        DateTime? date = null;
        if (target.Found is { } found)
        {
            RequireMayAnswer(call, found);
            date = Date(call, found, request);
            Store(call, found, date, answer);
        }

        if (!tells)
        {
            return Xml.Response(request);
        }

        InviteReplyMail.Send(call, target, request.Child("m"), answer, date);
        int reply = call.Directory.MailboxOf(target.Owner).TakeId();
        return target.Found is { } answered
            ? Xml.Response(
                request,
                new XAttribute("calItemId", call.Id(target.Owner, answered.Item.Id)),
                new XAttribute("apptId", call.Id(target.Owner, answered.Item.Id)),
                new XAttribute("invId", string.Create(CultureInfo.InvariantCulture, $"{call.Id(target.Owner, answered.Item.Id)}-{reply}"))
            )
            : Xml.Response(request);
    }

    /// <summary>The answer of one attendee put into an item's list.</summary>
    public static CalendarItem Answered(CalendarItem item, Model.Account attendee, string answer) =>
        item with
        {
            Attendees = [.. item.Attendees.Select(one => Organizing.Has(attendee, one.Mail) ? one with { Status = answer } : one)],
        };

    /// <summary>The address under which an account is invited; its name where it is not.</summary>
    public static string AddressOf(Model.Account account, CalendarItem item) =>
        item.Attendees.FirstOrDefault(one => Organizing.Has(account, one.Mail))?.Mail ?? account.Name;

    private static string AnswerOf(string verb) =>
        verb.ToUpperInvariant() switch
        {
            "ACCEPT" or "COMPLETED" => "ACCEPTED",
            "DECLINE" => "DECLINED",
            "TENTATIVE" => "TENTATIVE",
            "DELEGATED" => "DELEGATED",
            _ => throw SoapFault.Invalid($"Unknown Reply Verb: {verb}"),
        };

    // Nothing goes to an organizer who has asked for no answer.
    private static bool IsAsked(SoapCall call, Model.Account account, CalendarItem item) =>
        (
            item.Attendees.FirstOrDefault(one => Organizing.Has(account, one.Mail))
            ?? item.Attendees.FirstOrDefault(one => Organizing.Reaches(call, account, one.Mail))
        )
            is { Rsvp: true };

    private static void RequireMayAnswer(SoapCall call, AppointmentLookup found)
    {
        string rights = FolderLookup.RightsOn(call, found.Owner, found.Folder);
        if (!rights.Contains('x', StringComparison.Ordinal))
        {
            throw SoapFault.Denied($"You do not have ACTION rights for CalendarItem {found.Item.Id}");
        }

        if (found.Item.IsPrivate && !rights.Contains('p', StringComparison.Ordinal))
        {
            throw SoapFault.Denied("Cannot reply to a private appointment/task on behalf of another user");
        }
    }

    // The date that the request names, or whose own invitation it names.
    private static DateTime? Date(SoapCall call, AppointmentLookup found, XElement request) =>
        found.Item.RecurrenceRule is null ? null
        : request.Child("exceptId") is { } element ? new AppointmentReader(call, found.Owner).TimeIn(found.Item, element)
        : found.Instance?.RecurrenceId;

    private static void Store(SoapCall call, AppointmentLookup found, DateTime? date, string answer)
    {
        var reply = new CalendarReply(AddressOf(found.Owner, found.Item), answer, found.Item.Sequence, found.Item.Modified, date);
        CalendarItem answered = date is { } moment ? WithAnswer(call, found, moment, answer) : Answered(found.Item, found.Owner, answer);
        found.Replace(call, answered with { Replies = reply.In(found.Item.Replies) });
    }

    // An answer for one date makes that date an instance of its own in the attendee's calendar.
    private static CalendarItem WithAnswer(SoapCall call, AppointmentLookup found, DateTime moment, string answer)
    {
        CalendarItem series = found.Item;
        CalendarItem instance = series.Exceptions.FirstOrDefault(known => known.RecurrenceId == moment)
            ?? series with
            {
                InviteId = call.Directory.MailboxOf(found.Owner).TakeId(),
                RecurrenceId = moment,
                RecurrenceRule = null,
                Start = moment,
                End = moment + (series.End - series.Start),
                Exceptions = [],
                ExceptionDates = [],
                Replies = [],
            };
        return series with
        {
            Exceptions = [.. series.Exceptions.Where(known => known.RecurrenceId != moment), Answered(instance, found.Owner, answer)],
        };
    }
}
