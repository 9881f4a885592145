using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>A calendar as its feed gave it to one reader at one moment.</summary>
public sealed record Feed
{
    /// <summary>The address that was read.</summary>
    public required IcsAddress Address { get; init; }

    /// <summary>The folder's name (<c>X-WR-CALNAME</c>); null when the feed names none.</summary>
    public string? Name { get; init; }

    /// <summary>The owner's account id (<c>X-WR-CALID</c>, before the colon); null when the feed names none.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The folder's id (<c>X-WR-CALID</c>, after the colon); null when the feed names none.</summary>
    public string? FolderId { get; init; }

    /// <summary>The events in the window by start, each occurrence of a series as an event of its own.</summary>
    public required IReadOnlyList<FeedEvent> Events
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>How many events the server sent, a series and each of its changed instances counted as one. With
    /// <see cref="FeedReadOptions.FilterOnServer"/> only those near the window are sent.</summary>
    public required int EventsInFeed { get; init; }

    /// <summary>The size of the feed in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What of the feed could not be read; everything else was. A line that cannot be read costs neither its event nor its series.
    /// At most 10,000 problems are listed one by one, and at most ten of one event.</summary>
    public IReadOnlyList<FeedProblem> Problems
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<FeedProblem>.Empty;

    /// <summary>What is worth knowing though nothing failed.</summary>
    public IReadOnlyList<FeedWarning> Warnings
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<FeedWarning>.Empty;

    /// <summary>A hash of the feed's content and the window, for <see cref="FeedClient.ReadIfChangedAsync"/>. It stays the same when the
    /// server merely writes the events in another order or stamps them anew (<c>DTSTAMP</c>, <c>PRODID</c>).</summary>
    public required string ContentHash { get; init; }
}
