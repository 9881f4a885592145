namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Reads what an event in iCalendar text says of people, reminders and files, and the lines that only their makers know.</summary>
internal static class ComponentDetails
{
    public static CalendarItem Add(CalendarItem item, IcsComponent component) =>
        item with
        {
            Organizer = component.Line("ORGANIZER") is { } organizer
                ? (Mail(organizer), organizer.Parameters.GetValueOrDefault("CN"))
                : null,
            Attendees =
            [
                .. component
                    .All("ATTENDEE")
                    .Select(line => new CalendarAttendee
                    {
                        Mail = Mail(line),
                        Name = line.Parameters.GetValueOrDefault("CN"),
                        Role = line.Parameters.GetValueOrDefault("ROLE", "REQ-PARTICIPANT"),
                        Status = line.Parameters.GetValueOrDefault("PARTSTAT", "NEEDS-ACTION"),
                        Rsvp = line.Parameters.GetValueOrDefault("RSVP") == "TRUE",
                    }),
            ],
            Alarms = [.. component.Named("VALARM").Select(Alarm)],
            // What is only linked to is lost (recording 17-109).
            Attachments =
            [
                .. component
                    .All("ATTACH")
                    .Where(line => line.Parameters.GetValueOrDefault("VALUE") == "BINARY")
                    .Select(line => new CalendarAttachment
                    {
                        FileName = line.Parameters.GetValueOrDefault("X-FILENAME") ?? line.Parameters.GetValueOrDefault("X-APPLE-FILENAME"),
                        ContentType = line.Parameters.GetValueOrDefault("FMTTYPE", "application/octet-stream"),
                        Base64 = line.Value,
                    }),
            ],
            OtherLines =
            [
                .. component
                    .Lines.Where(line =>
                        line.Name.StartsWith("X-", StringComparison.Ordinal)
                        && line.Name != "X-ALT-DESC"
                        && !line.Name.StartsWith("X-MICROSOFT-CDO-", StringComparison.Ordinal)
                    )
                    .Select(line => line.Raw),
            ],
        };

    private static CalendarAlarm Alarm(IcsComponent alarm) =>
        new()
        {
            Action = alarm.Line("ACTION")?.Value.Trim() ?? "DISPLAY",
            Trigger = alarm.Line("TRIGGER")?.Value.Trim() ?? "-PT15M",
            Related = alarm.Line("TRIGGER")?.Parameters.GetValueOrDefault("RELATED"),
            Description = alarm.Line("DESCRIPTION")?.Text,
            Summary = alarm.Line("SUMMARY")?.Text,
            Mails = [.. alarm.All("ATTENDEE").Select(Mail)],
        };

    private static string Mail(IcsProperty line)
    {
        string address = line.Text;
        return Uri.UnescapeDataString(address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..] : address);
    }
}
