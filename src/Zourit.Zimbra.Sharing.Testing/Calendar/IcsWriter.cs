using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>
/// Writes a calendar as the server's ICS formatter does (docs/protocol.md §8.7; recordings 07-12, 06-81). It escapes every value as TEXT
/// but RRULE, EXRULE, RDATE, EXDATE and GEO, so UID, URL, TZID and addresses too, whatever RFC 5545 says of them; parameters it leaves
/// plain.
/// </summary>
internal static class IcsWriter
{
    public static string Write(string? name, string? calendarId, IEnumerable<CalendarItem> items, bool mayReadPrivate)
    {
        var text = new IcsLines();
        text.Line("BEGIN:VCALENDAR");
        if (name is not null)
        {
            text.Raw($"X-WR-CALNAME:{name}");
            text.Raw($"X-WR-CALID:{calendarId}");
        }

        text.Line("PRODID:Zimbra-Calendar-Provider");
        text.Line("VERSION:2.0");
        text.Line("METHOD:PUBLISH");
        List<CalendarItem> all = [.. items];
        foreach (
            string zone in all.SelectMany(item => item.Exceptions.Append(item))
                .Select(item => item.TimeZone)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
        )
        {
            TimeZoneText.Write(text, zone);
        }

        foreach (CalendarItem item in all)
        {
            Event(text, item, mayReadPrivate);
            foreach (CalendarItem exception in item.Exceptions)
            {
                Event(text, exception, mayReadPrivate);
            }
        }

        text.Line("END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(IcsLines text, CalendarItem item, bool mayReadPrivate)
    {
        bool whole = mayReadPrivate || !item.IsPrivate;
        text.Line("BEGIN:VEVENT");
        Value(text, "UID", item.Uid);
        if (item.RecurrenceRule is { } rule)
        {
            text.Line($"RRULE:{rule}");
        }

        if (whole)
        {
            People(text, item);
        }

        Time(text, "DTSTART", item, item.Start);
        Time(text, "DTEND", item, item.End);
        foreach (DateTime date in item.ExceptionDates)
        {
            Time(text, "EXDATE", item, date);
        }

        text.Line($"STATUS:{item.Status}");
        text.Line($"CLASS:{item.Class}");
        if (item.AllDay)
        {
            text.Line("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE");
        }

        text.Line($"X-MICROSOFT-CDO-INTENDEDSTATUS:{item.BusyStatus}");
        text.Line($"TRANSP:{item.Transparency}");
        if (item.RecurrenceId is { } recurrence)
        {
            Time(text, "RECURRENCE-ID", item, recurrence);
        }

        text.Line($"LAST-MODIFIED:{Utc(item.Modified.UtcDateTime)}");
        text.Line($"DTSTAMP:{Utc(item.Modified.UtcDateTime)}");
        text.Line($"SEQUENCE:{item.Sequence}");
        if (whole)
        {
            Value(text, "URL", item.Url);
        }

        text.Line("END:VEVENT");
    }

    private static void People(IcsLines text, CalendarItem item)
    {
        Value(text, "SUMMARY", item.Summary);
        Value(text, "DESCRIPTION", item.Description);
        Value(text, "LOCATION", item.Location);
        foreach ((string mail, string? name) in item.Attendees)
        {
            text.Line($"ATTENDEE{Name(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:{IcsLines.Escape(mail)}");
        }

        if (item.Organizer is { } organizer)
        {
            text.Line($"ORGANIZER{Name(organizer.Name)}:mailto:{IcsLines.Escape(organizer.Mail)}");
        }
    }

    private static string Name(string? name) =>
        name is null ? ""
        : name.AsSpan().IndexOfAny(",;:") >= 0 ? $";CN=\"{name}\""
        : $";CN={name}";

    private static void Value(IcsLines text, string property, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Line($"{property}:{IcsLines.Escape(value)}");
        }
    }

    private static void Time(IcsLines text, string property, CalendarItem item, DateTime time) =>
        text.Line(
            item.AllDay ? string.Create(CultureInfo.InvariantCulture, $"{property};VALUE=DATE:{time:yyyyMMdd}")
            : item.TimeZone is { } zone
                ? string.Create(CultureInfo.InvariantCulture, $"{property};TZID=\"{zone}\":{time:yyyyMMdd'T'HHmmss}")
            : $"{property}:{Utc(time)}"
        );

    private static string Utc(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
