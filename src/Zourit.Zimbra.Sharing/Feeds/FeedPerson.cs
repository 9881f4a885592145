namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Somebody named in an event.</summary>
/// <param name="Mail">The mail address; empty when the feed gives something else.</param>
/// <param name="Name">The name (<c>CN</c>); null for none.</param>
public sealed record FeedPerson(string Mail, string? Name);
