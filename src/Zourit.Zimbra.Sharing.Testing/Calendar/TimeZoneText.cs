using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Writes the VTIMEZONE of a zone: its present rules, said to hold since 1601 (recording 06-81).</summary>
internal static class TimeZoneText
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static void Write(IcsLines text, string zoneName)
    {
        text.Line("BEGIN:VTIMEZONE");
        text.Line($"TZID:{IcsLines.Escape(zoneName)}");
        TimeZoneInfo? zone = TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out TimeZoneInfo? found) ? found : null;
        TimeSpan offset = zone?.BaseUtcOffset ?? TimeSpan.Zero;
        if (zone is not null && Transitions(zone) is { } year)
        {
            Part(text, zoneName, year.ToStandard, offset + year.Delta, offset);
            Part(text, zoneName, year.ToDaylight, offset, offset + year.Delta);
        }
        else
        {
            text.Line("BEGIN:STANDARD");
            text.Line("DTSTART:16010101T000000");
            text.Line($"TZOFFSETTO:{Offset(offset)}");
            text.Line($"TZOFFSETFROM:{Offset(offset)}");
            Name(text, zoneName, daylight: false);
            text.Line("END:STANDARD");
        }

        text.Line("END:VTIMEZONE");
    }

    private static void Part(IcsLines text, string zone, DateTime local, TimeSpan from, TimeSpan to)
    {
        bool daylight = to > from;
        string kind = daylight ? "DAYLIGHT" : "STANDARD";
        bool last = local.AddDays(7).Month != local.Month;
        text.Line($"BEGIN:{kind}");
        text.Line(string.Create(CultureInfo.InvariantCulture, $"DTSTART:16010101T{local:HHmmss}"));
        text.Line($"TZOFFSETTO:{Offset(to)}");
        text.Line($"TZOFFSETFROM:{Offset(from)}");
        text.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH={local.Month};"
                    + $"BYDAY={(last ? -1 : ((local.Day - 1) / 7) + 1)}{Days[(int)local.DayOfWeek]}"
            )
        );
        Name(text, zone, daylight);
        text.Line($"END:{kind}");
    }

    private static void Name(IcsLines text, string zone, bool daylight)
    {
        if (ServerZones.Abbreviation(zone, daylight) is { } name)
        {
            text.Line($"TZNAME:{name}");
        }
    }

    // Looked up hour by hour in a year that lies ahead: the adjustment rules of the operating system differ in form from machine to
    // machine.
    public static (DateTime ToDaylight, DateTime ToStandard, TimeSpan Delta)? Transitions(TimeZoneInfo zone)
    {
        DateTime? toDaylight = null,
            toStandard = null;
        TimeSpan delta = TimeSpan.Zero;
        var start = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (DateTime time = start; time.Year == 2030; time = time.AddHours(1))
        {
            TimeSpan before = zone.GetUtcOffset(time.AddHours(-1));
            TimeSpan after = zone.GetUtcOffset(time);
            if (after > before)
            {
                (toDaylight, delta) = (time + before, after - before);
            }
            else if (after < before)
            {
                toStandard = time + before;
            }
        }

        return toDaylight is { } daylight && toStandard is { } standard ? (daylight, standard, delta) : null;
    }

    private static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hhmm}");
}
