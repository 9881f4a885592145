using Ical.Net;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// The rules by which clocks change: once a year, in a month, on the n-th or last of a weekday or on a day of the month. Neither Ical.Net
/// nor NodaTime works a VTIMEZONE out, and expanding one from 1601 for every event would take its time.
/// </summary>
internal sealed class YearlyRule
{
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

    /// <summary>The last moment the rule holds, UTC; a date lasts until its end.</summary>
    public DateTime? Until { get; }

    /// <exception cref="UnreadableException">The rule is another kind.</exception>
    public static YearlyRule Parse(string text, DateTime start)
    {
        var rule = new RuleParts(text);
        int month = rule.Months.Count == 0 ? start.Month : rule.Months[0];
        int date = rule.MonthDays.Count == 0 ? 0 : rule.MonthDays[0];
        DateTime? until = rule.Until is (var end, var isDate, _)
            ? Observance.Shift(end, isDate ? TimeSpan.FromDays(1) - TimeSpan.FromTicks(1) : TimeSpan.Zero)
            : null;
        YearlyRule? read = (rule.Days, rule.MonthDays, rule.Positions) switch
        {
            _ when !IsOnceAYear(rule) || date < 0 => null,
            ([], { Count: <= 1 }, []) => new YearlyRule(month, null, 0, date == 0 ? start.Day : date, until),
            ([{ Number: { } week } day], [], []) when Math.Abs(week) <= 5 => new YearlyRule(month, day.Day, week, 1, until),

            // The first of a weekday from some day on: BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14.
            ([{ Number: null } day], [_, ..], []) => new YearlyRule(month, day.Day, 0, date, until),
            ([{ Number: null } day], [], [var week]) when Math.Abs(week) <= 5 => new YearlyRule(month, day.Day, week, 1, until),
            _ => null,
        };
        return read ?? throw new UnreadableException(UnreadableZoneTexts.Rule(text));
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

    private static bool IsOnceAYear(RuleParts rule) =>
        rule.Frequency == FrequencyType.Yearly
        && rule.Interval == 1
        && rule.Count is null
        && rule.Months.Count <= 1
        && rule.Weeks.Count + rule.YearDays.Count + rule.Hours.Count + rule.Minutes.Count + rule.Seconds.Count == 0;
}
