namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Somebody who is invited to an appointment.</summary>
public sealed record CalendarAttendee
{
    /// <summary>The address.</summary>
    public required string Mail { get; init; }

    /// <summary>The name; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>The iCalendar ROLE.</summary>
    public string Role { get; init; } = "REQ-PARTICIPANT";

    /// <summary>The iCalendar PARTSTAT: what was answered.</summary>
    public string Status { get; init; } = "NEEDS-ACTION";

    /// <summary>Whether an answer is asked for (RSVP).</summary>
    public bool Rsvp { get; init; }

    /// <summary>Whether two entries are for the same address.</summary>
    internal bool IsSame(CalendarAttendee other) => string.Equals(Mail, other.Mail, StringComparison.OrdinalIgnoreCase);
}
