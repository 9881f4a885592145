using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Something about a feed that may surprise though nothing failed.</summary>
public sealed record FeedWarning
{
    /// <summary>What, for programs.</summary>
    public required FeedWarningCode Code { get; init; }

    /// <summary>What, and what it can mean, for people.</summary>
    public required LocalizedText Message { get; init; }
}
