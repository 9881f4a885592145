namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// Gives the events of all VEVENTs with one UID: a single event, or a series with its changed instances, in whatever order they came.
/// </summary>
internal sealed class RecurrenceSetReader(Window window, FeedReadOptions options, ExpansionBudget budget, ProblemLog problems)
{
    public IEnumerable<FeedEvent> Read(IReadOnlyList<ParsedEvent> events)
    {
        List<ParsedEvent> series = Newest(events.Where(one => !one.IsException));
        IcsTime? clock = series.Count > 0 ? series[0].Start : null;
        List<ParsedEvent> exceptions =
        [
            .. events.Where(one => one.IsException && one.RecurrenceId is null),
            .. events
                .Where(one => one.RecurrenceId is not null)
                .GroupBy(one => Instance(one.RecurrenceId, clock))
                .Select(same => Newest(same)[^1]),
        ];
        foreach (ParsedEvent exception in exceptions)
        {
            budget.Check();
            if (Given(exception, exception.Single(Instance(exception.RecurrenceId, clock))) is { } one)
            {
                yield return one;
            }
        }

        foreach (ParsedEvent one in series)
        {
            foreach (FeedEvent occurrence in Occurrences(one, exceptions))
            {
                yield return occurrence;
            }
        }
    }

    // RFC 5546 §2.1.5: of two versions the later SEQUENCE counts, then the later DTSTAMP. What differs in neither may be two events.
    private static List<ParsedEvent> Newest(IEnumerable<ParsedEvent> versions)
    {
        var newest = new List<ParsedEvent>();
        foreach (ParsedEvent version in versions)
        {
            int compared =
                newest.Count == 0
                    ? 0
                    : (version.Sequence, version.Stamp ?? default).CompareTo((newest[0].Sequence, newest[0].Stamp ?? default));
            if (compared > 0)
            {
                newest.Clear();
            }

            if (compared >= 0)
            {
                newest.Add(version);
            }
        }

        return newest;
    }

    private static DateTimeOffset? Instance(IcsTime? id, IcsTime? series) =>
        id is { } instance && series is { } clock ? clock.Zone.At(instance.InstanceOf(clock)) : id?.Moment;

    private FeedEvent? Given(ParsedEvent from, FeedEvent one) =>
        window.Holds(one) && (options.IncludeCancelled || !from.IsCancelled) ? one : null;

    private IEnumerable<FeedEvent> Occurrences(ParsedEvent series, IReadOnlyList<ParsedEvent> exceptions)
    {
        if (series.IsCancelled && !options.IncludeCancelled)
        {
            yield break;
        }

        var changed = new ChangedInstances(exceptions, series.Start, budget);
        TimeSpan reach = series.Reach + changed.Reach;
        DateTime from = window.FirstStart(series.Start, reach),
            end = series.SeriesEnd,
            last = window.LastStart(series.Start, changed.Reach),
            to = last < end ? last : end;
        foreach (IcsTime date in series.ExceptionDates)
        {
            budget.Check();
            changed.Add(date, series.Start);
        }

        foreach (RuleParts rule in series.ExceptionRules)
        {
            foreach (DateTime wall in Starts(series, rule, "EXRULE", to).SkipWhile(wall => wall < from).Take(options.MaxEvents))
            {
                changed.Add(series.Start with { Wall = wall }, series.Start);
            }
        }

        HashSet<DateTime> given = [];
        foreach ((DateTime wall, AddedDate? added) in All(series, to))
        {
            budget.Check();
            if (
                (wall >= from || added is not null)
                && wall < end
                && given.Add(wall)
                && !changed.Contains(wall)
                && Occurrence(series, wall, added, changed.Of(wall)) is { } occurrence
            )
            {
                yield return occurrence;
            }
        }
    }

    private FeedEvent? Occurrence(ParsedEvent series, DateTime wall, AddedDate? added, ChangedInstances.LaterChange? change)
    {
        FeedEvent occurrence =
            change is not null
                ? change.Event.At((series.Start with { Wall = Observance.Shift(wall, change.MovedBy) }).InstanceOf(change.Event.Start))
            : added is { } date ? series.At(wall, date)
            : series.At(wall);
        return Given(change?.Event ?? series, series.Recurs ? occurrence with { RecurrenceId = series.Start.Zone.At(wall) } : occurrence);
    }

    // DTSTART is an occurrence also where the rule leaves it out, or where there are only RDATEs.
    private IEnumerable<(DateTime Wall, AddedDate? Added)> All(ParsedEvent series, DateTime to)
    {
        yield return (series.Start.Wall, null);
        foreach (RuleParts rule in series.Rules)
        {
            foreach (DateTime wall in Starts(series, rule, "RRULE", rule.IsFinite && !window.HasEnd ? series.SeriesEnd : to))
            {
                yield return (wall, null);
            }
        }

        foreach (AddedDate added in series.AddedDates)
        {
            yield return (added.Start.InstanceOf(series.Start), added);
        }
    }

    private IEnumerable<DateTime> Starts(ParsedEvent series, RuleParts rule, string name, DateTime to)
    {
        IEnumerator<DateTime>? starts = null;
        while (true)
        {
            budget.Check();
            try
            {
                starts ??= RecurrenceExpander.Starts(rule, series.Start, to).GetEnumerator();
                if (!starts.MoveNext())
                {
                    yield break;
                }
            }
            catch (UnreadableException e)
            {
                problems.Add(series.Uid, ProblemTexts.RestIgnored(name, e.Reason));
                yield break;
            }

            yield return starts.Current;
        }
    }
}
