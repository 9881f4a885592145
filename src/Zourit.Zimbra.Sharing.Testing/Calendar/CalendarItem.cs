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

    /// <summary>The mailbox's change number when it got the item as it is now.</summary>
    public int Revision { get; init; }

    /// <summary>The mailbox's change number when the item was last changed or moved.</summary>
    public int ChangedAt { get; init; }

    /// <summary>Whether a later invitation or import has replaced what came first.</summary>
    public bool IsRevised { get; init; }

    /// <summary>The iCalendar UID.</summary>
    public required string Uid { get; init; }

    /// <summary>The title; null for none.</summary>
    public string? Summary { get; init; }

    /// <summary>The description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The description as HTML; null for none.</summary>
    public string? Html { get; init; }

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

    /// <summary>The zone of <see cref="End"/> where it is another than that of the start; null otherwise.</summary>
    public string? EndTimeZone { get; init; }

    /// <summary>Whether its length was given in place of its end: it is written so too.</summary>
    public bool GivesDuration { get; init; }

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

    /// <summary>Those who are invited.</summary>
    public IReadOnlyList<CalendarAttendee> Attendees
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarAttendee>.Empty;

    /// <summary>Whether somebody else organizes the event, and the mailbox's owner is one of its attendees.</summary>
    public bool IsInvitation { get; init; }

    /// <summary>Reminders.</summary>
    public IReadOnlyList<CalendarAlarm> Alarms
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarAlarm>.Empty;

    /// <summary>Attached files.</summary>
    public IReadOnlyList<CalendarAttachment> Attachments
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarAttachment>.Empty;

    /// <summary>The iCalendar CATEGORIES.</summary>
    public IReadOnlyList<string> Categories
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>The iCalendar PRIORITY; null for none.</summary>
    public string? Priority { get; init; }

    /// <summary>The iCalendar GEO, latitude and longitude; null for none.</summary>
    public string? Geo { get; init; }

    /// <summary>Content lines of properties that only their makers know (<c>X-…</c>), as they came.</summary>
    public IReadOnlyList<string> OtherLines
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>The recurrence rule's text; null for a single event.</summary>
    public string? RecurrenceRule { get; init; }

    /// <summary>Starts of instances that do not happen, in the form of <see cref="Start"/>.</summary>
    public IReadOnlyList<DateTime> ExceptionDates
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<DateTime>.Empty;

    /// <summary>
    /// From this instance on all are cancelled, in the form of <see cref="Start"/>; null for none. It is written as
    /// <c>EXDATE;RANGE=THISANDFUTURE</c>.
    /// </summary>
    public DateTime? CancelledFrom { get; init; }

    /// <summary>For an exception: the start of the instance it replaces.</summary>
    public DateTime? RecurrenceId { get; init; }

    /// <summary>Changed instances.</summary>
    public IReadOnlyList<CalendarItem> Exceptions
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarItem>.Empty;

    /// <summary>What attendees have answered.</summary>
    internal IReadOnlyList<CalendarReply> Replies
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarReply>.Empty;

    /// <summary>The iCalendar SEQUENCE.</summary>
    public int Sequence { get; init; }

    /// <summary>Last change, UTC.</summary>
    public DateTimeOffset Modified { get; init; }

    /// <summary>The zone of <see cref="End"/>.</summary>
    internal string? ZoneOfEnd => EndTimeZone ?? TimeZone;

    /// <summary>One instance of a series as an event by itself.</summary>
    internal CalendarItem At(DateTimeOffset start)
    {
        CalendarItem shown = Exceptions.FirstOrDefault(exception => ItemSpan.Moment(exception, exception.Start) == start) is { } changed
            ? changed
            : this;
        DateTime wall =
            TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone)
                ? TimeZoneInfo.ConvertTime(start, zone).DateTime
                : start.UtcDateTime;
        return shown with
        {
            Start = wall,
            End = wall + (shown.End - shown.Start),
            RecurrenceId = shown.RecurrenceId ?? wall,
            RecurrenceRule = null,
            ExceptionDates = [],
            Exceptions = [],
        };
    }

    /// <summary>Whether the event is hidden from readers without the right <c>p</c>.</summary>
    public bool IsPrivate => Class != "PUBLIC";
}
