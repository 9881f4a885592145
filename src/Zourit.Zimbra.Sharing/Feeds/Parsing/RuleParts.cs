using System.Globalization;
using Ical.Net;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// A recurrence rule, part by part: <c>FREQ=WEEKLY;BYDAY=MO,TH</c>. Ical.Net gets these parts and never the text, with which it hangs on
/// a carriage return and throws whatever it likes on the rest.
/// </summary>
internal sealed class RuleParts
{
    // All days of a year take 1,400.
    private const int LongestText = 4_000;

    private static readonly string[] DayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<LocalizedText> _ignored = [];

    /// <exception cref="UnreadableException">The rule cannot be followed: a part that decides about its dates is missing or
    /// malformed.</exception>
    public RuleParts(string text)
    {
        if (text.Length > LongestText)
        {
            throw new UnreadableException(UnreadableRuleTexts.TooLong(text.Length, LongestText));
        }

        Split(text);
        Frequency = this["FREQ"]?.ToUpperInvariant() switch
        {
            "SECONDLY" => FrequencyType.Secondly,
            "MINUTELY" => FrequencyType.Minutely,
            "HOURLY" => FrequencyType.Hourly,
            "DAILY" => FrequencyType.Daily,
            "WEEKLY" => FrequencyType.Weekly,
            "MONTHLY" => FrequencyType.Monthly,
            "YEARLY" => FrequencyType.Yearly,
            null => throw new UnreadableException(UnreadableRuleTexts.NoFrequency),
            var other => throw new UnreadableException(UnreadableRuleTexts.Part("FREQ", UnreadableRuleTexts.Unknown(other))),
        };
        Interval = Positive("INTERVAL") ?? 1;
        Count = Positive("COUNT");
        Until = this["UNTIL"] is { } end
            ? IcsTime.Read(end) ?? throw new UnreadableException(UnreadableRuleTexts.Part("UNTIL", UnreadableTexts.NoTime(end)))
            : null;
        Months = Numbers("BYMONTH", 1, 12);
        MonthDays = Numbers("BYMONTHDAY", -31, 31);
        YearDays = Numbers("BYYEARDAY", -366, 366);
        Weeks = Numbers("BYWEEKNO", -53, 53);
        Hours = Numbers("BYHOUR", 0, 23);
        Minutes = Numbers("BYMINUTE", 0, 59);

        // A leap second is legal, but no DateTime.
        Seconds = [.. Numbers("BYSECOND", 0, 60).Select(second => Math.Min(second, 59)).Distinct()];
        Positions = Numbers("BYSETPOS", -366, 366);
        Days = Weekdays();
        WeekStart = FirstDayOfWeek();
        CheckTogether();
    }

    public FrequencyType Frequency { get; }

    public int Interval { get; }

    public int? Count { get; }

    public (DateTime Wall, bool IsDate, bool IsUtc)? Until { get; }

    public IReadOnlyList<int> Months { get; }

    public IReadOnlyList<int> MonthDays { get; }

    public IReadOnlyList<int> YearDays { get; }

    public IReadOnlyList<int> Weeks { get; }

    public IReadOnlyList<int> Hours { get; }

    public IReadOnlyList<int> Minutes { get; }

    public IReadOnlyList<int> Seconds { get; }

    public IReadOnlyList<int> Positions { get; }

    /// <summary>The weekdays; the n-th in the month or year, or counted from its end, where they have a number.</summary>
    public IReadOnlyList<(int? Number, DayOfWeek Day)> Days { get; }

    public DayOfWeek WeekStart { get; }

    public bool IsFinite => Count is not null || Until is not null;

    public bool RepeatsWithinDay => Frequency is FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly;

    /// <summary>The parts that say nothing here, each with the reason.</summary>
    public IReadOnlyList<LocalizedText> Ignored => _ignored;

    private string? this[string name] => _texts.GetValueOrDefault(name);

    private void Split(string text)
    {
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = (equals < 0 ? part : part[..equals]).Trim();
            if (!IsKnown(name))
            {
                _ignored.Add(UnreadableRuleTexts.UnknownPart(part));
            }
            else if (equals < 0 || (!_texts.TryAdd(name, part[(equals + 1)..].Trim()) && this[name] != part[(equals + 1)..].Trim()))
            {
                throw new UnreadableException(UnreadableRuleTexts.Malformed(part));
            }
        }
    }

    private static bool IsKnown(string name) =>
        name.ToUpperInvariant()
            is "FREQ"
                or "INTERVAL"
                or "COUNT"
                or "UNTIL"
                or "WKST"
                or "BYDAY"
                or "BYMONTH"
                or "BYMONTHDAY"
                or "BYYEARDAY"
                or "BYWEEKNO"
                or "BYHOUR"
                or "BYMINUTE"
                or "BYSECOND"
                or "BYSETPOS"
                or "RSCALE"
                or "SKIP";

    private string[] List(string name) =>
        this[name]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private int[] Numbers(string name, int least, int most) =>
        [
            .. List(name)
                .Select(text =>
                    int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                    && number >= least
                    && number <= most
                    && (number != 0 || least == 0)
                        ? number
                        : throw new UnreadableException(UnreadableRuleTexts.Part(name, UnreadableRuleTexts.OutOfRange(text, least, most)))
                )
                .Distinct()
                .Order(),
        ];

    private int? Positive(string name) =>
        this[name] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : throw new UnreadableException(UnreadableRuleTexts.Part(name, UnreadableRuleTexts.NotPositive(text)));

    // The n-th weekday of a day, of a week, or of a week of the year means nothing.
    private (int? Number, DayOfWeek Day)[] Weekdays()
    {
        (int? Number, DayOfWeek Day)[] days = [.. List("BYDAY").Select(Day).Distinct()];
        if (days.All(day => day.Number is null) || (Frequency is FrequencyType.Monthly or FrequencyType.Yearly && Weeks.Count == 0))
        {
            return days;
        }

        _ignored.Add(UnreadableRuleTexts.WeekdayNumbers);
        return [.. days.Select(day => ((int?)null, day.Day)).Distinct()];
    }

    private static (int? Number, DayOfWeek Day) Day(string text)
    {
        int weekday = Array.IndexOf(DayNames, text[^Math.Min(2, text.Length)..].ToUpperInvariant());
        string number = text[..^Math.Min(2, text.Length)];
        if (weekday < 0)
        {
            throw new UnreadableException(UnreadableRuleTexts.Part("BYDAY", UnreadableRuleTexts.NoWeekday(text)));
        }

        if (number.Length == 0)
        {
            return (null, (DayOfWeek)weekday);
        }

        return
            int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int which)
            && which is >= -53 and <= 53 and not 0
            ? (which, (DayOfWeek)weekday)
            : throw new UnreadableException(UnreadableRuleTexts.Part("BYDAY", UnreadableRuleTexts.NoWeekday(text)));
    }

    private DayOfWeek FirstDayOfWeek()
    {
        if (this["WKST"] is not { } text)
        {
            return DayOfWeek.Monday;
        }

        int weekday = Array.IndexOf(DayNames, text.ToUpperInvariant());
        if (weekday < 0)
        {
            _ignored.Add(UnreadableRuleTexts.WeekStart(UnreadableRuleTexts.NoWeekday(text)));
        }

        return weekday < 0 ? DayOfWeek.Monday : (DayOfWeek)weekday;
    }

    // What RFC 5545 §3.3.10 and RFC 7529 §4 forbid, and programs read differently.
    private void CheckTogether()
    {
        if (this["RSCALE"] is { } scale && !scale.Equals("GREGORIAN", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableException(UnreadableRuleTexts.Scale(scale));
        }

        if (this["SKIP"] is { } skip && !skip.Equals("OMIT", StringComparison.OrdinalIgnoreCase))
        {
            _ignored.Add(UnreadableRuleTexts.Skip(skip));
        }

        string? forbidden =
            MonthDays.Count > 0 && Frequency == FrequencyType.Weekly ? "BYMONTHDAY"
            : YearDays.Count > 0 && Frequency is FrequencyType.Daily or FrequencyType.Weekly or FrequencyType.Monthly ? "BYYEARDAY"
            : Weeks.Count > 0 && Frequency != FrequencyType.Yearly ? "BYWEEKNO"
            : null;
        if (forbidden is not null)
        {
            throw new UnreadableException(UnreadableRuleTexts.Forbidden(forbidden));
        }
    }
}
