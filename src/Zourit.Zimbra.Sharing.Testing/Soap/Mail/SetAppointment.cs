using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail SetAppointmentRequest: an appointment is stored as a client has it, whatever the calendar had under its UID, and nobody
/// is sent anything. As programs that synchronise ask for it.
/// </summary>
internal static class SetAppointment
{
    private static readonly string[] Kinds = ["default", "except", "cancel"];

    public static XElement Run(SoapCall call, XElement request)
    {
        (Model.Account owner, MailFolder folder) = CreateAppointment.Target(call, request);
        List<Part> parts = [.. Parts(call, owner, request)];
        CalendarItem first = parts.Count == 0 ? throw SoapFault.Invalid("No default/except/cancel specified") : parts[0].Item;
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        AppointmentLookup? known = AppointmentLookup.FindByUid(call, owner, first.Uid);
        CalendarItem series = parts[0].Kind == "default" ? first : known?.Item ?? first;
        List<Part> others = [.. parts.Where(part => part.Kind != "default")];
        CalendarItem wanted = series with
        {
            IsInvitation = !Organizing.IsBy(owner, series) && series.Attendees.Any(at => Organizing.Has(owner, at.Mail)),
            Replies = [.. Replies(call, owner, request, series)],
            Exceptions =
            [
                .. others
                    .Where(part => part.Kind == "except" && part.Item != series)
                    .Select(part => part.Item with { Uid = series.Uid, InviteId = mailbox.TakeId(), RecurrenceRule = null }),
            ],
            ExceptionDates =
            [
                .. series.ExceptionDates,
                .. others.Where(part => part.Kind == "cancel").Select(part => part.Item.RecurrenceId).OfType<DateTime>(),
            ],
        };
        CalendarItem stored = Store(call, mailbox, folder, known, wanted);
        string id = call.Id(owner, stored.Id);
        return Xml.Response(
            request,
            new XAttribute("calItemId", id),
            new XAttribute("apptId", id),
            parts[0].Kind == "default" ? new XElement("default", new XAttribute("id", call.Id(owner, stored.InviteId))) : null,
            stored.Exceptions.Select(exception => new XElement(
                "except",
                new XAttribute("recurId", AppointmentElement.RecurId(exception, exception.RecurrenceId ?? exception.Start)),
                new XAttribute("id", call.Id(owner, exception.InviteId))
            ))
        );
    }

    private static CalendarItem Store(SoapCall call, Mailbox mailbox, MailFolder folder, AppointmentLookup? known, CalendarItem wanted)
    {
        if (known is null)
        {
            return mailbox.Add(folder, wanted, call.Directory.Now);
        }

        CalendarItem stored = mailbox.Replace(known.Folder, known.Item, wanted with { InviteId = mailbox.TakeId() }, call.Directory.Now);
        if (known.Folder != folder)
        {
            mailbox.Move(known.Folder, stored, folder);
        }

        return stored;
    }

    private static IEnumerable<Part> Parts(SoapCall call, Model.Account owner, XElement request) =>
        from kind in Kinds
        from element in request.All(kind)
        select new Part(kind, Read(call, owner, element, kind));

    private static CalendarItem Read(SoapCall call, Model.Account owner, XElement element, string kind)
    {
        XElement m = element.RequiredChild("m");
        XElement inv = m.Child("inv") ?? throw SoapFault.Failure("SetCalendarItem could not build an iCalendar object");
        XElement comp = inv.Child("comp") ?? inv;
        if (kind == "cancel" && comp.Attr("uid") is null or "")
        {
            throw SoapFault.Invalid("Missing uid in a cancel invite");
        }

        var reader = new AppointmentReader(call, owner) { MayNameInstance = kind != "default" };
        CalendarItem item = inv.Child("content") is { } text ? Raw(call, owner, text.Value) : reader.Read(m, uid: null);
        string answer = AttendeeElement.StatusOf(element.Attr("ptst"));
        return item with
        {
            RecurrenceId = comp.Child("exceptId") is { } instance ? reader.TimeIn(item, instance) : item.RecurrenceId,
            Attendees = [.. item.Attendees.Select(at => Organizing.Has(owner, at.Mail) ? at with { Status = answer } : at)],
        };
    }

    private static CalendarItem Raw(SoapCall call, Model.Account owner, string text)
    {
        try
        {
            return IcsImport.Read(text, call.Directory.Now, call.Directory.ZoneOf(owner)) is [var item, ..]
                ? item
                : throw SoapFault.Failure("SetCalendarItem could not build an iCalendar object");
        }
        catch (FormatException e)
        {
            throw new SoapFault("service.PARSE_ERROR", $"parse error: {e.Message}");
        }
    }

    private static IEnumerable<CalendarReply> Replies(SoapCall call, Model.Account owner, XElement request, CalendarItem series) =>
        (request.Child("replies")?.All("reply") ?? []).Select(reply => new CalendarReply(
            reply.Required("at"),
            AttendeeElement.StatusOf(reply.Attr("ptst")),
            (int)(reply.Number("seq") ?? throw SoapFault.MissingAttribute("seq")),
            DateTimeOffset.FromUnixTimeMilliseconds(reply.Number("d") ?? throw SoapFault.MissingAttribute("d")),
            reply.Attr("recurId") is { } date
                ? new AppointmentReader(call, owner).TimeIn(
                    series,
                    new XElement("exceptId", new XAttribute("d", date), reply.Attribute("tz"))
                )
                : null
        ));

    private sealed record Part(string Kind, CalendarItem Item);
}
