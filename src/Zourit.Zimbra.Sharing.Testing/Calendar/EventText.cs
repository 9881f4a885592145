using System.Globalization;
using System.Xml;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>
/// Writes a VEVENT. The server escapes every value as TEXT but RRULE, EXDATE, GEO and the like, so UID, URL and addresses too, whatever
/// RFC 5545 says of them; parameters it leaves plain.
/// </summary>
internal static class EventText
{
    public static void Write(IcsLines text, CalendarItem item, IcsForm form)
    {
        bool whole = form.ShowsPrivate || !item.IsPrivate;
        text.Line("BEGIN:VEVENT");
        Value(text, "UID", item.Uid);
        if (item.RecurrenceRule is { } rule)
        {
            text.Line($"RRULE:{rule}");
        }

        if (whole)
        {
            Details(text, item);
        }

        Times(text, item, form);
        if (whole)
        {
            Value(text, "URL", item.Url);
            Attachments(text, item, form);
            foreach (CalendarAlarm alarm in item.Alarms)
            {
                Alarm(text, alarm);
            }
        }

        text.Line("END:VEVENT");
    }

    private static void Details(IcsLines text, CalendarItem item)
    {
        Value(text, "SUMMARY", item.Summary);
        Value(text, "DESCRIPTION", item.Description);
        Value(text, "X-ALT-DESC;FMTTYPE=text/html", item.Html);
        Value(text, "LOCATION", item.Location);
        foreach (CalendarAttendee attendee in item.Attendees)
        {
            text.Line(
                $"ATTENDEE{Name(attendee.Name)};ROLE={attendee.Role};PARTSTAT={attendee.Status}{(IsAsked(attendee) ? ";RSVP=TRUE" : "")}:"
                    + $"mailto:{IcsLines.Escape(attendee.Mail)}"
            );
        }

        Value(text, "PRIORITY", item.Priority);
        if (item.Categories.Count > 0)
        {
            text.Line($"CATEGORIES:{string.Join(',', item.Categories.Select(IcsLines.Escape))}");
        }

        if (item.Geo is { } place)
        {
            text.Line($"GEO:{place}");
        }

        foreach (string line in item.OtherLines)
        {
            text.Line(line);
        }

        if (item.Organizer is { } organizer)
        {
            text.Line($"ORGANIZER{Name(organizer.Name)}:mailto:{IcsLines.Escape(organizer.Mail)}");
        }
    }

    // Whoever has answered is asked no more.
    private static bool IsAsked(CalendarAttendee attendee) => attendee.Rsvp && attendee.Status == "NEEDS-ACTION";

    private static void Times(IcsLines text, CalendarItem item, IcsForm form)
    {
        text.Line(Time("DTSTART", item, item.Start, item.TimeZone));
        if (item.GivesDuration)
        {
            text.Line($"DURATION:{XmlConvert.ToString(item.End - item.Start)}");
        }
        else
        {
            text.Line(Time("DTEND", item, item.End, item.ZoneOfEnd));
        }

        text.Line($"STATUS:{item.Status}");
        text.Line($"CLASS:{item.Class}");
        if (form.IsForOutlook)
        {
            if (item.AllDay)
            {
                text.Line("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE");
            }

            text.Line($"X-MICROSOFT-CDO-INTENDEDSTATUS:{item.BusyStatus}");
        }

        text.Line($"TRANSP:{item.Transparency}");
        if (item.RecurrenceId is { } recurrence)
        {
            text.Line(Time("RECURRENCE-ID", item, recurrence, item.TimeZone));
        }

        text.Line($"LAST-MODIFIED:{Utc(item.Modified.UtcDateTime)}");
        text.Line($"DTSTAMP:{Utc(item.Modified.UtcDateTime)}");
        text.Line($"SEQUENCE:{item.Sequence}");
        foreach (DateTime date in item.ExceptionDates)
        {
            text.Line(Time("EXDATE", item, date, item.TimeZone));
        }

        if (item.CancelledFrom is { } last)
        {
            text.Line(Time("EXDATE", item, last, item.TimeZone, ";RANGE=THISANDFUTURE"));
        }
    }

    private static void Attachments(IcsLines text, CalendarItem item, IcsForm form)
    {
        foreach (CalendarAttachment file in form.HasAttachments ? item.Attachments : [])
        {
            string name = file.FileName is null ? "" : $";X-APPLE-FILENAME={file.FileName}";
            text.Line($"ATTACH;VALUE=BINARY;ENCODING=BASE64;FMTTYPE={file.ContentType}{name}:{file.Base64}");
        }
    }

    private static void Alarm(IcsLines text, CalendarAlarm alarm)
    {
        text.Line("BEGIN:VALARM");
        text.Line($"ACTION:{alarm.Action}");
        text.Line($"TRIGGER{(alarm.Related is null ? "" : $";RELATED={alarm.Related}")}:{alarm.Trigger}");
        Value(text, "DESCRIPTION", alarm.Description);
        Value(text, "SUMMARY", alarm.Summary);
        foreach (string mail in alarm.Mails)
        {
            text.Line($"ATTENDEE:mailto:{IcsLines.Escape(mail)}");
        }

        text.Line("END:VALARM");
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

    private static string Time(string property, CalendarItem item, DateTime time, string? zone, string range = "") =>
        item.AllDay ? string.Create(CultureInfo.InvariantCulture, $"{property};VALUE=DATE{range}:{time:yyyyMMdd}")
        : zone is not null ? string.Create(CultureInfo.InvariantCulture, $"{property};TZID=\"{zone}\"{range}:{time:yyyyMMdd'T'HHmmss}")
        : $"{property}{range}:{Utc(time)}";

    private static string Utc(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
