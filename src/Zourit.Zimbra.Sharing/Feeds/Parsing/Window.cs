namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>From when to when events are wanted.</summary>
internal sealed class Window
{
    private readonly DateTimeOffset? _from;
    private readonly DateTimeOffset? _to;

    public Window(FeedReadOptions options, DateTimeOffset now)
    {
        _from = options.From;
        _to = options.To;
        SeriesEnd = _to ?? now + options.SeriesHorizon;
    }

    /// <summary>Where a series without an end is cut.</summary>
    public DateTimeOffset SeriesEnd { get; }

    public bool Holds(FeedEvent e) =>
        (_to is not { } to || e.Start < to) && (_from is not { } from || e.End > from || (e.End == e.Start && e.Start >= from));

    /// <summary>Whether an entry of the index may have something in the window; wall times count here, with slack for every zone.</summary>
    public bool MayHold(IndexEntry entry) =>
        (_to is not { } to || entry.Earliest < to.UtcDateTime) && (_from is not { } from || entry.Latest >= from.UtcDateTime);

    /// <summary>The first wall time at which an occurrence may start that reaches into the window.</summary>
    public DateTime FirstStart(IcsTime start, TimeSpan reach) =>
        _from is not { } from || from.UtcDateTime - DateTime.MinValue < reach + TimeSpan.FromDays(2)
            ? start.Wall
            : Later(start.Wall, start.Zone.Wall(from - reach));

    /// <summary>Whether it has an end. If not, a finite series is given whole.</summary>
    public bool HasEnd => _to is not null;

    /// <summary>The wall time from which on occurrences start too late, even those that changes move back by as much.</summary>
    public DateTime LastStart(IcsTime start, TimeSpan moved) => Observance.Shift(start.Zone.Wall(SeriesEnd), moved);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
