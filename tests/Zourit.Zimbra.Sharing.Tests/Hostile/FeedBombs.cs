using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Tests.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>Feeds that are small for what they make a careless reader do.</summary>
internal static class FeedBombs
{
    private const int Million = 1024 * 1024;
    private const string Start = "DTSTART:20270715T090000Z";

    public static IReadOnlyDictionary<string, Func<string>> All { get; } =
        new Dictionary<string, Func<string>>
        {
            ["a carriage return within a rule"] = () => Event("RRULE:FREQ=DAILY;WKST=MO\rRRULE:FREQ=SECONDLY"),
            ["a carriage return within a title"] = () => Event("SUMMARY:a\rb"),
            ["a carriage return within an attendee"] = () => Event("ATTENDEE;CN=a\rb:mailto:a@b.c"),
            ["a carriage return within a name"] = () => Event("CATEG\rORIES:a"),
            ["thousands of changes of one series in a zone of 16 KB"] = () => LargeZone() + Changes("", 100_000),
            ["thousands of changes of all later instances"] = () => LargeZone() + Changes(";RANGE=THISANDFUTURE", 50_000),
            ["a list of days in a zone of 16 KB to leave out"] = () =>
                LargeZone() + Event("RRULE:FREQ=DAILY;COUNT=5", $"EXDATE;TZID=Large:{Times(400_000)}"),
            ["a list of days in a zone of 16 KB to add"] = () => LargeZone() + Event($"RDATE;TZID=Large:{Times(400_000)}"),
            ["a list of times that are none"] = () => Event($"EXDATE:{string.Join(',', Enumerable.Repeat("x", 3 * Million))}"),
            ["a parameter of commas"] = () => Event($"ATTENDEE;X={new string(',', 7 * Million)}:mailto:a@b.c"),
            ["a parameter of quotes"] = () => Event($"ATTENDEE;X={new string('"', 7 * Million)}:mailto:a@b.c"),
            ["parameters without end"] = () => Event($"ATTENDEE{string.Concat(Enumerable.Repeat(";A=b", Million))}:mailto:a@b.c"),
            ["categories without end"] = () => Event($"CATEGORIES:{string.Join(',', Enumerable.Repeat("a", 3 * Million))}"),
            ["attendees without end"] = () => Event(string.Join("\r\n", Enumerable.Repeat("ATTENDEE:a", 600_000))),
            ["lines that are none"] = () => Event(string.Join("\r\n", Enumerable.Repeat("x", 2 * Million))),
            ["a title of escapes"] = () => Event($"SUMMARY:{string.Concat(Enumerable.Repeat("\\n", 3 * Million))}"),
            ["rules that match nothing"] = () => Many(50_000, _ => "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
            ["rules that go far"] = () => Many(20_000, _ => "RRULE:FREQ=DAILY;COUNT=100000"),
            ["rules that cannot be read"] = () => Many(100_000, at => $"RRULE:FREQ=X{at}"),
            ["events in all years in a zone of 16 KB"] = () =>
                LargeZone() + Many(2_000, at => $"DTEND;TZID=Large:{1 + (at * 7 % 9998):0000}0101T000000"),
            ["series and changes of one UID"] = () => Changes("", 30_000) + string.Concat(Enumerable.Range(0, 20_000).Select(Series)),
        };

    private static string Series(int at) => Ics.Event("same", $"DTSTART:{Time(at)}Z", "RRULE:FREQ=DAILY;COUNT=2");

    private static string Event(params string[] lines) => Ics.Event("bad", [Start, .. lines.Select(Folded)]);

    private static string Many(int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, count).Select(at => Ics.Event($"bad{at}", Start, line(at))));

    private static string Changes(string range, int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(at => Ics.Event("same", $"DTSTART;TZID=Large:{Time(at)}", $"RECURRENCE-ID;TZID=Large{range}:{Time(at)}"))
                .Append(Ics.Event("same", "DTSTART;TZID=Large:20270101T000000", "RRULE:FREQ=DAILY;COUNT=2000"))
        );

    private static string LargeZone()
    {
        var zone = new StringBuilder("BEGIN:VTIMEZONE\r\nTZID:Large\r\n");
        for (int at = 0; zone.Length < 16_000; at++)
        {
            string kind = at % 2 == 0 ? "STANDARD" : "DAYLIGHT";
            zone.Append(
                CultureInfo.InvariantCulture,
                $"BEGIN:{kind}\r\nDTSTART:16010101T0{at % 10}0000\r\nTZOFFSETFROM:+0{at % 9}00\r\nTZOFFSETTO:+0{(at + 1) % 9}00\r\n"
            );
            zone.Append(CultureInfo.InvariantCulture, $"RRULE:FREQ=YEARLY;BYMONTH={1 + (at % 12)};BYDAY=-1SU\r\nEND:{kind}\r\n");
        }

        return zone.Append("END:VTIMEZONE\r\n").ToString();
    }

    // A line of the feed may be 64 KB long; what is folded, as long as the event.
    private static string Folded(string line) =>
        line.Length <= 60_000 || line.Contains('\n', StringComparison.Ordinal)
            ? line
            : string.Join("\r\n ", line.Chunk(30_000).Select(piece => new string(piece)));

    // From 2030 on.
    private static string Times(int count) => string.Join(',', Enumerable.Range(30_000, count).Select(Time));

    private static string Time(int hours) =>
        new DateTime(2027, 1, 1).AddHours(hours).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
