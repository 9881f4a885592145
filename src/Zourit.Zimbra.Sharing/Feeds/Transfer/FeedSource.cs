namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>What to GET.</summary>
/// <param name="Operation">The operation's name, for metrics, the log and messages.</param>
/// <param name="Address">The address.</param>
/// <param name="Credentials">Who reads; null for anybody.</param>
/// <param name="MaxBytes">The largest answer.</param>
internal sealed record FeedSource(string Operation, Uri Address, FeedCredentials? Credentials, long MaxBytes);
