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
        (Model.Account owner, MailFolder folder) = Target(call, m);
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        CalendarItem item = mailbox.Store(folder, Read(call, m, uid: null), call.Directory.Now);
        string shown = call.Id(owner, item.Id);
        return Xml.Response(
            request,
            new XAttribute("calItemId", shown),
            new XAttribute("apptId", shown),
            new XAttribute("invId", $"{shown}-{item.InviteId}"),
            new XAttribute("ms", mailbox.ChangeNumber),
            new XAttribute("rev", mailbox.ChangeNumber),
            request.Flag("echo") == true
                ? new XElement("echo", AppointmentElement.Message(item, id => call.Id(owner, id), folder.Id))
                : null
        );
    }

    /// <summary>The calendar that an element names with its <c>l</c>, the default calendar without, if the caller may add to it.</summary>
    public static (Model.Account Owner, MailFolder Folder) Target(SoapCall call, XElement element)
    {
        (Model.Account owner, int folderId) = FolderLookup.Parse(call, element.Attr("l") ?? "10");
        MailFolder folder = call.Directory.MailboxOf(owner).Find(folderId)
            ?? throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, folderId));
        if (call.Caller is { IsVirtual: true } && owner == call.Caller)
        {
            throw SoapFault.Denied("permission denied for external account");
        }

        return FolderLookup.RightsOn(call, owner, folder).Contains('i', StringComparison.Ordinal)
            ? (owner, folder)
            : throw SoapFault.Denied("you do not have the required rights on the folder");
    }

    /// <summary>The item that a message's invitation describes.</summary>
    /// <param name="call">The request.</param>
    /// <param name="m">The message.</param>
    /// <param name="uid">The UID to keep; null for that of the invitation, or a new one.</param>
    public static CalendarItem Read(SoapCall call, XElement m, string? uid)
    {
        XElement inv = m.Child("inv")
            ?? throw SoapFault.Failure(
                "java.lang.NullPointerException: Cannot read field \"mInvite\" because the return value of "
                    + "\"com.zimbra.cs.service.mail.ParseMimeMessage$InviteParser.getResult()\" is null"
            );
        XElement comp = inv.Child("comp") ?? inv;
        XElement start = comp.Child("s") ?? throw SoapFault.MissingElement("s");
        bool allDay = comp.Flag("allDay") == true || start.Required("d").Length == 8;
        DateTime from = Time(start, out string? zone);
        DateTime to = comp.Child("e") is { } end ? Time(end, out _) : from.AddHours(1);
        XElement? organizer = comp.Child("or");
        return new CalendarItem
        {
            Uid = uid ?? inv.Attr("uid") ?? comp.Attr("uid") ?? Guid.NewGuid().ToString(),
            Summary = comp.Attr("name"),
            Location = comp.Attr("loc"),
            Url = comp.Attr("url"),
            Description = m.Child("mp")?.Child("content")?.Value ?? comp.Child("desc")?.Value,
            Start = from,
            End = allDay ? to.AddDays(1) : to,
            AllDay = allDay,
            TimeZone = allDay ? null : zone,
            Class = comp.Attr("class") switch
            {
                "PRI" => "PRIVATE",
                "CON" => "CONFIDENTIAL",
                _ => "PUBLIC",
            },
            Status = comp.Attr("status") switch
            {
                "TENT" => "TENTATIVE",
                "CANC" => "CANCELLED",
                _ => "CONFIRMED",
            },
            Transparency = comp.Attr("transp") == "T" ? "TRANSPARENT" : "OPAQUE",
            BusyStatus = comp.Attr("fb") switch
            {
                "F" => "FREE",
                "T" => "TENTATIVE",
                "O" => "OOF",
                _ => "BUSY",
            },
            Organizer = organizer is null ? null : (organizer.Required("a"), organizer.Attr("d")),
            Attendees = [.. comp.All("at").Select(at => (at.Required("a"), at.Attr("d")))],
            ExceptionDates =
            [
                .. comp.Child("recur")
                    ?.Child("exclude")
                    ?.All("dates")
                    .SelectMany(dates => dates.All("dtval"))
                    .Select(value => Time(value.RequiredChild("s"), out _))
                    ?? [],
            ],
            RecurrenceRule = comp.Child("recur")?.Child("add")?.Child("rule") is { } rule ? Rule(rule) : null,
            Modified = call.Directory.Now,
        };
    }

    // Three letters in Zimbra's XML, the whole word in iCalendar.
    private static string Frequency(string word) =>
        Array.Find(["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"], whole =>
            whole.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        )
            is { } found
        && word.Length >= 3
            ? found
            : throw SoapFault.Invalid($"Invalid frequency: {word}");

    /// <summary>A time as Zimbra's XML gives it, in its zone or UTC.</summary>
    public static DateTime Time(XElement element, out string? zone)
    {
        string text = element.Required("d");
        zone = text.EndsWith('Z') ? null : element.Attr("tz");
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) && !Defines(element, zone))
        {
            throw SoapFault.Invalid($"invalid time zone \"{zone}\"");
        }

        string[] forms = ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd"];
        return DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? time
            : throw SoapFault.Invalid($"Caught ParseException: java.text.ParseException: Invalid date/time specified: {text}");
    }

    // A zone of the caller's own comes beside the component.
    private static bool Defines(XElement time, string zone) =>
        time.Ancestors().Any(ancestor => ancestor.All("tz").Any(tz => tz.Attr("id") == zone));

    private static string Rule(XElement rule)
    {
        List<string> parts = [$"FREQ={Frequency(rule.Required("freq"))}"];
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
