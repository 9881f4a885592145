using Ical.Net;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// Refuses recurrence rules that would keep the reader busy. Ical.Net walks from the first occurrence on, so the way to the window counts:
/// a rule that repeats every second since 1970 did not get there in minutes.
/// </summary>
internal static class RecurrenceLimits
{
    /// <summary>Steps that match nothing, in a row: more than the days between two 29ths of February around 1900.</summary>
    private const int MaxUnmatchedSteps = 5_000;

    private const double MaxSteps = 250_000;

    // A year of hours. More would crowd out the other events of the feed.
    private const double MaxStepsWithinDay = 10_000;

    /// <summary>
    /// How many steps that match nothing are made in a row: as many as lie before the end, and not so many that a rule that never matches
    /// keeps the reader busy.
    /// </summary>
    /// <exception cref="UnreadableException">The rule is refused.</exception>
    public static (int MostUnmatched, bool ReachesEnd) Check(RuleParts rule, DateTime start, DateTime until)
    {
        double periods = Math.Max((until - start).TotalDays, 0) / DaysOf(rule.Frequency) / rule.Interval;
        double matched = Math.Min(periods, rule.Count ?? periods) + 1;
        double steps = matched * EachOf(rule),
            allowed = rule.RepeatsWithinDay ? MaxStepsWithinDay : MaxSteps;
        if (steps > allowed)
        {
            throw new UnreadableException(UnreadableRuleTexts.TooManySteps(steps, allowed));
        }

        return periods + 2 <= MaxUnmatchedSteps ? ((int)periods + 2, true) : (MaxUnmatchedSteps, false);
    }

    private static double DaysOf(FrequencyType frequency) =>
        frequency switch
        {
            FrequencyType.Secondly => 1.0 / 86_400,
            FrequencyType.Minutely => 1.0 / 1_440,
            FrequencyType.Hourly => 1.0 / 24,
            FrequencyType.Daily => 1,
            FrequencyType.Weekly => 7,
            FrequencyType.Monthly => 30,
            _ => 365,
        };

    private static double EachOf(RuleParts rule)
    {
        double days = Math.Min(
            Parts(rule.Days) * Parts(rule.MonthDays) * Parts(rule.YearDays) * Parts(rule.Weeks) * Parts(rule.Months) * 7,
            Math.Max(DaysOf(rule.Frequency), 1)
        );
        return days
            * (rule.Frequency < FrequencyType.Daily ? 1 : Parts(rule.Hours))
            * (rule.Frequency < FrequencyType.Hourly ? 1 : Parts(rule.Minutes))
            * (rule.Frequency < FrequencyType.Minutely ? 1 : Parts(rule.Seconds));
    }

    private static double Parts<T>(IReadOnlyList<T> list) => Math.Max(list.Count, 1);
}
