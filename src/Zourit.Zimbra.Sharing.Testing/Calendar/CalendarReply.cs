namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>What an attendee has answered, as the appointment's calendar keeps it beside the appointment.</summary>
/// <param name="Mail">Whose answer it is.</param>
/// <param name="Status">The iCalendar PARTSTAT.</param>
/// <param name="Sequence">The SEQUENCE of what was answered.</param>
/// <param name="At">The answer's DTSTAMP.</param>
/// <param name="Instance">The date of a series that it is for, in the form of the series' start; null for the whole.</param>
internal sealed record CalendarReply(string Mail, string Status, int Sequence, DateTimeOffset At, DateTime? Instance)
{
    /// <summary>A list with this answer in the place of the attendee's earlier one for the same date.</summary>
    public IReadOnlyList<CalendarReply> In(IEnumerable<CalendarReply> known) =>
        [.. known.Where(one => !(string.Equals(one.Mail, Mail, StringComparison.OrdinalIgnoreCase) && one.Instance == Instance)), this];
}
