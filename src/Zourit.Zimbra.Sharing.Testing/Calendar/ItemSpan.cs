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
        DateTimeOffset to = EndMoment(item);
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
        var replaced = item
            .Exceptions.Select(exception => exception.RecurrenceId)
            .OfType<DateTime>()
            .Concat(item.ExceptionDates)
            .ToHashSet();
        return Starts(item)
            .TakeWhile(start => Moment(item, start) < to && !(start >= item.CancelledFrom))
            .Where(start => !replaced.Contains(start))
            .Select(start => Instance(item, start))
            .Concat(item.Exceptions.Select(exception => Instance(exception, exception.Start)))
            .Where(instance => instance.Start < to && instance.End > from);
    }

    // Between two zones the length is one of time, else one of the clock.
    private static (DateTimeOffset Start, DateTimeOffset End) Instance(CalendarItem item, DateTime start) =>
        item.EndTimeZone is null
            ? (Moment(item, start), Moment(item, start + (item.End - item.Start)))
            : (Moment(item, start), Moment(item, start) + (EndMoment(item) - Moment(item, item.Start)));

    // Wall times: the rule is worked out without a zone, and each start then placed in it.
    private static IEnumerable<DateTime> Starts(CalendarItem item)
    {
        if (item.RecurrenceRule is not { } rule)
        {
            return [item.Start];
        }

        var series = new CalendarEvent { Start = new CalDateTime(item.Start, !item.AllDay), RecurrenceRule = new RecurrencePattern(rule) };
        IEnumerable<DateTime> starts = series.GetOccurrences(series.Start).Take(MostInstances).Select(one => one.Period.StartTime.Value);

        // The start is an instance, and counted, even where the rule would leave it out.
        if (starts.FirstOrDefault() == item.Start)
        {
            return starts;
        }

        bool isCounted = RecurrenceRule.Parts(rule).TryGetValue("COUNT", out string? count);
        return (isCounted ? starts.Take(int.Parse(count!, System.Globalization.CultureInfo.InvariantCulture) - 1) : starts).Prepend(
            item.Start
        );
    }

    public static DateTimeOffset EndMoment(CalendarItem item) => Moment(item with { TimeZone = item.ZoneOfEnd }, item.End);

    public static DateTimeOffset Moment(CalendarItem item, DateTime time)
    {
        if (item.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
        {
            DateTime wall = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
            return new DateTimeOffset(wall, zone.GetUtcOffset(wall));
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

        if (parts.ContainsKey("COUNT"))
        {
            return Moment(item, Starts(item).LastOrDefault(item.Start)) + (to - from);
        }

        return DateTimeOffset.MaxValue;
    }
}
