namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Something about a feed that may surprise though nothing failed.</summary>
/// <param name="Code">What, for programs.</param>
/// <param name="Message">What, and what it can mean, for people.</param>
public sealed record FeedWarning(FeedWarningCode Code, string Message);
