using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class TimeZoneTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("(GMT+01.00) Brussels / Copenhagen / Madrid / Paris")]
    [InlineData("Maison des associations")]
    [InlineData("Europe/Atlantis")]
    public async Task A_zone_known_only_from_the_feed_is_honoured_with_its_summer_time(string name)
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Zones.Define(name, 1, 2, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU"),
                Ics.Event("winter", $"DTSTART;TZID=\"{name}\":20270115T090000", $"DTEND;TZID=\"{name}\":20270115T100000"),
                Ics.Event("summer", $"DTSTART;TZID=\"{name}\":20270715T090000", $"DTEND;TZID=\"{name}\":20270715T100000")
            )
        );

        Assert.Empty(feed.Problems);
        Assert.Equal([At(2027, 1, 15, 9, 0, 1), At(2027, 7, 15, 9, 0, 2)], feed.Events.Select(e => e.Start));
        Assert.Equal([1.0, 2.0], feed.Events.Select(e => e.Start.Offset.TotalHours));
        Assert.All(feed.Events, e => Assert.Equal(name, e.TimeZone));
    }

    [Fact]
    public async Task The_definition_in_the_feed_wins_over_a_known_name_with_other_rules()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Zones.Define("Europe/Paris", 4, 5, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU"),
                Ics.Event("1", "DTSTART;TZID=Europe/Paris:20270715T090000")
            ),
            time: Clock
        );

        Assert.Equal(TimeSpan.FromHours(5), Assert.Single(feed.Events).Start.Offset);
    }

    [Fact]
    public async Task A_definition_that_pretends_todays_rules_always_held_does_not_spoil_the_past_of_a_known_zone()
    {
        // In 2005 summer time started on the first Sunday of April in New York; today it is the second of March.
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Zones.Define("America/New_York", -5, -4, "BYMONTH=11;BYDAY=1SU", "BYMONTH=3;BYDAY=2SU"),
                Ics.Event("1", "DTSTART;TZID=America/New_York:20050320T090000")
            ),
            time: Clock
        );

        Assert.Equal(TimeSpan.FromHours(-5), Assert.Single(feed.Events).Start.Offset);
    }

    [Theory]
    [InlineData("America/New_York", -4)]
    [InlineData("W. Europe Standard Time", 2)]
    [InlineData("UTC", 0)]
    public async Task A_known_name_needs_no_definition(string name, int offset)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("1", $"DTSTART;TZID=\"{name}\":20270715T090000")));

        Assert.Equal(At(2027, 7, 15, 9, 0, offset), Assert.Single(feed.Events).Start);
    }

    [Fact]
    public async Task A_zone_neither_defined_nor_known_costs_only_its_own_events()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("lost", "DTSTART;TZID=\"(GMT+01.00) Nowhere\":20270715T090000"),
                Ics.Event("fine", "DTSTART:20270715T090000Z")
            )
        );

        Assert.Equal("fine", Assert.Single(feed.Events).Uid);
        FeedProblem problem = Assert.Single(feed.Problems);
        Assert.Equal("lost", problem.Uid);
        Assert.Contains("(GMT+01.00) Nowhere", problem.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wall_time_that_is_skipped_comes_later_and_one_that_is_doubled_means_the_first()
    {
        string zone = Zones.Define("Own", 1, 2, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU");
        foreach (string name in new[] { "Own", "Europe/Paris" })
        {
            Feed feed = await Ics.ReadAsync(
                Ics.Calendar(
                    zone,
                    Ics.Event("1", $"DTSTART;TZID={name}:20270328T023000"),
                    Ics.Event("2", $"DTSTART;TZID={name}:20271031T023000")
                )
            );

            Assert.Equal([At(2027, 3, 28, 3, 30, 2), At(2027, 10, 31, 2, 30, 2)], feed.Events.Select(e => e.Start));
        }
    }

    [Fact]
    public async Task A_series_keeps_its_wall_time_and_its_length_over_the_change_of_clocks()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Zones.Define("Own", 1, 2, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU"),
                Ics.Event("1", "DTSTART;TZID=Own:20270327T220000", "DTEND;TZID=Own:20270328T060000", "RRULE:FREQ=DAILY;COUNT=2")
            )
        );

        Assert.Equal([At(2027, 3, 27, 22, 0, 1), At(2027, 3, 28, 22, 0, 2)], feed.Events.Select(e => e.Start));
        Assert.All(feed.Events, e => Assert.Equal(7, (e.End - e.Start).TotalHours));
    }

    [Fact]
    public async Task Start_and_end_may_lie_in_different_zones()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("1", "DTSTART;TZID=Europe/Paris:20270115T100000", "DTEND;TZID=America/New_York:20270115T120000"))
        );

        Assert.Equal(TimeSpan.FromHours(8), feed.Events[0].End - feed.Events[0].Start);
    }

    [Fact]
    public async Task Times_without_zone_and_dates_are_placed_by_the_readers_clock()
    {
        string calendar = Ics.Calendar(Ics.Event("floating", "DTSTART:20270715T090000"), Ics.Event("date", "DTSTART;VALUE=DATE:20270716"));
        Feed utc = await Ics.ReadAsync(calendar);
        Feed paris = await Ics.ReadAsync(
            calendar,
            new FeedReadOptions { LocalTimeZone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(2), "x", "x") }
        );

        Assert.Equal([At(2027, 7, 15, 9, 0, 0), At(2027, 7, 16, 0, 0, 0)], utc.Events.Select(e => e.Start));
        Assert.Equal([At(2027, 7, 15, 9, 0, 2), At(2027, 7, 16, 0, 0, 2)], paris.Events.Select(e => e.Start));
        Assert.Equal([true, false], utc.Events.Select(e => e.IsFloating));
        Assert.Equal([false, true], utc.Events.Select(e => e.IsAllDay));
        Assert.Equal(TimeSpan.FromDays(1), utc.Events[1].End - utc.Events[1].Start);
    }

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute, int offset) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(offset));
}
