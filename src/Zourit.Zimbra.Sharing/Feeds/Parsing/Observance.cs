namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// A STANDARD or DAYLIGHT part of a VTIMEZONE: from which wall times on, by the clock before, the clock shows which offset.
/// </summary>
internal sealed class Observance(
    bool isDaylight,
    (TimeSpan From, TimeSpan To) offsets,
    DateTime start,
    YearlyRule? rule,
    IEnumerable<DateTime> dates
)
{
    private readonly DateTime[] _dates = [.. dates.Append(start).Order().Distinct()];

    public bool IsDaylight { get; } = isDaylight;

    public TimeSpan From { get; } = offsets.From;

    public TimeSpan To { get; } = offsets.To;

    public DateTime Start { get; } = start;

    /// <summary>Whether its rule has no end.</summary>
    public bool IsEndless { get; } = rule is { Until: null };

    /// <summary>Whether it comes into force once.</summary>
    public bool IsSingle => rule is null && _dates.Length == 1;

    /// <summary>The latest onset at or before a wall time; null when there was none yet.</summary>
    public DateTime? LatestOnset(DateTime wall)
    {
        int at = Array.BinarySearch(_dates, wall);
        at = at >= 0 ? at : ~at - 1;
        DateTime? latest = at >= 0 ? _dates[at] : null;
        int year = Math.Min(wall.Year, rule?.Until?.Year ?? wall.Year);

        // A day may be missing in a year: the 29th of February in seven in a row.
        for (int candidate = year; rule is not null && candidate >= Math.Max(year - 8, 1); candidate--)
        {
            if (Onset(candidate) is { } onset && onset <= wall)
            {
                return latest > onset ? latest : onset;
            }
        }

        return latest;
    }

    /// <summary>The onsets after one wall time until another.</summary>
    public IEnumerable<DateTime> OnsetsIn(DateTime after, DateTime until)
    {
        int at = Array.BinarySearch(_dates, after);
        for (at = at >= 0 ? at + 1 : ~at; at < _dates.Length && _dates[at] <= until; at++)
        {
            yield return _dates[at];
        }

        for (int year = after.Year; rule is not null && year <= until.Year; year++)
        {
            if (Onset(year) is { } onset && onset > after && onset <= until)
            {
                yield return onset;
            }
        }
    }

    public static DateTime Shift(DateTime time, TimeSpan by) =>
        new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));

    private DateTime? Onset(int year) =>
        rule!.In(year, Start.TimeOfDay) is { } onset && onset >= Start && (rule.Until is not { } last || Shift(onset, -From) <= last)
            ? onset
            : null;
}
