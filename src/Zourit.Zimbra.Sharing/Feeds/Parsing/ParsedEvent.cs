namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>A VEVENT: what it says, and its times, from which its occurrences are made.</summary>
internal sealed class ParsedEvent(FeedEvent model, EventTimes times, DateTimeOffset? stamp)
{
    public string Uid => model.Uid;

    public int Sequence => model.Sequence;

    /// <summary>When this version was written; null when it does not say.</summary>
    public DateTimeOffset? Stamp { get; } = stamp;

    public IcsTime Start => times.Start!.Value;

    /// <summary>Whether it changes an instance of a series. Which one is unknown where its RECURRENCE-ID cannot be read.</summary>
    public bool IsException => model.IsException;

    public IcsTime? RecurrenceId => times.RecurrenceId;

    /// <summary>Whether the change holds for all later instances too.</summary>
    public bool IsThisAndFuture => times.Range == "THISANDFUTURE";

    public bool Recurs => times.Rules.Count > 0 || times.AddedDates.Count > 0;

    public IReadOnlyList<RuleParts> Rules => times.Rules;

    public IReadOnlyList<RuleParts> ExceptionRules => times.ExceptionRules;

    public IReadOnlyList<IcsTime> ExceptionDates => times.ExceptionDates;

    /// <summary>The wall time from which on nothing of the series takes place.</summary>
    public DateTime SeriesEnd => times.SeriesEnd;

    public IReadOnlyList<AddedDate> AddedDates => times.AddedDates;

    public bool IsCancelled => model.Status == FeedEventStatus.Cancelled;

    /// <summary>The longest that an occurrence can last, with room for clock changes.</summary>
    public TimeSpan Reach => times.EndOf(Start.Wall) - Start.Moment + TimeSpan.FromDays(1);

    /// <summary>The event with the times of the VEVENT itself.</summary>
    /// <param name="instance">The instance of a series that it is.</param>
    public FeedEvent Single(DateTimeOffset? instance) => At(Start.Wall) with { RecurrenceId = instance };

    /// <summary>The event at another wall time.</summary>
    public FeedEvent At(DateTime wall) => model with { Start = Start.Zone.At(wall), End = times.EndOf(wall) };

    /// <summary>An occurrence that an RDATE adds.</summary>
    public FeedEvent At(DateTime wall, AddedDate added)
    {
        FeedEvent occurrence = At(wall);
        DateTimeOffset end =
            added.Length is { } length ? times.After(wall, length)
            : added.End is { } given ? given.Moment
            : occurrence.End;
        return occurrence with { End = end < occurrence.Start ? occurrence.End : end };
    }
}
