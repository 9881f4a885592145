namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>A time that is taken.</summary>
public sealed record BusyTime
{
    /// <summary>When it starts, UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>How firmly it is taken.</summary>
    public required BusyKind Kind { get; init; }
}
