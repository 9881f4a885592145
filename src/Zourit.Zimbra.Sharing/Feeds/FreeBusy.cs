using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>When somebody's time is taken, without saying by what.</summary>
public sealed record FreeBusy
{
    /// <summary>The account's name as the server gives it (<c>ORGANIZER</c>).</summary>
    public required string Account { get; init; }

    /// <summary>The start of what was asked for, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end of what was asked for, UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The times that are taken, by start; all others are free.</summary>
    public required IReadOnlyList<BusyTime> Times
    {
        get;
        init => field = ContentList.Of(value);
    }
}
