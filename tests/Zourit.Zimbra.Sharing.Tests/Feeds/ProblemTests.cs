using System.Text;
using CsCheck;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Parsing;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class ProblemTests
{
    private const string Fine = "DTSTART:20270715T090000Z";

    [Theory]
    [InlineData("SUMMARY:no start")]
    [InlineData("DTSTART:yesterday")]
    [InlineData("DTSTART:20271301T000000Z")]
    [InlineData("DTSTART:")]
    [InlineData("DTSTART:20270715T090000Z", "DTEND:20279999T000000Z")]
    [InlineData("DTSTART:20270715T090000Z", "DURATION:long")]
    [InlineData("DTSTART:20270715T090000Z", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:never")]
    [InlineData("DTSTART:20270715T090000Z", "RRULE:FREQ=DAILY;COUNT=2", "RDATE;VALUE=PERIOD:20270801T000000Z/P")]
    [InlineData("DTSTART:20270715T090000Z", "RECURRENCE-ID:first")]
    public async Task A_bad_event_is_reported_and_does_not_lose_the_rest(params string[] lines)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", Fine), Ics.Event("bad", lines), Ics.Event("two", Fine)));

        Assert.Equal(["one", "two"], feed.Events.Where(e => e.Uid != "bad").Select(e => e.Uid));
        Assert.Equal("bad", Assert.Single(feed.Problems).Uid);
        Assert.Equal(3, feed.EventsInFeed);
    }

    [Theory]
    [InlineData("ORGANIZER:not an address at all")]
    [InlineData("ATTENDEE;CN=\"unclosed:mailto:x@y.z")]
    [InlineData("CATEGORIES:")]
    [InlineData("X-WHATEVER;A=\"b;c:d")]
    [InlineData("a line without any colon")]
    [InlineData("SUMMARY;LANGUAGE=fr:Été \\; \\, \\n \\\\")]
    [InlineData("GEO:somewhere")]
    [InlineData("URL:::::")]
    [InlineData("PRIORITY:high")]
    [InlineData("LAST-MODIFIED:recently")]
    public async Task A_bad_text_does_not_lose_the_times(string line)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", Fine, line), Ics.Event("two", Fine)));

        Assert.Contains(feed.Events, e => e.Uid == "two");
        Assert.True(feed.Events.Any(e => e.Uid == "one") || feed.Problems.Any(problem => problem.Uid == "one"));
    }

    [Theory]
    [InlineData("DURATION:P2147483647W")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=2;UNTIL=99991231")]
    [InlineData("RRULE:FREQ=YEARLY;UNTIL=99991231")]
    [InlineData("DTEND:99991231T235959Z")]
    [InlineData("RDATE:99991231T235959Z")]
    public async Task The_end_of_the_calendar_does_not_lose_the_rest(string line)
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("last", Fine, line), Ics.Event("two", Fine)),
            new FeedReadOptions { To = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) }
        );

        Assert.Contains(feed.Events, e => e.Uid == "two");
        Assert.True(feed.Events.Any(e => e.Uid == "last") || feed.Problems.Any(problem => problem.Uid == "last"));
    }

    [Fact]
    public async Task Tasks_are_counted_and_alarms_do_not_disturb()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event(
                    "1",
                    Fine,
                    "BEGIN:VALARM",
                    "TRIGGER:-PT5M",
                    "DURATION:nonsense",
                    "DTSTART:nonsense",
                    "END:VALARM",
                    "SUMMARY:après"
                ),
                "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n"
            )
        );

        Assert.Empty(feed.Problems);
        Assert.Equal("après", Assert.Single(feed.Events).Summary);
        Assert.Equal(FeedWarningCode.Tasks, Assert.Single(feed.Warnings).Code);
    }

    [Fact]
    public async Task Calendars_one_after_another_are_read_as_one()
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("1", Fine)) + Ics.Calendar(Ics.Event("2", Fine)));

        Assert.Equal(["1", "2"], feed.Events.Select(e => e.Uid));
    }

    [Fact]
    public async Task Events_without_UID_are_kept_apart()
    {
        string bare = Ics.Event("x", Fine).Replace("UID:x\r\n", "", StringComparison.Ordinal);

        Assert.Equal(2, (await Ics.ReadAsync(Ics.Calendar(bare, bare))).Events.Count);
    }

    [Fact]
    public async Task Folded_lines_a_byte_order_mark_and_bare_line_feeds_are_read()
    {
        string calendar = Ics.Calendar(
            Ics.Event("1", "DTSTART;TZID=\"Europe/\r\n Paris\":20270715T\r\n 090000", "SUMMARY:Assemblée géné\r\n rale")
        );
        foreach (
            string variant in new[]
            {
                calendar,
                "\uFEFF" + calendar,
                calendar.Replace("\r\n", "\n", StringComparison.Ordinal),
                "\r\n" + calendar + "\r\n\r\n",
            }
        )
        {
            FeedEvent e = Assert.Single((await Ics.ReadAsync(variant)).Events);
            Assert.Equal(("Assemblée générale", TimeSpan.FromHours(2)), (e.Summary, e.Start.Offset));
        }
    }

    [Fact]
    public async Task A_fold_in_the_middle_of_a_letter_is_repaired()
    {
        // Some programs fold by bytes, though a letter has two.
        byte[] letter = Encoding.UTF8.GetBytes("é");
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270715T090000Z\r\nSUMMARY:"),
            letter[0],
            .. "\r\n "u8,
            letter[1],
            .. "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8,
        ];

        Assert.Equal("é", Assert.Single((await ParseAsync(bytes)).Events).Summary);
    }

    [Fact]
    public async Task The_raw_name_of_the_calendar_is_read_as_it_is()
    {
        string name = "Événements; de l'asso, " + new string('x', 100) + "\\n";

        Assert.Equal(
            name,
            (await Ics.ReadAsync(Ics.Calendar().Replace("X-WR-CALNAME:Test", $"X-WR-CALNAME:{name}", StringComparison.Ordinal))).Name
        );
    }

    [Fact]
    public async Task Owner_and_folder_are_named()
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar());

        Assert.Equal(("39fdafba-83a9-4f4f-ac6a-f15bd80d681f", "336"), (feed.OwnerId, feed.FolderId));
    }

    [Fact]
    public async Task No_mutation_of_a_feed_makes_anything_else_than_a_feed_or_an_exception_of_this_library()
    {
        byte[] feed = Encoding.UTF8.GetBytes(
            Ics.Calendar(
                Zones.Define("Own", 1, 2, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU"),
                Ics.Event(
                    "s",
                    "DTSTART;TZID=Own:20270301T100000",
                    "DTEND;TZID=Own:20270301T110000",
                    "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20270601T100000Z",
                    "EXDATE;TZID=Own:20270308T100000",
                    "SUMMARY:s"
                ),
                Ics.Event(
                    "s",
                    "DTSTART;TZID=Own:20270315T120000",
                    "RECURRENCE-ID;TZID=Own:20270315T100000",
                    "ORGANIZER;CN=\"A, B\":mailto:a@b.c",
                    "ATTENDEE;ROLE=REQ-PARTICIPANT:mailto:d@e.f"
                ),
                Ics.Event(
                    "d",
                    "DTSTART;VALUE=DATE:20270301",
                    "DURATION:P2D",
                    "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5",
                    "RDATE;VALUE=DATE:20270302"
                )
            )
        );
        await Gen.Select(Gen.Int[0, feed.Length - 1], Gen.Int[0, 12], Gen.Byte.Array[0, 6])
            .Array[1, 4]
            .SampleAsync(
                async mutations =>
                {
                    byte[] mutated = mutations.Aggregate(feed, (bytes, mutation) =>
                        [
                            .. bytes.AsSpan(0, Math.Min(mutation.Item1, bytes.Length)),
                            .. mutation.Item3,
                            .. bytes.AsSpan(Math.Min(mutation.Item1 + mutation.Item2, bytes.Length)),
                        ]
                    );
                    try
                    {
                        await ParseAsync(mutated);
                    }
                    catch (ZimbraException)
                    {
                        // A feed that lost its start or end.
                        return;
                    }
                },
                iter: 300,
                threads: 1
            );
    }

    private static async Task<Feed> ParseAsync(byte[] bytes)
    {
        using var indexer = new FeedIndexer(TimeProvider.System);
        indexer.Append(bytes);
        using var spool = new FeedSpool();
        await spool.AppendAsync(bytes, TestContext.Current.CancellationToken);
        var options = new FeedReadOptions { From = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), To = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var reader = new FeedReader(indexer.Complete(isWhole: true), spool, options, TimeProvider.System);
        return await reader.ReadAsync(
            IcsAddress.Parse("https://mail1.example.net/home/o@x.org/c.ics"),
            TestContext.Current.CancellationToken
        );
    }
}
