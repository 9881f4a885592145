namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Somebody who is invited to an appointment.</summary>
/// <param name="Mail">The address.</param>
/// <param name="Name">The name; null for none.</param>
public sealed record CalendarAttendee(string Mail, string? Name = null)
{
    /// <summary>The iCalendar ROLE.</summary>
    public string Role { get; init; } = "REQ-PARTICIPANT";

    /// <summary>The iCalendar PARTSTAT: what was answered.</summary>
    public string Status { get; init; } = "NEEDS-ACTION";

    /// <summary>Whether an answer is asked for (RSVP).</summary>
    public bool Rsvp { get; init; }
}
