namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// Refuses recurrence rules that would keep the reader busy. Ical.Net walks from the first occurrence on, so the way to the window counts:
/// a rule that repeats every second since 1970 did not get there in minutes.
/// </summary>
internal static class RecurrenceLimits
{
    /// <summary>Steps that match nothing, in a row: more than the days between two 29ths of February around 1900.</summary>
    public const int MaxUnmatchedSteps = 5_000;

    private const double MaxSteps = 250_000;

    /// <exception cref="FormatException">The rule is refused.</exception>
    public static void Check(RuleParts rule, DateTime start, DateTime until)
    {
        double days = rule.Frequency switch
        {
            "DAILY" => 1,
            "WEEKLY" => 7,
            "MONTHLY" => 30,
            "YEARLY" => 365,
            "SECONDLY" or "MINUTELY" or "HOURLY" => throw new FormatException(
                $"its recurrence rule repeats within a day " + $"(FREQ={rule.Frequency}), which is refused"
            ),
            string other => throw new FormatException($"its recurrence rule has the unknown frequency '{other}'"),
        };
        double periods = Math.Max((until - start).TotalDays, 0) / days / rule.Interval;
        periods = Math.Min(periods, rule.Count ?? periods) + 1;
        double each = Math.Min(
            Parts(rule, "BYDAY")
                * Parts(rule, "BYMONTHDAY")
                * Parts(rule, "BYYEARDAY")
                * Parts(rule, "BYWEEKNO")
                * Parts(rule, "BYMONTH")
                * 7,
            days
        );
        each *= Parts(rule, "BYHOUR") * Parts(rule, "BYMINUTE") * Parts(rule, "BYSECOND");
        if (periods * each > MaxSteps)
        {
            throw new FormatException(
                $"its recurrence rule would need some {periods * each:0} steps to expand, which is refused; " + $"{MaxSteps:0} are allowed"
            );
        }
    }

    private static double Parts(RuleParts rule, string name) => Math.Max(rule.List(name).Count, 1);
}
