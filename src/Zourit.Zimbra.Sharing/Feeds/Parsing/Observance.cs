namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// A STANDARD or DAYLIGHT part of a VTIMEZONE: from which wall times on, told by the clock before, the clock shows which offset.
/// </summary>
internal sealed class Observance(bool isDaylight, TimeSpan from, TimeSpan to, DateTime start, YearlyRule? rule, IEnumerable<DateTime> dates)
{
    private readonly DateTime[] _dates = [.. dates.Order()];

    public bool IsDaylight { get; } = isDaylight;

    public TimeSpan From { get; } = from;

    public TimeSpan To { get; } = to;

    /// <summary>The latest onset at or before a wall time; null when there was none yet.</summary>
    public DateTime? LatestOnset(DateTime wall)
    {
        DateTime? latest = start <= wall ? start : null;
        int at = Array.BinarySearch(_dates, wall);
        at = at >= 0 ? at : ~at - 1;
        if (at >= 0)
        {
            Take(_dates[at]);
        }

        if (rule is not null)
        {
            int year = Math.Min(wall.Year, rule.Until?.Year ?? wall.Year);
            for (int candidate = Math.Min(year + 1, DateTime.MaxValue.Year); candidate >= Math.Max(year - 1, 1); candidate--)
            {
                if (
                    rule.In(candidate, start.TimeOfDay) is { } onset
                    && onset >= start
                    && (rule.Until is not { } until || Shift(onset, -From) <= until)
                )
                {
                    Take(onset);
                }
            }
        }

        return latest;

        void Take(DateTime onset) => latest = onset <= wall && (latest is null || onset > latest) ? onset : latest;
    }

    public static DateTime Shift(DateTime time, TimeSpan by) =>
        new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}
