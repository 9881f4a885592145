namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>One event of a feed that could not be read, or not wholly.</summary>
/// <param name="Uid">The event's UID; null when it has none or the problem is not of one event.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record FeedProblem(string? Uid, string Message);
