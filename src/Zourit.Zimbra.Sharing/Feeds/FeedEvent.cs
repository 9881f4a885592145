using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>A single event, or one occurrence of a series.</summary>
public sealed record FeedEvent
{
    /// <summary>The iCalendar UID, the same for all occurrences of a series; empty when the feed gives none.</summary>
    public required string Uid { get; init; }

    /// <summary>The title (<c>SUMMARY</c>); null when absent or withheld.</summary>
    public string? Summary { get; init; }

    /// <summary>When it starts, with the offset that its time zone has then. For all-day events and those without a zone
    /// (<see cref="IsFloating"/>) the wall time counts, and the offset is that of <see cref="FeedReadOptions.LocalTimeZone"/>.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ends; for all-day events the midnight after the last day.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Whether it lasts whole days.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>Whether it has a time but neither a zone nor UTC: it happens at that wall time wherever the reader is.</summary>
    public bool IsFloating { get; init; }

    /// <summary>The name of its time zone (<c>TZID</c>) as the feed writes it; null for UTC, all-day and floating events.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The place; null when absent or withheld.</summary>
    public string? Location { get; init; }

    /// <summary>The description as plain text; null when absent or withheld.</summary>
    public string? Description { get; init; }

    /// <summary>Who organizes it; null when there is nobody or it is withheld.</summary>
    public FeedPerson? Organizer { get; init; }

    /// <summary>Who is invited. The server sends them to public readers too.</summary>
    public IReadOnlyList<FeedAttendee> Attendees
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<FeedAttendee>.Empty;

    /// <summary>Whether it takes place (<c>STATUS</c>).</summary>
    public FeedEventStatus Status { get; init; }

    /// <summary>Whether it leaves its time free (<c>TRANSP:TRANSPARENT</c>).</summary>
    public bool IsTransparent { get; init; }

    /// <summary>Whether its owner marked it private or confidential (<c>CLASS</c>).</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is private and the server kept title, place, description and people back, since the reader lacks the right
    /// <c>p</c>: all that shows is that the time is taken.</summary>
    public bool AreDetailsWithheld { get; init; }

    /// <summary>For an occurrence of a series: when it was to start by the series' rule, which is how iCalendar names it
    /// (<c>RECURRENCE-ID</c>); null for a single event.</summary>
    public DateTimeOffset? RecurrenceId { get; init; }

    /// <summary>Whether it is an instance of a series that was changed by itself.</summary>
    public bool IsException { get; init; }

    /// <summary>The categories (tags).</summary>
    public IReadOnlyList<string> Categories
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>The web address of the event; null for none.</summary>
    public string? Url { get; init; }

    /// <summary>The version of the event (<c>SEQUENCE</c>).</summary>
    public int Sequence { get; init; }

    /// <summary>When it was last changed, UTC; null when the feed does not say.</summary>
    public DateTimeOffset? LastModified { get; init; }
}
