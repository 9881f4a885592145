using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Cases;

/// <summary>Of <see cref="SiblingTests"/> those about series: rules, dates left out, changed instances.</summary>
public sealed class SeriesSiblingTests
{
    private const string Start = SiblingTests.Start;

    private static readonly FeedReadOptions Options = SiblingTests.Options;

    [Theory]
    [InlineData("FREQ=WEEKLY;UNTIL=99991231", 104)]
    [InlineData("FREQ=WEEKLY;UNTIL=99991231T235959Z", 104)]
    [InlineData("FREQ=WEEKLY;X-UNTIL=20260110T000000Z", 104)]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112", 2)]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112T090000Z", 2)]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112T085959Z", 1)]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112T090000", 2)]
    [InlineData("FREQ=WEEKLY;COUNT=3;UNTIL=20260112T090000Z", 2)]
    [InlineData("FREQ=WEEKLY;COUNT=1;UNTIL=20260112T090000Z", 1)]
    [InlineData("freq=weekly;count=2", 2)]
    [InlineData("FREQ=WEEKLY;COUNT=2;WKST=XX", 2)]
    [InlineData("FREQ=WEEKLY;COUNT=2;FOO=BAR;BAZ", 2)]
    [InlineData("FREQ=HOURLY;INTERVAL=6;COUNT=5", 5)]
    [InlineData("FREQ=MONTHLY;BYDAY=+1MO;COUNT=2", 2)]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO,2MO;COUNT=2", 2)]
    public async Task A_rule_gives_as_many_as_it_says(string rule, int count)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", Start, $"RRULE:{rule}")), Options);

        Assert.Equal(count, feed.Events.Count);
    }

    [Theory]
    [InlineData("EXDATE:20260106T090000Z")]
    [InlineData("EXDATE;TZID=Europe/Paris:20260106T100000")]
    [InlineData("EXDATE;VALUE=DATE:20260106")]
    [InlineData("EXDATE:20260106")]
    [InlineData("EXDATE:20260106T090000")]
    [InlineData("EXRULE:FREQ=DAILY;INTERVAL=10;COUNT=2", "DTSTART:20260106T090000Z", "RRULE:FREQ=DAILY;COUNT=3")]
    public async Task An_occurrence_is_left_out_in_whatever_form_it_is_named(string line, params string[] series)
    {
        string[] lines = series.Length > 0 ? series : [Start, "RRULE:FREQ=DAILY;COUNT=3"];

        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", [.. lines, line])), Options);

        Assert.Equal(2, feed.Events.Count);
        Assert.DoesNotContain(feed.Events, e => e.Start.Day == 6);
        Assert.Empty(feed.Problems);
    }

    [Theory]
    [InlineData("20260113")]
    [InlineData("20260113T000000")]
    [InlineData("20260112T230000Z")]
    [InlineData("20260113T000000Z")]
    public async Task A_day_of_a_series_of_whole_days_is_left_out_in_whatever_form_it_is_named(string day)
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("one", "DTSTART;VALUE=DATE:20260106", "RRULE:FREQ=WEEKLY;COUNT=3", $"EXDATE:{day}")),
            Options
        );

        Assert.Equal([6, 20], feed.Events.Select(e => e.Start.Day));
    }

    [Theory]
    [InlineData("RECURRENCE-ID:20260106T090000Z")]
    [InlineData("RECURRENCE-ID;TZID=America/New_York:20260106T040000")]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20260106")]
    [InlineData("RECURRENCE-ID:20260106T090000")]
    public async Task A_changed_instance_takes_the_place_of_its_own_in_whatever_form_it_is_named(string line)
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("one", "DTSTART:20260109T120000Z", line), Ics.Event("one", Start, "RRULE:FREQ=DAILY;COUNT=3")),
            Options
        );

        Assert.Equal([5, 7, 9], feed.Events.Select(e => e.Start.Day));
        Assert.Equal(new DateTimeOffset(2026, 1, 6, 9, 0, 0, TimeSpan.Zero), feed.Events[2].RecurrenceId);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public async Task A_change_of_all_later_instances_moves_them_all_until_the_next_change()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", Start, "DTEND:20260105T100000Z", "RRULE:FREQ=DAILY;COUNT=6", "EXDATE:20260108T090000Z", "SUMMARY:old"),
                Ics.Event(
                    "s",
                    "DTSTART:20260107T110000Z",
                    "DTEND:20260107T113000Z",
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T090000Z",
                    "SUMMARY:new"
                ),
                Ics.Event("s", "DTSTART:20260109T150000Z", "RECURRENCE-ID:20260109T090000Z", "SUMMARY:alone")
            ),
            Options
        );

        Assert.Equal(
            [(5, 9, "old"), (6, 9, "old"), (7, 11, "new"), (9, 15, "alone"), (10, 11, "new")],
            feed.Events.Select(e => (e.Start.Day, e.Start.Hour, e.Summary!))
        );
        Assert.Equal([60.0, 60, 30, 0, 30], feed.Events.Select(e => (e.End - e.Start).TotalMinutes));
        Assert.Equal(9, feed.Events[^1].RecurrenceId!.Value.Hour);
        Assert.Empty(feed.Problems);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;COUNT=9", "20260107T090000Z", "5 6")]
    [InlineData("RRULE:FREQ=DAILY", "20260107T090000Z", "5 6")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20260110T090000Z", "20260109T090000Z,20260107T090000Z", "5 6")]
    [InlineData("RDATE:20260106T090000Z,20260108T090000Z", "20260107T000000Z", "5 6")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=9", "20260105T090000Z", "")]
    public async Task A_series_whose_later_dates_are_cancelled_as_Zimbra_writes_it_ends_there(string series, string from, string days)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("s", Start, series, $"EXDATE;RANGE=THISANDFUTURE:{from}")), Options);

        Assert.Equal(days, string.Join(' ', feed.Events.Select(e => e.Start.Day)));
        Assert.Contains("THISANDFUTURE", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
        Assert.Contains("THISANDFUTURE", feed.Problems[0].Message.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_ends_a_series_counts_from_that_day_on_by_the_clock_of_the_series()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("s", Start, "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE;RANGE=THISANDFUTURE:20260107")),
            Options
        );

        Assert.Equal([5, 6], feed.Events.Select(e => e.Start.Day));
    }

    [Fact]
    public async Task A_change_of_all_later_instances_ends_with_its_series()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", Start, "RRULE:FREQ=DAILY", "EXDATE;RANGE=THISANDFUTURE:20260108T090000Z"),
                Ics.Event("s", "DTSTART:20260106T110000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260106T090000Z")
            ),
            Options
        );

        Assert.Equal([(5, 9), (6, 11), (7, 11)], feed.Events.Select(e => (e.Start.Day, e.Start.Hour)));
    }

    [Fact]
    public async Task A_range_that_nobody_defines_cancels_the_date_alone_and_is_reported()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("s", Start, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;RANGE=THISANDPRIOR:20260106T090000Z")),
            Options
        );

        Assert.Equal([5, 7], feed.Events.Select(e => e.Start.Day));
        Assert.Contains("THISANDPRIOR", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_instance_without_a_start_is_at_the_time_of_the_instance()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", Start, "RRULE:FREQ=DAILY;COUNT=2", "SUMMARY:old"),
                Ics.Event("s", "RECURRENCE-ID:20260106T090000Z", "SUMMARY:new")
            ),
            Options
        );

        Assert.Equal([(5, "old"), (6, "new")], feed.Events.Select(e => (e.Start.Day, e.Summary!)));
    }

    [Fact]
    public async Task Two_versions_of_a_change_are_one_in_whatever_form_they_name_their_instance()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", Start, "RRULE:FREQ=DAILY;COUNT=2"),
                Ics.Event("s", "DTSTART:20260106T120000Z", "RECURRENCE-ID;VALUE=DATE:20260106")
                    .Replace("SEQUENCE:0", "SEQUENCE:2", StringComparison.Ordinal),
                Ics.Event("s", "DTSTART:20260106T150000Z", "RECURRENCE-ID:20260106T090000Z")
            ),
            Options
        );

        Assert.Equal([9, 12], feed.Events.Select(e => e.Start.Hour));
    }
}
