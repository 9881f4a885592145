namespace Zourit.Zimbra.Sharing.Clients.Tests;

/// <summary>What the calendars hold, as iCalendar.</summary>
internal static class EventFiles
{
    /// <summary>One event.</summary>
    public const string Single = """
        BEGIN:VCALENDAR
        PRODID:test
        VERSION:2.0
        BEGIN:VEVENT
        UID:atelier-1
        SUMMARY:Atelier vélo
        DTSTART:20270203T140000Z
        DTEND:20270203T160000Z
        DTSTAMP:20261101T000000Z
        END:VEVENT
        END:VCALENDAR
        """;

    /// <summary>The event that a guest adds.</summary>
    public const string Added = """
        BEGIN:VCALENDAR
        PRODID:test
        VERSION:2.0
        BEGIN:VEVENT
        UID:couture
        SUMMARY:Atelier couture
        DTSTART:20270210T140000Z
        DTEND:20270210T160000Z
        DTSTAMP:20261101T000000Z
        END:VEVENT
        END:VCALENDAR
        """;

    /// <summary>
    /// A series across the change to summer time with one date moved, one cancelled; whole days; over midnight; private; no title; emoji
    /// and
    /// commas; another zone; outside the window that is read.
    /// </summary>
    /// <param name="prefix">Begins each UID: an event is in one calendar of a mailbox only.</param>
    public static string Varied(string prefix) => VariedText.Replace("UID:", $"UID:{prefix}-", StringComparison.Ordinal);

    private const string VariedText = """
        BEGIN:VCALENDAR
        PRODID:test
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:Europe/Paris
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETTO:+0100
        TZOFFSETFROM:+0200
        RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=10;BYDAY=-1SU
        TZNAME:CET
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETTO:+0200
        TZOFFSETFROM:+0100
        RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=3;BYDAY=-1SU
        TZNAME:CEST
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:serie
        SUMMARY:Répétition
        LOCATION:Salle des fêtes
        DTSTART;TZID=Europe/Paris:20270311T200000
        DTEND;TZID=Europe/Paris:20270311T220000
        RRULE:FREQ=WEEKLY;COUNT=6;BYDAY=TH
        EXDATE;TZID=Europe/Paris:20270401T200000
        DTSTAMP:20261101T000000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:serie
        RECURRENCE-ID;TZID=Europe/Paris:20270325T200000
        SUMMARY:Répétition générale
        LOCATION:Théâtre
        DTSTART;TZID=Europe/Paris:20270326T180000
        DTEND;TZID=Europe/Paris:20270326T213000
        DTSTAMP:20261101T000000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:jour
        SUMMARY:Journée portes ouvertes
        DTSTART;VALUE=DATE:20270515
        DTEND;VALUE=DATE:20270516
        DTSTAMP:20261101T000000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:sejour
        SUMMARY:Séjour\, trois jours
        DTSTART;VALUE=DATE:20270611
        DTEND;VALUE=DATE:20270614
        DTSTAMP:20261101T000000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:nuit
        SUMMARY:Nuit du jeu 🎲
        DTSTART;TZID=Europe/Paris:20270220T210000
        DTEND;TZID=Europe/Paris:20270221T030000
        DTSTAMP:20261101T000000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:prive
        SUMMARY:Entretien
        LOCATION:Bureau
        CLASS:PRIVATE
        DTSTART;TZID=Europe/Paris:20270222T100000
        DTEND;TZID=Europe/Paris:20270222T110000
        DTSTAMP:20261101T000000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:appel
        SUMMARY:Appel
        DTSTART:20270223T230000Z
        DTEND:20270223T233000Z
        DTSTAMP:20261101T000000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:autrefois
        SUMMARY:Hors de la fenêtre
        DTSTART:20251231T100000Z
        DTEND:20251231T110000Z
        DTSTAMP:20251101T000000Z
        END:VEVENT
        END:VCALENDAR
        """;
}
