using System.Globalization;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Comparison;

/// <summary>
/// A recurrence rule as RFC 5545 §3.3.10 describes it, expanded without any thought of speed: each day of each period is looked at, and
/// kept if no part of the rule is against it.
/// </summary>
internal sealed record PlainRule(string Frequency)
{
    private static readonly string[] Names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public int Interval { get; init; } = 1;

    public int? Count { get; init; }

    /// <summary>The last wall time.</summary>
    public DateTime? Until { get; init; }

    /// <summary>UNTIL as it is written.</summary>
    public string? UntilText { get; init; }

    public int[] Months { get; init; } = [];

    public int[] MonthDays { get; init; } = [];

    public int[] YearDays { get; init; } = [];

    public int[] Hours { get; init; } = [];

    public int[] Minutes { get; init; } = [];

    public int[] Positions { get; init; } = [];

    public (int? Number, DayOfWeek Day)[] Days { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    public IEnumerable<DateTime> Starts(DateTime start, DateTime end)
    {
        int count = 0;
        for (DateTime period = PeriodOf(start); period < end; period = Next(period))
        {
            DateTime[] set = [.. DaysIn(period).Where(day => Matches(day, start)).SelectMany(day => TimesOf(day, start)).Order()];
            DateTime[] chosen =
                Positions.Length == 0
                    ? set
                    :
                    [
                        .. Positions
                            .Select(at => at > 0 ? at - 1 : set.Length + at)
                            .Where(at => at >= 0 && at < set.Length)
                            .Distinct()
                            .Order()
                            .Select(at => set[at]),
                    ];
            foreach (DateTime one in chosen.Where(one => one >= start))
            {
                if (one >= end || one > Until || count++ == Count)
                {
                    yield break;
                }

                yield return one;
            }
        }
    }

    public override string ToString() =>
        string.Join(
            ';',
            new[]
            {
                $"FREQ={Frequency}",
                Interval == 1 ? null : $"INTERVAL={Interval}",
                Count is null ? null : $"COUNT={Count}",
                UntilText is null ? null : $"UNTIL={UntilText}",
                WeekStart == DayOfWeek.Monday ? null : $"WKST={Names[(int)WeekStart]}",
                List("BYMONTH", Months),
                List("BYMONTHDAY", MonthDays),
                List("BYYEARDAY", YearDays),
                List("BYDAY", Days.Select(day => $"{day.Number?.ToString(CultureInfo.InvariantCulture)}{Names[(int)day.Day]}")),
                List("BYHOUR", Hours),
                List("BYMINUTE", Minutes),
                List("BYSETPOS", Positions),
            }.OfType<string>()
        );

    private static string? List<T>(string name, IEnumerable<T> values) =>
        string.Join(',', values) is { Length: > 0 } text ? $"{name}={text}" : null;

    private DateTime PeriodOf(DateTime start) =>
        Frequency switch
        {
            "DAILY" => start.Date,
            "WEEKLY" => start.Date.AddDays(-(((int)start.DayOfWeek - (int)WeekStart + 7) % 7)),
            "MONTHLY" => new DateTime(start.Year, start.Month, 1),
            _ => new DateTime(start.Year, 1, 1),
        };

    private DateTime Next(DateTime period) =>
        Frequency switch
        {
            "DAILY" => period.AddDays(Interval),
            "WEEKLY" => period.AddDays(7 * Interval),
            "MONTHLY" => period.AddMonths(Interval),
            _ => period.AddYears(Interval),
        };

    private IEnumerable<DateTime> DaysIn(DateTime period)
    {
        DateTime end = Frequency switch
        {
            "DAILY" => period.AddDays(1),
            "WEEKLY" => period.AddDays(7),
            "MONTHLY" => period.AddMonths(1),
            _ => period.AddYears(1),
        };
        for (DateTime day = period; day < end; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private bool Matches(DateTime day, DateTime start)
    {
        int inMonth = DateTime.DaysInMonth(day.Year, day.Month),
            inYear = DateTime.IsLeapYear(day.Year) ? 366 : 365;
        bool namesDays = Days.Length + MonthDays.Length + YearDays.Length > 0;
        return (Months.Length == 0 || Months.Contains(day.Month))
            && (MonthDays.Length == 0 || MonthDays.Contains(day.Day) || MonthDays.Contains(day.Day - inMonth - 1))
            && (YearDays.Length == 0 || YearDays.Contains(day.DayOfYear) || YearDays.Contains(day.DayOfYear - inYear - 1))
            && (Days.Length == 0 || Days.Any(wanted => wanted.Day == day.DayOfWeek && IsNumber(wanted.Number, day, inMonth, inYear)))
            && (
                namesDays
                || Frequency switch
                {
                    "DAILY" => true,
                    "WEEKLY" => day.DayOfWeek == start.DayOfWeek,
                    "MONTHLY" => day.Day == start.Day,
                    _ => day.Day == start.Day && (Months.Length > 0 || day.Month == start.Month),
                }
            );
    }

    // The n-th of the month where the rule is about months, of the year otherwise.
    private bool IsNumber(int? number, DateTime day, int inMonth, int inYear)
    {
        bool ofMonth = Frequency == "MONTHLY" || Months.Length > 0;
        int at = ofMonth ? day.Day : day.DayOfYear,
            length = ofMonth ? inMonth : inYear;
        return number is null || number == ((at - 1) / 7) + 1 || number == -(((length - at) / 7) + 1);
    }

    private IEnumerable<DateTime> TimesOf(DateTime day, DateTime start) =>
        from hour in Hours.Length > 0 ? Hours : [start.Hour]
        from minute in Minutes.Length > 0 ? Minutes : [start.Minute]
        select day.AddHours(hour).AddMinutes(minute).AddSeconds(start.Second);
}
