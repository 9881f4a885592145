using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail CreateAppointmentRequest, as far as filling calendars needs it.</summary>
internal static class CreateAppointment
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement m = request.RequiredChild("m");
        (Model.Account owner, int folderId) = FolderLookup.Parse(call, m.Attr("l") ?? "10");
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        MailFolder folder = mailbox.Find(folderId) ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, folderId));
        if (call.Caller is { IsVirtual: true } && owner == call.Caller)
        {
            throw SoapFault.Denied("permission denied for external account");
        }

        if (!FolderLookup.RightsOn(call, owner, folder).Contains('i', StringComparison.Ordinal))
        {
            throw SoapFault.Denied("you do not have the required rights on the folder");
        }

        XElement inv = m.Child("inv") ?? throw SoapFault.Failure("java.lang.NullPointerException");
        XElement comp = inv.Child("comp") ?? inv;
        int message = mailbox.TakeId();
        int id = mailbox.TakeId();
        folder.Items.Add(Item(call, m, comp, id, inv.Attr("uid") ?? comp.Attr("uid")));
        int change = mailbox.Touch();
        string shown = call.Id(owner, id);
        return Xml.Response(
            request,
            new XAttribute("calItemId", shown), new XAttribute("apptId", shown), new XAttribute("invId", $"{shown}-{message}"),
            new XAttribute("ms", change), new XAttribute("rev", change));
    }

    private static CalendarItem Item(SoapCall call, XElement m, XElement comp, int id, string? uid)
    {
        XElement start = comp.Child("s") ?? throw SoapFault.MissingElement("s");
        bool allDay = comp.Flag("allDay") == true || start.Required("d").Length == 8;
        DateTime from = Time(start, out string? zone);
        DateTime to = comp.Child("e") is { } end ? Time(end, out _) : from.AddHours(1);
        XElement? organizer = comp.Child("or");
        return new CalendarItem
        {
            Id = id,
            Uid = uid ?? Guid.NewGuid().ToString(),
            Summary = comp.Attr("name"),
            Location = comp.Attr("loc"),
            Description = m.Child("mp")?.Child("content")?.Value ?? comp.Child("desc")?.Value,
            Start = from,
            End = allDay ? to.AddDays(1) : to,
            AllDay = allDay,
            TimeZone = allDay ? null : zone,
            Class = comp.Attr("class") switch { "PRI" => "PRIVATE", "CON" => "CONFIDENTIAL", _ => "PUBLIC" },
            Status = comp.Attr("status") switch { "TENT" => "TENTATIVE", "CANC" => "CANCELLED", _ => "CONFIRMED" },
            Transparency = comp.Attr("transp") == "T" ? "TRANSPARENT" : "OPAQUE",
            BusyStatus = comp.Attr("fb") switch { "F" => "FREE", "T" => "TENTATIVE", "O" => "OOF", _ => "BUSY" },
            Organizer = organizer is null ? null : (organizer.Required("a"), organizer.Attr("d")),
            Attendees = [.. comp.All("at").Select(at => (at.Required("a"), at.Attr("d")))],
            RecurrenceRule = comp.Child("recur")?.Child("add")?.Child("rule") is { } rule ? Rule(rule) : null,
            Modified = call.Directory.Now,
        };
    }

    private static DateTime Time(XElement element, out string? zone)
    {
        string text = element.Required("d");
        zone = text.EndsWith('Z') ? null : element.Attr("tz");
        string[] forms = ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd"];
        return DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? time
            : throw SoapFault.Invalid($"Caught ParseException: java.text.ParseException: Invalid date/time specified: {text}");
    }

    private static string Rule(XElement rule)
    {
        List<string> parts = [$"FREQ={rule.Required("freq")}"];
        Add("until", "UNTIL", "d");
        Add("count", "COUNT", "num");
        Add("interval", "INTERVAL", "ival");
        if (rule.Child("byday") is { } days)
        {
            parts.Add("BYDAY=" + string.Join(',', days.All("wkday").Select(day => day.Attr("ordwk") + day.Required("day"))));
        }

        Add("bymonthday", "BYMONTHDAY", "modaylist");
        Add("bymonth", "BYMONTH", "molist");
        return string.Join(';', parts);

        void Add(string element, string name, string attribute)
        {
            if (rule.Child(element)?.Attr(attribute) is { } value)
            {
                parts.Add($"{name}={value}");
            }
        }
    }
}
