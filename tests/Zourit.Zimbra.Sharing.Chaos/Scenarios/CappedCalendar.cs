namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>A calendar whose list of grants has a ceiling: all its guests' shares expire then, and some are renewed beyond it.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Path">The calendar's path.</param>
/// <param name="Ceiling">The end of all guests' grants in milliseconds.</param>
/// <param name="Guests">The grants in it; whoever renews one leaves the others as they are.</param>
internal sealed record CappedCalendar(string Owner, string Path, long Ceiling, IReadOnlyList<Cell> Guests);
