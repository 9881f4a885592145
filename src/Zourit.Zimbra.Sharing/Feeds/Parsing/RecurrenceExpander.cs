using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Expands one recurrence rule by Ical.Net, in wall time.</summary>
internal static class RecurrenceExpander
{
    /// <summary>
    /// The starts that a rule gives from its first on until <paramref name="end"/> (before), by the clock of <paramref name="start"/>. They
    /// are given one by one from the very first, so that whoever takes them can stop on the way to the window.
    /// </summary>
    /// <exception cref="UnreadableException">The rule is refused, or not understood by Ical.Net.</exception>
    public static IEnumerable<DateTime> Starts(RuleParts rule, IcsTime start, DateTime end)
    {
        if (start.IsDate && rule.RepeatsWithinDay)
        {
            throw new UnreadableException(UnreadableRuleTexts.WithinDay);
        }

        if (rule.Until is { } given)
        {
            DateTime until = Until(given, start);
            end = until < end ? until.AddTicks(1) : end;
        }

        (int most, bool reachesEnd) = RecurrenceLimits.Check(rule, start.Wall, end);
        CalDateTime first = start.IsDate
            ? new CalDateTime(DateOnly.FromDateTime(start.Wall))
            : new CalDateTime(DateTime.SpecifyKind(start.Wall, DateTimeKind.Unspecified), true);
        IEnumerable<DateTime> walls = new RecurrencePatternEvaluator(Pattern(rule, start.IsDate))
            .Evaluate(first, first, new EvaluationOptions { MaxUnmatchedIncrementsLimit = most })
            .Select(period => period.StartTime.Value)
            .TakeWhile(wall => wall < end);
        return Guarded(walls, reachesEnd);
    }

    private static IEnumerable<DateTime> Guarded(IEnumerable<DateTime> walls, bool reachesEnd)
    {
        using IEnumerator<DateTime> each = walls.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception e) when (e is EvaluationOutOfRangeException || (e is EvaluationLimitExceededException && reachesEnd))
            {
                // The end of the calendar, or nothing more before the end that is wanted.
                yield break;
            }
            catch (EvaluationLimitExceededException e)
            {
                throw new UnreadableException(UnreadableRuleTexts.MatchesNothing, e);
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                // Ical.Net throws exceptions of many types for what it does not understand.
                throw new UnreadableException(UnreadableRuleTexts.NotUnderstood(e.GetType().Name), e);
            }

            yield return each.Current;
        }
    }

    // UNTIL is kept out of it: it is UTC for an event with a zone (recording 06-81), but the rule is expanded by the clock.
    private static RecurrenceRule Pattern(RuleParts rule, bool isDate) =>
        new(rule.Frequency, rule.Interval)
        {
            Count = rule.Count,
            ByMonth = [.. rule.Months],
            ByMonthDay = [.. rule.MonthDays],
            ByYearDay = [.. rule.YearDays],
            ByWeekNo = [.. rule.Weeks],
            ByDay = [.. rule.Days.Select(day => day.Number is { } number ? new WeekDay(day.Day, number) : new WeekDay(day.Day))],
            ByHour = isDate ? [] : [.. rule.Hours],
            ByMinute = isDate ? [] : [.. rule.Minutes],
            BySecond = isDate ? [] : [.. rule.Seconds],
            BySetPosition = [.. rule.Positions],
            FirstDayOfWeek = rule.WeekStart,
        };

    private static DateTime Until((DateTime Wall, bool IsDate, bool IsUtc) until, IcsTime start) =>
        start.IsDate ? until.Wall.Date
        : until.IsDate ? Observance.Shift(until.Wall, TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1))
        : until.IsUtc ? start.Zone.Wall(IcsZone.Utc.At(until.Wall))
        : until.Wall;
}
