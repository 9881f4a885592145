using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Cases;

/// <summary>Definitions of time zones that cost all events of their zone, or moved them in silence.</summary>
public sealed class ZoneSiblingTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("-800", -8)]
    [InlineData("-0800", -8)]
    [InlineData("-080000", -8)]
    [InlineData("+013000", 1.5)]
    [InlineData("+01:30", 1.5)]
    [InlineData("0130", 1.5)]
    [InlineData("+1", 1)]
    [InlineData("+1400", 14)]
    [InlineData("-0000", 0)]
    public async Task An_offset_is_read_in_the_forms_that_programs_write(string offset, double hours)
    {
        FeedEvent read = await ReadOneAsync(
            "Own",
            $"BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\n"
        );

        Assert.Equal(new DateTimeOffset(2026, 7, 10, 9, 0, 0, TimeSpan.FromHours(hours)), read.Start);
        Assert.Equal(TimeSpan.FromHours(hours), read.Start.Offset);
    }

    [Theory]
    [InlineData("+003448", 34, 48)]
    [InlineData("+1556", (15 * 60) + 56, 0)]
    public async Task An_offset_of_seconds_or_of_more_than_14_hours_is_kept_exactly(string offset, int minutes, int seconds)
    {
        FeedEvent read = await ReadOneAsync(
            "Own",
            $"BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\n"
        );

        Assert.Equal(new DateTime(2026, 7, 10, 9, 0, 0) - new TimeSpan(0, minutes, seconds), read.Start.UtcDateTime);
    }

    [Theory]
    [InlineData("UNTIL=99991231")]
    [InlineData("UNTIL=99991231T235959Z")]
    [InlineData("X-UNTIL=20200101T000000Z")]
    [InlineData("INTERVAL=1")]
    public async Task A_rule_of_a_zone_that_ends_with_the_calendar_does_not_cost_its_events(string part)
    {
        Feed feed = await ReadAsync(
            "Own",
            Zones.Define("Own", 1, 2, $"BYMONTH=10;BYDAY=-1SU;{part}", $"BYMONTH=3;BYDAY=-1SU;{part}"),
            "20260710T090000",
            "20260110T090000"
        );

        Assert.Equal([1.0, 2.0], feed.Events.Select(e => e.Start.Offset.TotalHours));
    }

    [Theory]
    [InlineData("BYMONTH=10;BYDAY=SU;BYSETPOS=-1", "BYMONTH=3;BYDAY=SU;BYSETPOS=-1")]
    [InlineData("BYMONTH=10;BYDAY=-1su", "BYMONTH=3;BYDAY=-1su")]
    public async Task A_rule_of_a_zone_is_read_in_the_forms_that_programs_write(string standard, string daylight)
    {
        Feed feed = await ReadAsync("Own", Zones.Define("Own", 1, 2, standard, daylight), "20260328T090000", "20260329T090000");

        Assert.Equal([1.0, 2.0], feed.Events.Select(e => e.Start.Offset.TotalHours));
    }

    // A program wrote the changes of the years of its events only, and one of the events is later.
    [Theory]
    [InlineData(
        "BEGIN:STANDARD\r\nDTSTART:20241027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
            + "BEGIN:DAYLIGHT\r\nDTSTART:20240331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n"
    )]
    [InlineData(
        "BEGIN:STANDARD\r\nDTSTART:20241027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRDATE:20251026T030000\r\nEND:STANDARD\r\n"
            + "BEGIN:DAYLIGHT\r\nDTSTART:20240331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRDATE:20250330T020000\r\n"
            + "END:DAYLIGHT\r\n"
    )]
    [InlineData("BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n")]
    [InlineData("BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n")]
    [InlineData("")]
    [InlineData("BEGIN:STANDARD\r\nDTSTART:nonsense\r\nEND:STANDARD\r\n")]
    [InlineData(
        "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETTO:+0100\r\nTZOFFSETFROM:+0100\r\nRRULE:FREQ=HOURLY\r\nEND:STANDARD\r\n"
    )]
    public async Task A_definition_of_some_years_or_of_none_does_not_move_the_events_of_a_known_zone(string definition)
    {
        foreach (string name in new[] { "Europe/Paris", "/vendor.example/20260101/Europe/Paris" })
        {
            Feed feed = await ReadAsync(
                name,
                $"BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{definition}END:VTIMEZONE\r\n",
                "20260110T090000",
                "20260710T090000",
                "20360710T090000"
            );

            Assert.Equal([1.0, 2.0, 2.0], feed.Events.Select(e => e.Start.Offset.TotalHours));
        }
    }

    [Fact]
    public async Task A_definition_that_cannot_be_read_is_reported_once()
    {
        Feed feed = await ReadAsync(
            "Europe/Paris",
            "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nEND:VTIMEZONE\r\n",
            "20260110T090000",
            "20260710T090000"
        );

        Assert.Contains("Europe/Paris", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_cannot_be_read_may_say_where_it_is()
    {
        Feed feed = await ReadAsync(
            "Own",
            "BEGIN:VTIMEZONE\r\nTZID:Own\r\nX-LIC-LOCATION:Europe/Paris\r\nEND:VTIMEZONE\r\n",
            "20260710T090000"
        );

        Assert.Equal(2, Assert.Single(feed.Events).Start.Offset.TotalHours);
    }

    [Theory]
    [InlineData("/vendor/Europe/Berlin", 2)]
    [InlineData("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", 2)]
    [InlineData("/citadel.org/20210210_1/America/Argentina/Buenos_Aires", -3)]
    [InlineData("/Europe/Berlin", 2)]
    [InlineData("europe/berlin", 2)]
    [InlineData("tzone://Microsoft/Utc", 0)]
    [InlineData("w. europe standard time", 2)]
    public async Task A_known_zone_is_found_with_its_makers_prefix_and_in_any_letter_case(string name, int hours)
    {
        Feed feed = await ReadAsync(name, "", "20260710T090000");

        Assert.Equal(hours, Assert.Single(feed.Events).Start.Offset.TotalHours);
    }

    [Theory]
    [InlineData("Vendor/Europe/Berlin")]
    [InlineData("/vendor/Atlantis")]
    [InlineData("/")]
    [InlineData("")]
    public async Task A_zone_is_not_guessed(string name)
    {
        Feed feed = await ReadAsync(name, "", "20260710T090000");

        Assert.Empty(feed.Events);
        Assert.Single(feed.Problems);
    }

    private static async Task<FeedEvent> ReadOneAsync(string name, string parts) =>
        Assert.Single((await ReadAsync(name, $"BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{parts}END:VTIMEZONE\r\n", "20260710T090000")).Events);

    private static Task<Feed> ReadAsync(string name, string definition, params string[] times) =>
        Ics.ReadAsync(
            Ics.Calendar([definition, .. times.Select((time, at) => Ics.Event($"{at}", $"DTSTART;TZID=\"{name}\":{time}"))]),
            time: Clock
        );
}
