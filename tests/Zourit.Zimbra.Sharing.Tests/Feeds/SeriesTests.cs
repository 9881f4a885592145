using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Parsing;
using Zourit.Zimbra.Sharing.Feeds.Transfer;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class SeriesTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    private static FeedReadOptions Year2027 => new() { From = Day(1, 1), To = Day(12, 31) };

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=MINUTELY;INTERVAL=5")]
    [InlineData("FREQ=HOURLY")]
    [InlineData(
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,5,10,15,20,25,30,35,40,45,50,55"
    )]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;INTERVAL=99999999999999")]
    [InlineData("FREQ=NEVER")]
    [InlineData("INTERVAL=1")]
    [InlineData("nonsense")]
    [InlineData("FREQ=DAILY;UNTIL=sometime")]
    [InlineData("FREQ=DAILY;BYDAY=99XX")]
    [InlineData("FREQ=DAILY;FREQ=SECONDLY")]
    public async Task A_hostile_rule_neither_hangs_the_reader_nor_loses_the_others(string rule)
    {
        var watch = Stopwatch.StartNew();
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("hostile", "DTSTART:19700101T000000Z", $"RRULE:{rule}"), Ics.Event("fine", "DTSTART:20270715T090000Z")),
            Year2027,
            Clock
        );

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
        Assert.Equal("fine", Assert.Single(feed.Events).Uid);
        Assert.Equal("hostile", Assert.Single(feed.Problems).Uid);
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=99")]
    [InlineData("FREQ=YEARLY;INTERVAL=2147483647;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;INTERVAL=12;COUNT=3")]
    public async Task A_rule_that_matches_no_day_adds_nothing_to_its_start(string rule)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", "DTSTART:20270115T000000Z", $"RRULE:{rule}")), Year2027, Clock);

        Assert.Equal(Day(1, 15), Assert.Single(feed.Events).Start);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public async Task A_daily_rule_since_the_year_one_is_refused_or_read_in_bounded_time()
    {
        var watch = Stopwatch.StartNew();
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("old", "DTSTART:00010101T000000Z", "RRULE:FREQ=DAILY")), Year2027, Clock);

        Assert.Contains("steps", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task A_rule_of_a_hundred_thousand_parts_is_refused_before_it_is_parsed()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event(
                    "long",
                    "DTSTART:20270101T000000Z",
                    "RRULE:FREQ=WEEKLY;BYDAY=" + string.Join("\r\n ,", Enumerable.Repeat("MO", 100_000))
                )
            ),
            Year2027,
            Clock
        );

        Assert.Contains("characters", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_costly_rules_together_are_cut_by_the_time_they_take()
    {
        // The clock goes on by a fifth of a second whenever it is looked at.
        var clock = new FakeTimeProvider(Clock.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromSeconds(0.2) };
        using var indexer = new FeedIndexer(TimeProvider.System);
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(
            Ics.Calendar([
                .. Enumerable.Range(0, 100).Select(at => Ics.Event($"{at}", "DTSTART:20270101T000000Z", "RRULE:FREQ=DAILY;COUNT=2")),
                Ics.Event("fine", "DTSTART:20270715T090000Z"),
            ])
        );
        indexer.Append(bytes);
        using var spool = new FeedSpool();
        await spool.AppendAsync(bytes, TestContext.Current.CancellationToken);

        Feed feed = await new FeedReader(indexer.Complete(isWhole: true), spool, Year2027, clock).ReadAsync(
            IcsAddress.Parse("https://mail1.example.net/home/o@x.org/c.ics"),
            TestContext.Current.CancellationToken
        );

        Assert.Contains(feed.Events, e => e.Uid == "fine");
        Assert.InRange(feed.Events.Count, 10, 60);
        Assert.Contains("MaxExpansionTime", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
        Assert.DoesNotContain(feed.Problems, problem => problem.Message.English.StartsWith("0 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_birthday_since_1930_and_a_daily_series_since_1995_are_no_hostile_rules()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("birthday", "DTSTART;VALUE=DATE:19300517", "RRULE:FREQ=YEARLY"),
                Ics.Event("daily", "DTSTART:19950101T080000Z", "RRULE:FREQ=DAILY;INTERVAL=1")
            ),
            new FeedReadOptions { From = Day(5, 17), To = Day(5, 18) },
            Clock
        );

        Assert.Empty(feed.Problems);
        Assert.Equal(["birthday", "daily"], feed.Events.Select(e => e.Uid));
    }

    [Fact]
    public async Task Changed_instances_may_come_before_their_series()
    {
        string moved = Ics.Event("s", "DTSTART:20270308T100000Z", "RECURRENCE-ID:20270301T100000Z", "SUMMARY:moved");
        string cancelled = Ics.Event("s", "DTSTART:20270315T100000Z", "RECURRENCE-ID:20270315T100000Z", "STATUS:CANCELLED");
        string series = Ics.Event("s", "DTSTART:20270301T100000Z", "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:regular");
        string other = Ics.Event("o", "DTSTART:20270301T100000Z");
        foreach (
            string[] order in new[]
            {
                new[] { moved, cancelled, other, series },
                [series, other, moved, cancelled],
                [cancelled, series, moved, other],
            }
        )
        {
            Feed feed = await Ics.ReadAsync(Ics.Calendar(order), Year2027, Clock);

            Assert.Empty(feed.Problems);
            Assert.Equal(
                [(Day(3, 8).AddHours(10), "moved"), (Day(3, 8).AddHours(10), "regular"), (Day(3, 22).AddHours(10), "regular")],
                feed.Events.Where(e => e.Uid == "s").Select(e => (e.Start, e.Summary!)).Order()
            );
        }
    }

    [Fact]
    public async Task An_instance_moved_into_the_window_is_found_and_one_moved_out_is_not()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", "DTSTART:20260301T100000Z", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:regular"),
                Ics.Event("s", "DTSTART:20270601T100000Z", "RECURRENCE-ID:20260302T100000Z", "SUMMARY:moved in"),
                Ics.Event("t", "DTSTART:20270301T100000Z", "RRULE:FREQ=DAILY;COUNT=1", "SUMMARY:regular"),
                Ics.Event("t", "DTSTART:20280601T100000Z", "RECURRENCE-ID:20270301T100000Z", "SUMMARY:moved out")
            ),
            Year2027,
            Clock
        );

        Assert.Equal("moved in", Assert.Single(feed.Events).Summary);
    }

    [Fact]
    public async Task A_changed_instance_whose_series_is_not_in_the_feed_is_on_its_own()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("s", "DTSTART:20270308T100000Z", "RECURRENCE-ID:20270301T100000Z")),
            Year2027,
            Clock
        );

        Assert.True(Assert.Single(feed.Events).IsException);
    }

    [Fact]
    public async Task The_later_version_of_a_changed_instance_counts()
    {
        string Version(int sequence, string summary) =>
            Ics.Event("s", "DTSTART:20270308T100000Z", "RECURRENCE-ID:20270301T100000Z", $"SUMMARY:{summary}")
                .Replace("SEQUENCE:0", $"SEQUENCE:{sequence}", StringComparison.Ordinal);

        Feed feed = await Ics.ReadAsync(Ics.Calendar(Version(2, "new"), Version(1, "old")), Year2027, Clock);

        Assert.Equal("new", Assert.Single(feed.Events).Summary);
    }

    [Fact]
    public async Task An_instance_named_in_UTC_is_matched_in_the_zone_of_its_series()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", "DTSTART;TZID=Europe/Paris:20270601T100000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20270603T080000Z"),
                Ics.Event("s", "DTSTART;TZID=Europe/Paris:20270602T150000", "RECURRENCE-ID:20270602T080000Z")
            ),
            Year2027,
            Clock
        );

        Assert.Equal([10, 15], feed.Events.Select(e => e.Start.Hour));
    }

    [Fact]
    public async Task Extra_dates_keep_their_own_length_and_exception_rules_take_away()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event(
                    "s",
                    "DTSTART:20270301T100000Z",
                    "DTEND:20270301T110000Z",
                    "RRULE:FREQ=DAILY;COUNT=4",
                    "EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2",
                    "RDATE;VALUE=PERIOD:20270401T100000Z/PT3H,20270402T100000Z/20270402T120000Z",
                    "RDATE:20270403T100000Z"
                )
            ),
            Year2027,
            Clock
        );

        Assert.Empty(feed.Problems);
        Assert.Equal(
            [(Day(3, 2), 1.0), (Day(3, 4), 1), (Day(4, 1), 3), (Day(4, 2), 2), (Day(4, 3), 1)],
            feed.Events.Select(e => (e.Start.AddHours(-10), (e.End - e.Start).TotalHours))
        );
    }

    [Fact]
    public async Task A_series_of_whole_days_with_an_excluded_date()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event(
                    "s",
                    "DTSTART;VALUE=DATE:20270301",
                    "DTEND;VALUE=DATE:20270303",
                    "RRULE:FREQ=WEEKLY;UNTIL=20270322",
                    "EXDATE;VALUE=DATE:20270308"
                )
            ),
            Year2027,
            Clock
        );

        Assert.Equal([Day(3, 1), Day(3, 15), Day(3, 22)], feed.Events.Select(e => e.Start));
        Assert.All(feed.Events, e => Assert.True(e.IsAllDay && e.End - e.Start == TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task An_event_that_started_before_the_window_and_reaches_into_it_belongs_to_it()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("single", "DTSTART:20261220T100000Z", "DTEND:20270102T100000Z"),
                Ics.Event("series", "DTSTART:20261201T100000Z", "DURATION:P10D", "RRULE:FREQ=WEEKLY;COUNT=4"),
                Ics.Event("before", "DTSTART:20261220T100000Z", "DTEND:20270101T000000Z"),
                Ics.Event("point", "DTSTART:20270101T000000Z"),
                Ics.Event("after", "DTSTART:20271231T000000Z")
            ),
            Year2027,
            Clock
        );

        // The series lasts ten days each time: its fourth occurrence of 22 December ends on 1 January.
        Assert.Equal(["single", "series", "point"], feed.Events.Select(e => e.Uid));
    }

    [Fact]
    public async Task Without_a_window_a_finite_series_is_given_whole_and_an_endless_one_to_the_horizon()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("finite", "DTSTART:20200101T100000Z", "RRULE:FREQ=YEARLY;COUNT=30"),
                Ics.Event("endless", "DTSTART:20200101T100000Z", "RRULE:FREQ=YEARLY"),
                Ics.Event("far", "DTSTART:20990101T100000Z")
            ),
            new FeedReadOptions { SeriesHorizon = TimeSpan.FromDays(3 * 366) },
            Clock
        );

        Assert.Equal(
            (30, 10, 1),
            (feed.Events.Count(e => e.Uid == "finite"), feed.Events.Count(e => e.Uid == "endless"), feed.Events.Count(e => e.Uid == "far"))
        );
    }

    [Fact]
    public async Task More_events_than_allowed_are_left_out_and_that_is_reported()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("s", "DTSTART:20270101T100000Z", "RRULE:FREQ=DAILY;COUNT=100")),
            new FeedReadOptions { MaxEvents = 10 },
            Clock
        );

        Assert.Equal(10, feed.Events.Count);
        Assert.Contains("MaxEvents", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
    }

    private static DateTimeOffset Day(int month, int day) => new(2027, month, day, 0, 0, 0, TimeSpan.Zero);
}
