using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Reads the invitation of a message (<c>m/inv/comp</c>) into a calendar item.</summary>
/// <param name="call">The request.</param>
/// <param name="owner">Whose calendar it goes into: times without a zone are meant in that account's.</param>
internal sealed class AppointmentReader(SoapCall call, Model.Account owner)
{
    /// <summary>Whether the invitation may say which date of a series it is for (<c>exceptId</c>).</summary>
    public bool MayNameInstance { get; init; }

    /// <summary>Whether the invitation may be one to a series.</summary>
    public bool MayRecur { get; init; } = true;

    /// <summary>The item that a message's invitation describes.</summary>
    /// <param name="m">The message.</param>
    /// <param name="uid">The UID to keep; null for that of the invitation, or a new one.</param>
    public CalendarItem Read(XElement m, string? uid)
    {
        XElement inv = m.Child("inv")
            ?? throw SoapFault.Failure(
                "java.lang.NullPointerException: Cannot read field \"mInvite\" because the return value of "
                    + "\"com.zimbra.cs.service.mail.ParseMimeMessage$InviteParser.getResult()\" is null"
            );
        XElement comp = inv.Child("comp") ?? inv;
        AppointmentWords.Check(comp);
        if (!MayNameInstance && comp.Child("exceptId") is not null)
        {
            throw SoapFault.Invalid("May not specify an <exceptId> in this request");
        }

        XElement start = comp.Child("s") ?? throw SoapFault.MissingElement("s");
        bool allDay = comp.Flag("allDay") == true || start.Required("d").Length == 8;
        DateTime from = Time(start, out string? zone);
        string? endZone = zone;
        TimeSpan? length = comp.Child("dur") is { } duration ? Length(duration) : null;
        DateTime to =
            comp.Child("e") is { } end ? Time(end, out endZone)
            : length is { } given ? from + given
            : allDay ? from
            : from.AddHours(1);
        if (endZone == zone && to < from)
        {
            to = from.AddSeconds(1);
        }

        var item = new CalendarItem
        {
            Uid = uid ?? inv.Attr("uid") ?? comp.Attr("uid") ?? Guid.NewGuid().ToString(),
            Summary = comp.Attr("name"),
            Location = comp.Attr("loc"),
            Url = comp.Attr("url"),
            Description = Text(m, "text/plain") ?? comp.Child("desc")?.Value,
            Html = Text(m, "text/html") ?? comp.Child("descHtml")?.Value,
            Start = Shown(from, zone),
            End = allDay ? to.AddDays(1) : Shown(to, endZone),
            AllDay = allDay,
            TimeZone = allDay ? null : zone,
            EndTimeZone = allDay || endZone == zone ? null : endZone,
            GivesDuration = length is not null && comp.Child("e") is null,
            Sequence = (int)(comp.Number("seq") ?? 0),
            Modified = call.Directory.Now,
        };
        item = Words(item, comp) with
        {
            Organizer = comp.Child("or") is { } organizer ? (organizer.Required("a"), organizer.Attr("d")) : null,
            Attendees = [.. comp.All("at").Select(Attendee)],
            Alarms = [.. comp.All("alarm").Select(AlarmElement.Read)],
            ExceptionDates =
            [
                .. comp.Child("recur")
                    ?.Child("exclude")
                    ?.All("dates")
                    .SelectMany(dates => dates.All("dtval"))
                    .Select(value => Time(value.RequiredChild("s"), out _))
                    ?? [],
            ],
        };
        if (!MayRecur && comp.Child("recur") is not null)
        {
            throw SoapFault.Invalid("No <recur> allowed in an exception");
        }

        return comp.Child("recur")?.Child("add")?.Child("rule") is { } rule
            ? item with
            {
                RecurrenceRule = RecurrenceRule.Stored(RuleElement.Read(rule), item),
            }
            : item;
    }

    /// <summary>A time as Zimbra's XML gives it, in its zone or UTC.</summary>
    public DateTime Time(XElement element, out string? zone)
    {
        string text = element.Required("d");
        zone =
            text.EndsWith('Z') ? null
            : text.Length == 8 ? null
            : Zone(element, element.Attr("tz"));
        string[] forms = ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd"];
        return DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? time
            : throw SoapFault.Invalid($"Caught ParseException: java.text.ParseException: Invalid date/time specified: {text}");
    }

    /// <summary>A moment as wall time of the item that it belongs to: the client's may be in another zone.</summary>
    public DateTime TimeIn(CalendarItem item, XElement element)
    {
        DateTime time = Time(element, out string? zone);
        if (item.AllDay || zone == item.TimeZone)
        {
            return time;
        }

        DateTimeOffset moment = ItemSpan.Moment(item with { TimeZone = zone }, time);
        return item.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? own)
            ? TimeZoneInfo.ConvertTime(moment, own).DateTime
            : moment.UtcDateTime;
    }

    // A zone of the caller's own is beside the component; a name that nobody defines is refused.
    private string? Zone(XElement time, string? name)
    {
        if (name is null)
        {
            return call.Directory.ZoneOf(owner);
        }

        string? zone = ServerZones.Find(name)
            ?? time.Ancestors()
                .SelectMany(ancestor => ancestor.All("tz"))
                .Where(tz => tz.Attr("id") == name)
                .Select(tz => ZoneOf(tz) ?? name)
                .FirstOrDefault();
        return zone is "UTC" or "Etc/UTC" or "Etc/GMT" or "GMT" ? null : zone ?? throw SoapFault.Invalid($"invalid time zone \"{name}\"");
    }

    /// <summary>The server's zone of the rules that a client gives; null where none is equal.</summary>
    public static string? ZoneOf(XElement tz) => ServerZones.Equal(Rules(tz));

    private static ZoneRules Rules(XElement tz)
    {
        int standard = (int)(tz.Number("stdoff") ?? 0);
        return new ZoneRules(
            standard,
            (int)(tz.Child("daylight") is null ? standard : tz.Number("dayoff") ?? standard),
            (int?)tz.Child("daylight")?.Number("mon"),
            (int?)tz.Child("standard")?.Number("mon")
        );
    }

    // A time in the hour that is left out in spring is kept an hour earlier (recording 17-107).
    private static DateTime Shown(DateTime time, string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) && found.IsInvalidTime(time)
            ? time.AddHours(-1)
            : time;

    private static CalendarItem Words(CalendarItem item, XElement comp) =>
        item with
        {
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
            // Where the free/busy status is given, it decides.
            Transparency = (comp.Attr("fb") ?? (comp.Attr("transp") == "T" ? "F" : "B")) == "F" ? "TRANSPARENT" : "OPAQUE",
            BusyStatus = comp.Attr("fb") switch
            {
                "F" => "FREE",
                "T" => "TENTATIVE",
                "O" => "OOF",
                _ => "BUSY",
            },
            Priority = comp.Attr("priority") is { } priority && priority != "0" ? priority : null,
            Categories = [.. comp.All("category").Select(category => category.Value)],
            Geo = comp.Child("geo") is { } geo ? $"{geo.Attr("lat")};{geo.Attr("lon")}" : null,
        };

    private static CalendarAttendee Attendee(XElement at) =>
        new()
        {
            Mail = at.Required("a"),
            Name = at.Attr("d"),
            Role = AttendeeElement.RoleOf(at.Attr("role")),
            Status = AttendeeElement.StatusOf(at.Attr("ptst")),
            Rsvp = at.Flag("rsvp") == true,
        };

    /// <summary>A message's text of one type; null without one.</summary>
    public static string? Text(XElement m, string type) =>
        m.Descendants().FirstOrDefault(part => part.Name.LocalName == "mp" && part.Attr("ct") == type)?.Attr("content")
        ?? (type == "text/plain" ? m.Child("mp")?.Attr("content") : null);

    private static TimeSpan Length(XElement duration) =>
        new TimeSpan(
            (int)(((duration.Number("w") ?? 0) * 7) + (duration.Number("d") ?? 0)),
            (int)(duration.Number("h") ?? 0),
            (int)(duration.Number("m") ?? 0),
            (int)(duration.Number("s") ?? 0)
        ) * (duration.Flag("neg") == true ? -1 : 1);
}
