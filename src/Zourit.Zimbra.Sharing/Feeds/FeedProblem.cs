using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>One event of a feed that could not be read, or not wholly.</summary>
public sealed record FeedProblem
{
    /// <summary>The event's UID; null when it has none or the problem is not of one event.</summary>
    public string? Uid { get; init; }

    /// <summary>What is wrong, as a sentence for people.</summary>
    public required LocalizedText Message { get; init; }
}
