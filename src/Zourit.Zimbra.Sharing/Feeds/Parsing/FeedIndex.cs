namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>What is known of a feed after its bytes went by once.</summary>
internal sealed class FeedIndex
{
    public string? Name { get; set; }

    /// <summary><c>X-WR-CALID</c>: account id, colon, folder id.</summary>
    public string? Id { get; set; }

    public List<IndexEntry> Events { get; } = [];

    /// <summary>The VTIMEZONEs by TZID.</summary>
    public Dictionary<string, string> Zones { get; } = new(StringComparer.Ordinal);

    public List<FeedProblem> Problems { get; } = [];

    public int Tasks { get; set; }

    /// <summary>How long it took to make, without the time that the feed took to come in.</summary>
    public TimeSpan Time { get; set; }

    public string Hash { get; set; } = "";
}
