namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Somebody named in an event.</summary>
public sealed record FeedPerson
{
    /// <summary>The mail address; empty when the feed gives something else.</summary>
    public required string Mail { get; init; }

    /// <summary>The name (<c>CN</c>); null for none.</summary>
    public string? Name { get; init; }
}
