using System.Text;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>
/// Events that are small for what they make a careless reader do. Each is between two good ones, which must not be lost.
/// </summary>
[Collection(nameof(HostileTests))]
[Trait("Category", "Slow")]
public sealed class HostileFeedTests
{
    private const int Million = 1024 * 1024;

    private static readonly Dictionary<string, Func<string[]>> Rules = new()
    {
        ["every second, for ever"] = () => ["RRULE:FREQ=SECONDLY"],
        ["every minute, for ever"] = () => ["RRULE:FREQ=MINUTELY;INTERVAL=1"],
        ["every second of every day"] = () => [$"RRULE:FREQ=DAILY;BYHOUR={Numbers(24)};BYMINUTE={Numbers(60)};BYSECOND={Numbers(60)}"],
        ["two thousand million times"] = () => ["RRULE:FREQ=DAILY;COUNT=2147483647"],
        ["until the year 9999"] = () => ["RRULE:FREQ=DAILY;UNTIL=99991231T235959Z"],
        ["every two thousand million years"] = () => ["RRULE:FREQ=YEARLY;INTERVAL=2147483647"],
        ["more often than there are numbers"] = () => ["RRULE:FREQ=DAILY;INTERVAL=99999999999999999999"],
        ["on the 30th of February"] = () => ["RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
        ["on the 30th of February, by ten rules"] = () => [.. Enumerable.Repeat("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 10)],
        ["by thousands of rules"] = () => [.. Enumerable.Repeat("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 20_000)],
        ["but for thousands of rules"] = () =>
            ["RRULE:FREQ=DAILY", .. Enumerable.Repeat("EXRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 20_000)],
        ["by a rule of a million letters"] = () => [$"RRULE:FREQ=YEARLY;BYYEARDAY={Numbers(150_000)}"],
        ["on every day of every list"] = () =>
            [
                $"RRULE:FREQ=YEARLY;BYMONTH={Numbers(12)};BYMONTHDAY={Numbers(31)};BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR={Numbers(24)};"
                    + "BYSETPOS=-1,366",
            ],
        ["on tens of thousands of days"] = () => [$"RDATE:{Times(50_000)}"],
        ["but for a hundred thousand days"] = () => ["RRULE:FREQ=DAILY;COUNT=5", $"EXDATE:{Times(100_000)}"],
        ["in a zone that is looked for at each of many days"] = () =>
            [
                "RRULE:FREQ=DAILY;COUNT=5",
                $"EXDATE;X={new string('x', Million)};TZID=Europe/Paris:{Times(100_000).Replace("Z", "", StringComparison.Ordinal)}",
            ],
        ["with a length of millennia"] = () => ["DURATION:P3650000D", "RRULE:FREQ=YEARLY"],
    };

    private static readonly Dictionary<string, Func<string[]>> Texts = new()
    {
        ["a hundred thousand parameters"] = () => [$"ATTENDEE{string.Concat(Enumerable.Repeat(";A=b", Million / 8))}:mailto:x@y.z"],
        ["a parameter of a million values"] = () =>
            [$"ATTENDEE;MEMBER={string.Join(',', Enumerable.Repeat("\"a\"", Million / 2))}:mailto:x@y.z"],
        ["a million quotes"] = () => [$"ATTENDEE;CN={new string('"', 2 * Million)}:mailto:x@y.z"],
        ["an open quote"] = () => [$"ORGANIZER;CN=\"{new string('a', 2 * Million)}:mailto:x@y.z"],
        ["a million colons"] = () => [$"LOCATION{new string(':', 2 * Million)}"],
        ["hundreds of thousands of categories"] = () => [$"CATEGORIES:{string.Join(',', Enumerable.Repeat("a", Million / 4))}"],
        ["a million backslashes"] = () => [$"SUMMARY:{new string('\\', 2 * Million)}"],
        ["a million escapes"] = () => [$"DESCRIPTION:{string.Concat(Enumerable.Repeat("\\n\\,\\;", Million / 2))}"],
        ["an address of a million signs"] = () => [$"ORGANIZER:mailto:{string.Concat(Enumerable.Repeat("%", 2 * Million))}"],
        ["thousands of attendees"] = () => [.. Enumerable.Repeat("ATTENDEE:mailto:a@b.c", 30_000)],
        ["a million empty lines"] = () => [new string('\n', 2 * Million)],
        ["a million folds"] = () => [$"SUMMARY:{string.Concat(Enumerable.Repeat("\r\n a", Million))}"],
        ["a million alarms"] = () => [.. Enumerable.Repeat("BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM", 100_000)],
        ["a million nested parts"] = () => [.. Enumerable.Repeat("BEGIN:X", 200_000), .. Enumerable.Repeat("END:X", 200_000)],
    };

    public static TheoryData<string> RuleNames => [.. Rules.Keys];

    public static TheoryData<string> TextNames => [.. Texts.Keys];

    [Theory, MemberData(nameof(RuleNames))]
    public Task An_event_repeats(string how) => ReadAsync(how, Rules[how]());

    [Theory, MemberData(nameof(TextNames))]
    public Task An_event_has(string what) => ReadAsync(what, Texts[what]());

    [Fact]
    public async Task Thousands_of_changes_of_thousands_of_series_with_one_UID_are_weighed_together()
    {
        var calendar = new StringBuilder();
        for (int at = 0; at < 3_000; at++)
        {
            calendar.Append(Ics.Event("same", "DTSTART:20270715T090000Z", "RRULE:FREQ=DAILY;COUNT=2"));
            calendar.Append(
                Ics.Event(
                    "same",
                    FormattableString.Invariant($"DTSTART:{new DateTime(2027, 1, 1).AddHours(at):yyyyMMdd'T'HHmmss}Z"),
                    FormattableString.Invariant($"RECURRENCE-ID:{new DateTime(2027, 1, 1).AddHours(at):yyyyMMdd'T'HHmmss}Z")
                )
            );
        }

        await ReadAsync("one UID", calendar.ToString(), new FeedReadOptions { MaxEvents = 50_000 });
    }

    [Fact]
    public async Task A_zone_that_changed_its_clocks_thousands_of_times_costs_each_event_little()
    {
        var calendar = new StringBuilder(
            "BEGIN:VTIMEZONE\r\nTZID:Bomb\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETTO:+0100\r\nTZOFFSETFROM:+0200\r\nRDATE:"
        )
            .AppendJoin(
                ',',
                Enumerable
                    .Range(0, 950)
                    .Select(at => FormattableString.Invariant($"{new DateTime(1900, 1, 1).AddDays(at):yyyyMMdd'T'HHmmss}"))
            )
            .Append("\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
        for (int at = 0; at < 5_000; at++)
        {
            calendar.Append(
                Ics.Event(
                    $"{at}",
                    FormattableString.Invariant($"DTSTART;TZID=Bomb:{new DateTime(2027, 1, 1).AddHours(at):yyyyMMdd'T'HHmmss}")
                )
            );
        }

        Feed feed = await ReadAsync("zone", calendar.ToString());

        Assert.Equal(5_002, feed.Events.Count);
        Assert.Equal(TimeSpan.FromHours(1), feed.Events[^1].Start.Offset);
    }

    [Fact]
    public async Task A_zone_that_is_too_large_or_nonsense_costs_each_event_little()
    {
        var calendar = new StringBuilder("BEGIN:VTIMEZONE\r\nTZID:Large\r\n").Insert(
            0,
            "BEGIN:VTIMEZONE\r\nTZID:Nonsense\r\nX-A:" + new string('x', 10_000) + "\r\nEND:VTIMEZONE\r\n"
        );
        calendar.Append(string.Concat(Enumerable.Repeat("X-A:b\r\n", 4_000))).Append("END:VTIMEZONE\r\n");
        for (int at = 0; at < 4_000; at++)
        {
            calendar.Append(Ics.Event($"{at}", $"DTSTART;TZID={(at % 2 == 0 ? "Large" : "Nonsense")}:20270101T000000"));
        }

        Feed feed = await ReadAsync("bad zones", calendar.ToString());

        Assert.Equal(2, feed.Events.Count);
        Assert.Equal(4_001, feed.Problems.Count);
    }

    [Fact]
    public async Task Thousands_of_zones_are_refused() =>
        Assert.Contains(
            "time zones",
            (
                await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
                    ReadAsync(
                        "zones",
                        string.Concat(
                            Enumerable
                                .Range(0, 5_000)
                                .Select(at =>
                                    $"BEGIN:VTIMEZONE\r\nTZID:{at}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
                                    + "TZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
                                    + "END:VTIMEZONE\r\n"
                                )
                        )
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );

    private static async Task ReadAsync(string what, string[] lines)
    {
        Feed feed = await ReadAsync(what, Ics.Event("bad", ["DTSTART:20270715T090000Z", .. lines.Select(Folded)]));

        Assert.True(
            feed.Events.Any(e => e.Uid == "bad") || feed.Problems.Any(problem => problem.Uid == "bad"),
            "the event vanished in silence"
        );
    }

    private static async Task<Feed> ReadAsync(string what, string components, FeedReadOptions? options = null)
    {
        string good(string uid) => Ics.Event(uid, "DTSTART:20270715T090000Z");
        string calendar = Ics.Calendar(good("one"), components, good("two"));
        Feed feed = null!;
        long allocated = await Cost.OfAsync($"{what}, {calendar.Length:N0} B", async () => feed = await Ics.ReadAsync(calendar, options));

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{feed.Events.Count} events, {feed.Problems.Count} "
                + $"problems{string.Concat(feed.Problems.Take(2).Select(problem => ": " + problem.Message.English))}"
        );
        Assert.Contains(feed.Events, e => e.Uid == "one");
        Assert.Contains(feed.Events, e => e.Uid == "two");
        Assert.True(allocated < 1_500_000_000, $"{allocated:N0} bytes were allocated for {calendar.Length:N0}");
        return feed;
    }

    // A line of the feed may be 64 KB long; what is folded, as long as the event.
    private static string Folded(string line) =>
        line.Length <= 60_000 || line.Contains('\n', StringComparison.Ordinal)
            ? line
            : string.Join("\r\n ", line.Chunk(30_000).Select(piece => new string(piece)));

    private static string Numbers(int count) => string.Join(',', Enumerable.Range(0, count));

    private static string Times(int count) =>
        string.Join(
            ',',
            Enumerable
                .Range(0, count)
                .Select(at => FormattableString.Invariant($"{new DateTime(2030, 1, 1).AddHours(at):yyyyMMdd'T'HHmmss}Z"))
        );
}
