using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Writes free/busy times as iCalendar.</summary>
internal static class FreeBusyText
{
    public static string Write(Head head, IEnumerable<BusyPeriod> times)
    {
        var text = new IcsLines();
        text.Line("BEGIN:VCALENDAR");
        text.Line("PRODID:Zimbra-Calendar-Provider");
        text.Line("VERSION:2.0");
        text.Line($"METHOD:{head.Method}");
        text.Line("BEGIN:VFREEBUSY");
        text.Line($"ORGANIZER:mailto:{head.Organizer}");
        if (head.Attendee is { } attendee)
        {
            text.Line($"ATTENDEE:mailto:{attendee}");
        }

        text.Line($"DTSTAMP:{Utc(head.Now)}");
        text.Line($"DTSTART:{Utc(head.From)}");
        text.Line($"DTEND:{Utc(head.To)}");
        if (head.Url is { } url)
        {
            text.Line($"URL:{url}");
        }

        foreach (BusyPeriod time in times)
        {
            text.Line($"FREEBUSY;FBTYPE={Type(time)}:{Utc(time.From)}/{Utc(time.To)}");
        }

        text.Line("END:VFREEBUSY");
        text.Line("END:VCALENDAR");
        return text.ToString();
    }

    private static string Type(BusyPeriod time) =>
        time.Status switch
        {
            "TENTATIVE" => "BUSY-TENTATIVE",
            "OOF" => "BUSY-UNAVAILABLE",
            _ => "BUSY",
        };

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What it says besides the times.</summary>
    internal sealed record Head
    {
        public required string Method { get; init; }

        public required string Organizer { get; init; }

        public string? Attendee { get; init; }

        public required DateTimeOffset Now { get; init; }

        public required DateTimeOffset From { get; init; }

        public required DateTimeOffset To { get; init; }

        public string? Url { get; init; }
    }
}
