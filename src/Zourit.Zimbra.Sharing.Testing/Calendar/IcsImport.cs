using Ical.Net.CalendarComponents;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Reads iCalendar text into calendar items: a series and the components that replace its instances become one item.</summary>
internal static class IcsImport
{
    /// <exception cref="FormatException">The text is no iCalendar, or an event has no start.</exception>
    public static IReadOnlyList<CalendarItem> Read(string text, DateTimeOffset now)
    {
        if (!text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"Expected [BEGIN], read [{new string([.. text.Trim().TakeWhile(char.IsLetterOrDigit)])}] at line 1");
        Ical.Net.Calendar calendar;
        try
        {
            calendar = Ical.Net.Calendar.Load(text) ?? throw new FormatException("The text holds no calendar.");
        }
        catch (Exception e) when (e is not FormatException)
        {
            // Ical.Net throws five different types for bad text.
            throw new FormatException(e.Message, e);
        }
        return
        [
            .. calendar
                .Events.GroupBy(component => component.Uid ?? Guid.NewGuid().ToString())
                .Select(group =>
                {
                    var series = group.FirstOrDefault(component => component.RecurrenceIdentifier is null) ?? group.First();
                    var exceptions = group.Where(component => component != series).Select(component => Item(group.Key, component, now));
                    return Item(group.Key, series, now) with { Exceptions = [.. exceptions] };
                }),
        ];
    }

    private static CalendarItem Item(string uid, CalendarEvent component, DateTimeOffset now)
    {
        var start = component.Start ?? throw new FormatException($"The event {uid} has no DTSTART.");
        var end = component.End?.Value
            ?? (
                component.Duration is { } duration
                    ? start.Value + duration.ToTimeSpanUnspecified()
                    : start.Value.AddDays(start.HasTime ? 0 : 1)
            );
        return new CalendarItem
        {
            Uid = uid,
            Summary = component.Summary,
            Description = component.Description,
            Location = component.Location,
            Url = component.Url?.OriginalString,
            Start = start.Value,
            End = end,
            AllDay = !start.HasTime,
            TimeZone = start.HasTime && !start.IsUtc ? start.TzId : null,
            Class = component.Class?.ToUpperInvariant() is "PRIVATE" or "CONFIDENTIAL" ? component.Class.ToUpperInvariant() : "PUBLIC",
            Status = component.Status?.ToUpperInvariant() ?? "CONFIRMED",
            Transparency = component.Transparency?.ToUpperInvariant() ?? "OPAQUE",
            Organizer = component.Organizer?.Value is { } organizer ? (Mail(organizer), component.Organizer.CommonName) : null,
            Attendees =
            [
                .. component
                    .Attendees.Where(attendee => attendee.Value is not null)
                    .Select(attendee => (Mail(attendee.Value!), (string?)attendee.CommonName)),
            ],
            RecurrenceRule = component.RecurrenceRule?.ToString(),
            ExceptionDates = [.. component.ExceptionDates.GetAllDates().Select(date => date.Value)],
            RecurrenceId = component.RecurrenceIdentifier?.StartTime.Value,
            Sequence = component.Sequence,
            Modified = component.LastModified?.AsUtc ?? component.DtStamp?.AsUtc ?? now,
        };
    }

    private static string Mail(Uri address) => Uri.UnescapeDataString(address.OriginalString["mailto:".Length..]);
}
