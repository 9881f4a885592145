namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>A time that is taken.</summary>
/// <param name="Start">When it starts, UTC.</param>
/// <param name="End">When it ends, UTC.</param>
/// <param name="Kind">How firmly it is taken.</param>
public sealed record BusyTime(DateTimeOffset Start, DateTimeOffset End, BusyKind Kind);
