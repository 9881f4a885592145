using System.Globalization;
using System.Xml;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Reads iCalendar text into calendar items: a series and the components that replace its instances become one item.</summary>
internal sealed class IcsImport
{
    private readonly Dictionary<string, string?> _zones;
    private readonly string _floating;
    private readonly DateTimeOffset _now;

    private IcsImport(IcsComponent calendar, DateTimeOffset now, string floating)
    {
        _now = now;
        _floating = floating;
        _zones = calendar
            .Named("VTIMEZONE")
            .GroupBy(zone => zone.Line("TZID")?.Value.Trim('"') ?? "")
            .ToDictionary(zones => zones.Key, zones => ServerZones.Of(zones.First()));
    }

    /// <param name="text">The text.</param>
    /// <param name="now">Now: the last change of events that do not say theirs.</param>
    /// <param name="floating">The zone in which times without one are meant.</param>
    /// <exception cref="FormatException">The text is no iCalendar, or an event has no start or no valid rule.</exception>
    public static IReadOnlyList<CalendarItem> Read(string text, DateTimeOffset now, string floating = ServerZones.Default)
    {
        var calendar = IcsComponent.Parse(text);
        var import = new IcsImport(calendar, now, floating);
        return
        [
            .. calendar
                .Named("VEVENT")
                .GroupBy(component => component.Line("UID")?.Text ?? Guid.NewGuid().ToString())
                .Select(group =>
                {
                    IcsComponent series = group.FirstOrDefault(component => component.Line("RECURRENCE-ID") is null) ?? group.First();
                    return import.Item(group.Key, series) with
                    {
                        Exceptions = [.. group.Where(component => component != series).Select(one => import.Item(group.Key, one))],
                    };
                }),
        ];
    }

    private CalendarItem Item(string uid, IcsComponent component)
    {
        IcsProperty startLine = component.Line("DTSTART") ?? throw new FormatException($"The event {uid} has no DTSTART.");
        (DateTime start, string? zone, bool allDay) = Time(startLine);
        (DateTime End, string? Zone)? end = component.Line("DTEND") is { } endLine ? (Time(endLine).Time, Time(endLine).Zone) : null;
        TimeSpan? length = component.Line("DURATION") is { } duration ? XmlConvert.ToTimeSpan(duration.Value.Trim()) : null;
        var item = new CalendarItem
        {
            Uid = uid,
            Summary = component.Line("SUMMARY")?.Text,
            Description = component.Line("DESCRIPTION")?.Text,
            Html = component.Line("X-ALT-DESC")?.Text,
            Location = component.Line("LOCATION")?.Text,
            Url = component.Line("URL")?.Text,
            Start = start,
            End = end?.End ?? start + (length ?? TimeSpan.FromDays(allDay ? 1 : 0)),
            AllDay = allDay,
            TimeZone = zone,
            EndTimeZone = end?.Zone == zone ? null : end?.Zone,
            GivesDuration = length is not null && end is null,
            Class = Word(component, "CLASS") is ("PRIVATE" or "CONFIDENTIAL") and var word ? word : "PUBLIC",
            Status = Word(component, "STATUS") ?? "CONFIRMED",
            Transparency = Word(component, "TRANSP") ?? "OPAQUE",
            Priority = component.Line("PRIORITY")?.Value.Trim(),
            Geo = component.Line("GEO")?.Value.Trim(),
            Categories = [.. component.All("CATEGORIES").SelectMany(line => line.Value.Split(',')).Select(name => name.Trim())],
            Sequence = int.TryParse(component.Line("SEQUENCE")?.Value, out int sequence) ? sequence : 0,
            Modified = Moment(component.Line("LAST-MODIFIED")) ?? Moment(component.Line("DTSTAMP")) ?? _now,
            RecurrenceId = component.Line("RECURRENCE-ID") is { } instance ? Time(instance).Time : null,
            ExceptionDates = [.. component.All("EXDATE").SelectMany(Dates)],
            RecurrenceRule = component.Line("RRULE") is { } recurrence ? RecurrenceRule.Checked(recurrence.Value.Trim()) : null,
        };
        return ComponentDetails.Add(
            item with
            {
                BusyStatus = Word(component, "X-MICROSOFT-CDO-INTENDEDSTATUS") ?? BusyStatus(item),
                RecurrenceRule = item.RecurrenceRule is { } rule ? RecurrenceRule.Ordered(rule) : null,
            },
            component
        );
    }

    private static string BusyStatus(CalendarItem item) =>
        item.Transparency == "TRANSPARENT" ? "FREE"
        : item.Status == "TENTATIVE" ? "TENTATIVE"
        : "BUSY";

    private static string? Word(IcsComponent component, string property) => component.Line(property)?.Value.Trim().ToUpperInvariant();

    private IEnumerable<DateTime> Dates(IcsProperty line) => line.Value.Split(',').Select(value => Time(line with { Value = value }).Time);

    private (DateTime Time, string? Zone, bool IsDate) Time(IcsProperty line)
    {
        string text = line.Value.Trim();
        if (
            !DateTime.TryParseExact(
                text,
                ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateTime time
            )
        )
        {
            throw new FormatException($"Invalid date/time specified: {text}");
        }

        bool isDate = text.Length == 8;
        string? zone = isDate || text[^1] == 'Z' ? null : Zone(line.Parameters.GetValueOrDefault("TZID"));
        return zone is "Etc/UTC" or "UTC" ? (time, null, isDate) : (time, zone, isDate);
    }

    // A name that nobody defines stays: the server would refuse the text, other servers' files have it.
    private string Zone(string? name) =>
        name is null ? _floating : (_zones.TryGetValue(name, out string? known) ? known : ServerZones.Find(name)) ?? name;

    private static DateTimeOffset? Moment(IcsProperty? line) =>
        DateTimeOffset.TryParseExact(
            line?.Value.Trim(),
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset moment
        )
            ? moment
            : null;
}
