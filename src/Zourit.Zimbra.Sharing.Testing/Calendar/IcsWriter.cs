namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Writes calendars as the server's ICS formatter does (docs/protocol.md §8.7; recordings 07-12, 06-81, 17-56, 13-113).</summary>
internal static class IcsWriter
{
    public static string Write(IEnumerable<CalendarItem> items, IcsForm form)
    {
        List<CalendarItem> all = [.. items];
        var text = new IcsLines();
        text.Line("BEGIN:VCALENDAR");
        if (form.Calendar is { } calendar)
        {
            text.Raw($"X-WR-CALNAME:{calendar.Name}");
            text.Raw($"X-WR-CALID:{calendar.Id}");
        }

        text.Line("PRODID:Zimbra-Calendar-Provider");
        text.Line("VERSION:2.0");
        if (form.Method is { } method)
        {
            text.Line($"METHOD:{method}");
        }

        foreach (string zone in Zones(all, form))
        {
            TimeZoneText.Write(text, zone);
        }

        foreach (CalendarItem item in all)
        {
            EventText.Write(text, item, form);
            foreach (CalendarItem exception in item.Exceptions)
            {
                EventText.Write(text, exception, form);
            }
        }

        text.Line("END:VCALENDAR");
        return text.ToString();
    }

    private static IEnumerable<string> Zones(List<CalendarItem> items, IcsForm form) =>
        items
            .SelectMany(item => item.Exceptions.Append(item))
            .SelectMany(item =>
                item is { AllDay: true, RecurrenceRule: not null } ? [form.ZoneOfDays] : new[] { item.TimeZone, item.ZoneOfEnd }
            )
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);
}
