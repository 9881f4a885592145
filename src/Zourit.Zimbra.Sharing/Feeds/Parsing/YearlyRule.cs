using System.Globalization;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// The rules by which clocks change: once a year, in a month, on the n-th or last of a weekday or on a day of the month. Neither Ical.Net
/// nor NodaTime works a VTIMEZONE out, and expanding one from 1601 for every event would take its time.
/// </summary>
internal sealed class YearlyRule
{
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private readonly int _month;
    private readonly DayOfWeek? _weekday;
    private readonly int _week;
    private readonly int _firstDay;

    private YearlyRule(int month, DayOfWeek? weekday, int week, int firstDay, DateTime? until)
    {
        _month = month;
        _weekday = weekday;
        _week = week;
        _firstDay = firstDay;
        Until = until;
    }

    /// <summary>The last moment the rule holds, UTC.</summary>
    public DateTime? Until { get; }

    /// <exception cref="FormatException">The rule is another kind.</exception>
    public static YearlyRule Parse(string text, DateTime start)
    {
        var parts = new RuleParts(text);
        IReadOnlyList<string> months = parts.List("BYMONTH"),
            days = parts.List("BYDAY"),
            dates = parts.List("BYMONTHDAY");
        if (
            parts.Frequency != "YEARLY"
            || parts.Interval != 1
            || parts.Count is not null
            || months.Count > 1
            || days.Count > 1
            || (days.Count == 0 && dates.Count > 1)
            || parts["BYSETPOS"] is not null
            || parts["BYWEEKNO"] is not null
            || parts["BYYEARDAY"] is not null
        )
        {
            throw new FormatException($"its rule '{text}' is not understood");
        }

        int month = months.Count == 1 ? Number(months[0], 1, 12) : start.Month;
        DateTime? until = parts["UNTIL"] is { } end ? IcsTime.ParseUntil(end) : null;
        if (days.Count == 0)
        {
            return new YearlyRule(month, null, 0, dates.Count == 1 ? Number(dates[0], 1, 31) : start.Day, until);
        }

        int weekday = Array.IndexOf(Weekdays, days[0][^Math.Min(2, days[0].Length)..].ToUpperInvariant());
        string week = days[0][..^Math.Min(2, days[0].Length)];
        return weekday < 0 ? throw new FormatException($"its rule '{text}' is not understood")
            : dates.Count > 0 ? new YearlyRule(month, (DayOfWeek)weekday, 0, dates.Min(date => Number(date, 1, 31)), until)
            : new YearlyRule(month, (DayOfWeek)weekday, Number(week, -5, 5), 1, until);
    }

    /// <summary>The day of a year, at a time of day; null where the year has none.</summary>
    public DateTime? In(int year, TimeSpan time)
    {
        int length = DateTime.DaysInMonth(year, _month);
        int day =
            _weekday is not { } weekday ? _firstDay
            : _week < 0 ? length - Distance(weekday, new DateTime(year, _month, length).DayOfWeek) + (7 * (_week + 1))
            : Math.Min(_firstDay, length)
                + Distance(new DateTime(year, _month, Math.Min(_firstDay, length)).DayOfWeek, weekday)
                + (7 * Math.Max(_week - 1, 0));
        return day >= 1 && day <= length ? new DateTime(year, _month, day) + time : null;
    }

    private static int Distance(DayOfWeek from, DayOfWeek to) => (to - from + 7) % 7;

    private static int Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
        && number >= least
        && number <= most
        && number != 0
            ? number
            : throw new FormatException($"its rule has '{text}' where a number is due");
}
