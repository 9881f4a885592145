namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// Gives the events of all VEVENTs with one UID: a single event, or a series with its changed instances, in whatever order they came.
/// </summary>
internal sealed class GroupReader(Window window, ZoneTable zones, FeedReadOptions options, ExpansionBudget budget)
{
    /// <summary>Reads the VEVENTs of one UID.</summary>
    /// <param name="components">Their texts.</param>
    /// <param name="problems">Takes what cannot be read.</param>
    /// <param name="cancellationToken">Ends the expansion.</param>
    public IEnumerable<FeedEvent> Read(IReadOnlyList<string> components, List<FeedProblem> problems, CancellationToken cancellationToken)
    {
        List<EventText> texts =
        [
            .. components
                .Select(component => Guard(() => EventText.Parse(component, zones), () => EventText.UidOf(component), problems))
                .OfType<EventText>(),
        ];
        List<EventText> exceptions =
        [
            .. texts
                .Where(text => text.RecurrenceId is not null)
                .GroupBy(text => text.RecurrenceId!.Value.Moment)
                .Select(same => same.OrderBy(text => text.Sequence).Last()),
        ];
        foreach (EventText exception in exceptions)
        {
            if (exception.IsThisAndFuture)
            {
                problems.Add(
                    new FeedProblem(
                        exception.Uid,
                        "A change of this and all later instances was applied to its first instance "
                            + "only (RECURRENCE-ID;RANGE=THISANDFUTURE)."
                    )
                );
            }

            if (Guard(() => Single(exception), () => exception.Uid, problems) is { } one)
            {
                yield return one;
            }
        }

        var changed = new ChangedInstances(exceptions);
        foreach (EventText text in texts.Where(text => text.RecurrenceId is null))
        {
            // Taken singly so that what was expanded before a failure is kept.
            using IEnumerator<FeedEvent> events = (text.Recurs ? Occurrences(text, changed) : Alone(text)).GetEnumerator();
            while (
                Guard(
                    () =>
                        text.Recurs ? budget.Next(events)
                        : events.MoveNext() ? events.Current
                        : null,
                    () => text.Uid,
                    problems
                )
                    is { } one
            )
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return one;
            }
        }
    }

    private static T? Guard<T>(Func<T?> read, Func<string?> uid, List<FeedProblem> problems)
        where T : class
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            problems.Add(new FeedProblem(uid(), $"The event was left out, or its further occurrences: {e.Message}."));
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // Ical.Net throws exceptions of many types for what it does not understand.
            problems.Add(
                new FeedProblem(
                    uid(),
                    $"The event was left out, or its further occurrences: it is not understood " + $"({e.GetType().Name})."
                )
            );
        }

        return null;
    }

    private FeedEvent? Single(EventText text)
    {
        var builder = new EventBuilder(text);
        FeedEvent one = builder.Single();
        return window.Holds(one) && (options.IncludeCancelled || !builder.IsCancelled) ? one : null;
    }

    private IEnumerable<FeedEvent> Alone(EventText text)
    {
        if (Single(text) is { } one)
        {
            yield return one;
        }
    }

    private IEnumerable<FeedEvent> Occurrences(EventText text, ChangedInstances changed)
    {
        var builder = new EventBuilder(text);
        if (builder.IsCancelled && !options.IncludeCancelled)
        {
            yield break;
        }

        HashSet<DateTime> replaced = [];
        IReadOnlySet<DateTime> elsewhere = changed.By(text.Start);
        var dates = new HashSet<DateTime>(text.ExceptionDates.Where(date => date.IsDate && !text.Start.IsDate).Select(date => date.Wall));
        replaced.UnionWith(text.ExceptionDates.Where(date => !date.IsDate || text.Start.IsDate).Select(date => date.WallIn(text.Start)));
        DateTime from = window.FirstStart(text.Start, builder.Reach);
        foreach (string rule in text.ExceptionRules)
        {
            replaced.UnionWith(
                Series.Expand(rule, text.Start, from, window.LastStart(text.Start, isFinite: false)).Take(options.MaxEvents)
            );
        }

        foreach (DateTime wall in Starts(text, from))
        {
            if (
                replaced.Add(wall)
                && !elsewhere.Contains(wall)
                && !dates.Contains(wall.Date)
                && builder.Occurrence(wall) is { } occurrence
                && window.Holds(occurrence)
            )
            {
                yield return occurrence;
            }
        }

        foreach ((IcsTime start, ContentLine line, string value) in text.Dates)
        {
            if (
                start.WallIn(text.Start) is var wall
                && replaced.Add(wall)
                && !elsewhere.Contains(wall)
                && builder.Occurrence(start, line, value, zones) is { } occurrence
                && window.Holds(occurrence)
            )
            {
                yield return occurrence;
            }
        }
    }

    // DTSTART is an occurrence also where the rule leaves it out, or where there are only RDATEs.
    private IEnumerable<DateTime> Starts(EventText text, DateTime from)
    {
        yield return text.Start.Wall;
        foreach (string rule in text.Rules)
        {
            var parts = new RuleParts(rule);
            bool isFinite = parts["COUNT"] is not null || parts["UNTIL"] is not null;
            foreach (DateTime wall in Series.Expand(rule, text.Start, from, window.LastStart(text.Start, isFinite)))
            {
                yield return wall;
            }
        }
    }
}
