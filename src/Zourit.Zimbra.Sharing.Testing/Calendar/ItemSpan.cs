using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>When an item happens, as moments: the whole span of a series.</summary>
internal static class ItemSpan
{
    /// <summary>As far as an endless series is followed.</summary>
    private const int MostInstances = 10_000;

    public static (DateTimeOffset From, DateTimeOffset To) Of(CalendarItem item)
    {
        DateTimeOffset from = Moment(item, item.Start);
        DateTimeOffset to = Moment(item, item.End);
        return (from, item.RecurrenceRule is null ? to : EndOfSeries(item, from, to));
    }

    /// <summary>
    /// Whether an item falls into a range: one bound is held against a series' whole span, both against its instances (docs/protocol.md
    /// §8.3).
    /// </summary>
    public static bool Touches(CalendarItem item, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is { } first && to is { } last)
        {
            return Instances(item, first, last).Any();
        }

        (DateTimeOffset start, DateTimeOffset end) = Of(item);
        return (from is null || end > from) && (to is null || start < to);
    }

    /// <summary>The instances that overlap a range, changed ones at their own time, cancelled ones left out.</summary>
    public static IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Instances(
        CalendarItem item,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        TimeSpan length = item.End - item.Start;
        var replaced = item
            .Exceptions.Select(exception => exception.RecurrenceId)
            .OfType<DateTime>()
            .Concat(item.ExceptionDates)
            .ToHashSet();
        return Starts(item)
            .TakeWhile(start => Moment(item, start) < to)
            .Where(start => !replaced.Contains(start))
            .Select(start => (Start: Moment(item, start), End: Moment(item, start + length)))
            .Concat(item.Exceptions.Select(exception => (Start: Moment(exception, exception.Start), End: Moment(exception, exception.End))))
            .Where(instance => instance.Start < to && instance.End > from);
    }

    // Wall times: the rule is worked out without a zone, and each start then placed in it.
    private static IEnumerable<DateTime> Starts(CalendarItem item)
    {
        if (item.RecurrenceRule is not { } rule)
        {
            return [item.Start];
        }

        var series = new CalendarEvent { Start = new CalDateTime(item.Start, !item.AllDay), RecurrenceRule = new RecurrencePattern(rule) };
        return series.GetOccurrences(series.Start).Take(MostInstances).Select(occurrence => occurrence.Period.StartTime.Value);
    }

    public static DateTimeOffset Moment(CalendarItem item, DateTime time)
    {
        if (item.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
        {
            return new DateTimeOffset(time, zone.GetUtcOffset(time));
        }

        return new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
    }

    private static DateTimeOffset EndOfSeries(CalendarItem item, DateTimeOffset from, DateTimeOffset to)
    {
        var parts = item.RecurrenceRule!.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        if (
            parts.TryGetValue("UNTIL", out string? until)
            && DateTime.TryParseExact(
                until,
                ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd"],
                System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.None,
                out DateTime end
            )
        )
        {
            return new DateTimeOffset(DateTime.SpecifyKind(end, DateTimeKind.Utc)) + (to - from);
        }

        if (parts.TryGetValue("COUNT", out string? count) && int.TryParse(count, out int times))
        {
            int interval = parts.TryGetValue("INTERVAL", out string? text) && int.TryParse(text, out int given) ? given : 1;
            int days = parts["FREQ"] switch
            {
                "DAILY" => 1,
                "WEEKLY" => 7,
                "MONTHLY" => 31,
                _ => 366,
            };
            return to.AddDays((double)days * interval * Math.Max(times - 1, 0));
        }

        return DateTimeOffset.MaxValue;
    }
}
