using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>An appointment as the calendar holds it: the series or single event, and its exceptions.</summary>
public sealed record CalendarItem
{
    /// <summary>The item's id in the mailbox.</summary>
    public int Id { get; init; }

    /// <summary>The id of the message that brought the item, always taken just before the item's own.</summary>
    public int InviteId { get; init; }

    /// <summary>When the mailbox got the item.</summary>
    public DateTimeOffset StoredAt { get; init; }

    /// <summary>The mailbox's change number when it got the item.</summary>
    public int Revision { get; init; }

    /// <summary>Whether a later invitation or import has replaced what came first.</summary>
    public bool IsRevised { get; init; }

    /// <summary>The iCalendar UID.</summary>
    public required string Uid { get; init; }

    /// <summary>The title; null for none.</summary>
    public string? Summary { get; init; }

    /// <summary>The description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The place; null for none.</summary>
    public string? Location { get; init; }

    /// <summary>An address that belongs to the event; null for none.</summary>
    public string? Url { get; init; }

    /// <summary>Start: wall time in <see cref="TimeZone"/>, or UTC without one; a date when <see cref="AllDay"/>.</summary>
    public required DateTime Start { get; init; }

    /// <summary>End, in the same form as <see cref="Start"/>; for all-day events the day after the last.</summary>
    public required DateTime End { get; init; }

    /// <summary>The zone's name, an IANA name or one of the calendar's own; null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Lasts whole days.</summary>
    public bool AllDay { get; init; }

    /// <summary><c>PUBLIC</c>, <c>PRIVATE</c> or <c>CONFIDENTIAL</c>.</summary>
    public string Class { get; init; } = "PUBLIC";

    /// <summary><c>CONFIRMED</c>, <c>TENTATIVE</c> or <c>CANCELLED</c>.</summary>
    public string Status { get; init; } = "CONFIRMED";

    /// <summary><c>OPAQUE</c> or <c>TRANSPARENT</c>.</summary>
    public string Transparency { get; init; } = "OPAQUE";

    /// <summary>The intended free/busy status: <c>BUSY FREE TENTATIVE OOF</c>.</summary>
    public string BusyStatus { get; init; } = "BUSY";

    /// <summary>The organizer's address and name; null for none.</summary>
    public (string Mail, string? Name)? Organizer { get; init; }

    /// <summary>Attendees' addresses and names.</summary>
    public IReadOnlyList<(string Mail, string? Name)> Attendees
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<(string Mail, string? Name)>.Empty;

    /// <summary>The recurrence rule's text; null for a single event.</summary>
    public string? RecurrenceRule { get; init; }

    /// <summary>Starts of instances that do not happen, in the form of <see cref="Start"/>.</summary>
    public IReadOnlyList<DateTime> ExceptionDates
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<DateTime>.Empty;

    /// <summary>For an exception: the start of the instance it replaces.</summary>
    public DateTime? RecurrenceId { get; init; }

    /// <summary>Changed instances.</summary>
    public IReadOnlyList<CalendarItem> Exceptions
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarItem>.Empty;

    /// <summary>The iCalendar SEQUENCE.</summary>
    public int Sequence { get; init; }

    /// <summary>Last change, UTC.</summary>
    public DateTimeOffset Modified { get; init; }

    /// <summary>Whether the event is hidden from readers without the right <c>p</c>.</summary>
    public bool IsPrivate => Class != "PUBLIC";
}
