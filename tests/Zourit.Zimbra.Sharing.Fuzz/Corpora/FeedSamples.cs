using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Engine;

namespace Zourit.Zimbra.Sharing.Fuzz.Corpora;

/// <summary>Feeds with what the recorded ones lack: other programs' rules, exceptions, zones of their own.</summary>
internal static class FeedSamples
{
    private const string Zone =
        "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETTO:+0100\r\nTZOFFSETFROM:+0200\r\n"
        + "RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
        + "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETTO:+0200\r\nTZOFFSETFROM:+0100\r\nRRULE:FREQ=YEARLY;WKST=MO;"
        + "INTERVAL=1;BYMONTH=3;BYDAY=-1SU\r\nRDATE:20270101T000000\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

    public static IEnumerable<Seed> All { get; } =
    [
        Of(
            "series",
            Zone,
            "UID:s\r\nDTSTART;TZID=Own:20270301T100000\r\nDTEND;TZID=Own:20270301T110000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU;"
                + "UNTIL=20270601T100000Z\r\n"
                + "EXDATE;TZID=Own:20270308T100000\r\nSUMMARY:s\r\n",
            "UID:s\r\nDTSTART;TZID=Own:20270315T120000\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Own:20270315T100000\r\nORGANIZER;CN=\"A, "
                + "B\":mailto:a@b.c\r\n"
                + "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:d@e.f\r\n"
        ),
        Of(
            "days",
            "",
            "UID:d\r\nDTSTART;VALUE=DATE:20270301\r\nDURATION:P2D\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5\r\nRDATE;"
                + "VALUE=DATE:20270302,20270305\r\n"
                + "EXRULE:FREQ=MONTHLY;BYMONTHDAY=-1;INTERVAL=2\r\n"
        ),
        Of(
            "yearly",
            "",
            "UID:y\r\nDTSTART:20200229T100000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\r\n"
                + "RDATE;VALUE=PERIOD:20270801T000000Z/PT2H,20270802T000000Z/20270802T010000Z\r\nCATEGORIES:a,b\r\n"
                + "STATUS:TENTATIVE\r\nCLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\n"
                + "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"
        ),
        Of(
            "busy",
            "",
            "UID:b\r\nDTSTART:20270715T090000\r\nRRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;BYSETPOS=1;WKST=SU\r\nURL:https://x\r\n"
                + "SEQUENCE:3\r\nLAST-MODIFIED:20270101T000000Z\r\n"
        ),
        new Seed(
            "freebusy",
            Encoding.UTF8.GetBytes(
                "HTTP/1.1 200 OK\nContent-Type: "
                    + "text/calendar\n\nBEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nORGANIZER:mailto:o@x.org\r\n"
                    + "FREEBUSY;FBTYPE=BUSY:20270101T000000Z/PT1H,20270102T000000Z/20270102T010000Z\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"
            )
        ),
    ];

    private static Seed Of(string name, string zone, params string[] events) =>
        new(
            name,
            Encoding.UTF8.GetBytes(
                "HTTP/1.1 200 OK\nContent-Type: text/calendar;charset=utf-8\n\nBEGIN:VCALENDAR\r\nX-WR-CALNAME:Été\r\nX-WR-CALID:id:336\r\n"
                    + $"{zone}{string.Concat(events.Select(e => $"BEGIN:VEVENT\r\n{e}END:VEVENT\r\n"))}END:VCALENDAR\r\n"
            )
        );
}
