using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>When events end, and what is made of texts that are empty or odd.</summary>
public sealed class EventTimeTests
{
    [Theory]
    [InlineData("P1W", "2027-03-27T09:00:00+01:00")]
    [InlineData("P1DT1H", "2027-03-21T10:00:00+01:00")]
    [InlineData("P8D", "2027-03-28T09:00:00+02:00")]
    [InlineData("PT192H", "2027-03-28T10:00:00+02:00")]
    [InlineData("PT1M30S", "2027-03-20T09:01:30+01:00")]
    [InlineData("-PT1H", "2027-03-20T09:00:00+01:00")]
    [InlineData("-P1D", "2027-03-20T09:00:00+01:00")]
    public async Task Days_are_days_of_the_calendar_and_hours_are_hours_of_the_clock(string duration, string end) =>
        Assert.Equal(
            DateTimeOffset.Parse(end, null),
            (await ReadAsync("DTSTART;TZID=Europe/Paris:20270320T090000", $"DURATION:{duration}")).End
        );

    [Theory]
    [InlineData("DTSTART:20270715T090000Z", "2027-07-15T09:00:00Z")]
    [InlineData("DTSTART:20270715T090000Z\r\nDTEND:20270715T080000Z", "2027-07-15T09:00:00Z")]
    [InlineData("DTSTART:20270715T090000Z\r\nDTEND:20270715T090000Z", "2027-07-15T09:00:00Z")]
    [InlineData("DTSTART:20270715T090000Z\r\nDTEND;TZID=Europe/Paris:20270715T120000", "2027-07-15T10:00:00Z")]
    public async Task An_event_without_an_end_or_with_one_before_its_start_lasts_no_time(string lines, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, null), (await ReadAsync(lines)).End);

    [Fact]
    public async Task An_added_time_may_have_a_length_of_its_own()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event(
                    "one",
                    "DTSTART:20270715T090000Z",
                    "DTEND:20270715T100000Z",
                    "RDATE;VALUE=PERIOD:20270716T090000Z/PT3H,20270717T090000Z/20270717T130000Z,20270718T090000Z/p1d",
                    "RDATE:20270719T090000Z"
                )
            )
        );

        Assert.Equal([1, 3, 4, 24, 1], feed.Events.Select(each => (each.End - each.Start).TotalHours));
    }

    [Fact]
    public async Task An_added_time_with_a_length_that_is_invalid_is_reported()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("one", "DTSTART:20270715T090000Z", "RDATE;VALUE=PERIOD:20270716T090000Z/PXX"))
        );

        Assert.Contains("The length of an RDATE of it was ignored", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_are_empty_are_none()
    {
        FeedEvent read = await ReadAsync(
            "DTSTART:20270715T090000Z",
            "SUMMARY:",
            "DESCRIPTION:",
            "LOCATION:",
            "CATEGORIES:a,,b",
            "ORGANIZER;CN=:mailto:c@orange.fr",
            "ATTENDEE;CN=;PARTSTAT=:mailto:a%20b@orange.fr",
            "STATUS:confirmed"
        );

        Assert.Equal((null, null, null), (read.Summary, read.Description, read.Location));
        Assert.Equal(["a", "b"], read.Categories);
        Assert.Equal(new FeedPerson { Mail = "c@orange.fr" }, read.Organizer);
        FeedAttendee attendee = Assert.Single(read.Attendees);
        Assert.Equal("a b@orange.fr", attendee.Mail);
        Assert.Null(attendee.Name);
        Assert.Equal(FeedEventStatus.Confirmed, read.Status);
    }

    [Fact]
    public async Task An_organizer_who_is_named_by_something_else_than_a_mail_address_has_none() =>
        Assert.Equal(
            new FeedPerson { Mail = "", Name = "Le bureau" },
            (await ReadAsync("DTSTART:20270715T090000Z", "ORGANIZER;CN=Le bureau:https://example.org/x")).Organizer
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false, "SUMMARY:x")]
    [InlineData(false, "DESCRIPTION:x")]
    [InlineData(false, "LOCATION:x")]
    [InlineData(false, "ORGANIZER:mailto:a@orange.fr")]
    [InlineData(false, "ATTENDEE:mailto:a@orange.fr")]
    public async Task A_private_event_that_says_nothing_has_its_details_withheld(bool withheld, params string[] lines) =>
        Assert.Equal(withheld, (await ReadAsync(["DTSTART:20270715T090000Z", "CLASS:PRIVATE", .. lines])).AreDetailsWithheld);

    private static async Task<FeedEvent> ReadAsync(params string[] lines) =>
        Assert.Single((await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", lines)))).Events);
}
