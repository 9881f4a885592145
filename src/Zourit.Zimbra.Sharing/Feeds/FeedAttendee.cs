namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Somebody invited to an event.</summary>
public sealed record FeedAttendee
{
    /// <summary>The mail address; empty when the feed gives something else.</summary>
    public required string Mail { get; init; }

    /// <summary>The name (<c>CN</c>); null for none.</summary>
    public string? Name { get; init; }

    /// <summary>iCalendar <c>ROLE</c>, e.g. <c>REQ-PARTICIPANT</c>; null when the feed does not say.</summary>
    public string? Role { get; init; }

    /// <summary>iCalendar <c>PARTSTAT</c>, e.g. <c>NEEDS-ACTION</c>, <c>ACCEPTED</c>; null when the feed does not say.</summary>
    public string? Answer { get; init; }
}
