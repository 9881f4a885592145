using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>
/// What is noted of an event of a long feed: an event noted too wide is read for nothing, one noted too narrow is lost. A day and a half on
/// either side is for zones.
/// </summary>
public sealed class EventIndexBuilderTests
{
    private const string Lost = "0001-01-01T00:00..9999-12-31T23:59";

    [Theory]
    [InlineData("2027-07-13T21:00..2027-07-17T00:00", "DTSTART:20270715T090000Z", "DTEND:20270715T120000Z")]
    [InlineData("2027-07-13T21:00..2027-07-16T23:00", "DTSTART:20270715T090000Z", "DURATION:PT2H")]
    [InlineData("2027-07-13T21:00..2027-07-16T21:00", "DTSTART:20270715T090000Z")]
    [InlineData("2027-07-13T21:00..2027-07-16T21:00", "DTSTART:20270715T090000Z", "DTEND:sometime")]
    [InlineData("2027-07-13T21:00..2027-07-16T21:00", "DTSTART:20270715T090000Z", "DURATION:some")]
    [InlineData("2027-07-13T12:00..2027-07-17T12:00", "DTSTART;VALUE=DATE:20270715")]
    [InlineData("2027-07-13T12:00..2027-07-18T12:00", "DTSTART;VALUE=DATE:20270715", "DTEND;VALUE=DATE:20270717")]
    [InlineData(
        "2027-07-13T21:00..2027-07-17T00:00",
        "dtstart;TZID=Europe/Paris:20270715T090000",
        "Dtend;TZID=Europe/Paris:20270715T120000"
    )]
    public void A_single_event_reaches_from_its_start_to_its_end(string span, params string[] lines) => Assert.Equal(span, Span(lines));

    [Theory]
    [InlineData("2027-07-13T21:00..9999-12-31T23:59", "RRULE:FREQ=DAILY")]
    [InlineData("2027-07-13T21:00..9999-12-31T23:59", "RRULE:FREQ=DAILY;COUNT=3")]
    [InlineData("2027-07-13T21:00..2027-08-03T00:00", "RRULE:FREQ=DAILY;UNTIL=20270801T090000Z")]
    [InlineData("2027-07-13T21:00..2027-08-03T00:00", "RRULE:FREQ=DAILY;until=20270801T090000Z;INTERVAL=2")]
    [InlineData("2027-07-13T21:00..2027-08-03T15:00", "RRULE:FREQ=DAILY;UNTIL=20270801")]
    [InlineData("2027-07-13T21:00..9999-12-31T23:59", "RRULE:FREQ=DAILY;UNTIL=sometime")]
    [InlineData("2027-07-13T21:00..9999-12-31T23:59", "RRULE:FREQ=DAILY;X-UNTIL=20270801T090000Z")]
    [InlineData("2027-07-13T21:00..2027-07-17T00:00", "RRULE:FREQ=DAILY;UNTIL=20260801T090000Z")]
    [InlineData("2027-07-13T21:00..9999-12-31T23:59", "RRULE:FREQ=DAILY;UNTIL=20270801T090000Z", "RRULE:FREQ=DAILY;UNTIL=20270802T090000Z")]
    [InlineData("2027-07-13T21:00..9999-12-31T23:59", "RRULE:FREQ=DAILY", "RRULE:FREQ=DAILY;UNTIL=20270802T090000Z")]
    public void A_series_reaches_to_the_end_of_its_last_event(string span, params string[] rules) =>
        Assert.Equal(span, Span(["DTSTART:20270715T090000Z", "DTEND:20270715T120000Z", .. rules]));

    [Fact]
    public void An_end_before_the_start_adds_nothing_to_a_series() =>
        Assert.Equal(
            "2027-07-13T21:00..2027-08-02T21:00",
            Span("DTSTART:20270715T090000Z", "DTEND:20270715T080000Z", "RRULE:FREQ=DAILY;UNTIL=20270801T090000Z")
        );

    [Theory]
    [InlineData("SUMMARY:without a start")]
    [InlineData("DTSTART:sometime")]
    [InlineData("DTSTART:20270715T090000Z", "RDATE:20280715T090000Z")]
    [InlineData("DTSTART:20270715T090000Z", "DTSTART:20280715T090000Z")]
    [InlineData("DTSTART:20270715T090000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270715T090000Z")]
    [InlineData("DTSTART:sometime", "DTSTART:20270715T090000Z")]
    public void What_is_not_understood_may_be_at_any_time(params string[] lines) => Assert.Equal(Lost, Span(lines));

    [Theory]
    [InlineData("DTSTART:2027", " 0715T090000Z")]
    [InlineData("DTSTART:2027", "\t0715", " T090000Z")]
    [InlineData("DTSTART:20270715T090000Z", "DTSTAMP:20280101T000000Z", " 1", "X-DTSTART:20290101T000000Z", "DTSTARTED:20290101T000000Z")]
    [InlineData(" 0715T090000Z", "DTSTART:20270715T090000Z")]
    public void A_folded_line_is_one_and_other_lines_count_for_nothing(params string[] lines) =>
        Assert.Equal("2027-07-13T21:00..2027-07-16T21:00", Span(lines));

    [Fact]
    public void A_line_longer_than_any_value_is_cut()
    {
        string[] folds = [.. Enumerable.Repeat(" " + new string('0', 1000), 20)];

        Assert.Equal(Span("DTSTART:20270715T090000Z"), Span(["DTSTART:20270715T090000Z", "UID:1", .. folds]));
        Assert.Equal(Key(["UID:1", .. folds]), Key(["UID:1", .. folds, " 0"]));
        Assert.NotEqual(Key(["UID:1", .. folds[..10]]), Key(["UID:1", .. folds[..10], " 0"]));
    }

    [Fact]
    public void Events_of_one_uid_belong_together_and_those_without_one_to_nobody()
    {
        Assert.Equal(Key("UID:a"), Key(5, "UID: a ", "UID2:b"));
        Assert.Equal(Key("UID:a"), Key("UID:", " a"));
        Assert.NotEqual(Key("UID:a"), Key("UID:b"));
        Assert.NotEqual(Key(1, "SUMMARY:x"), Key(2, "SUMMARY:x"));
        Assert.NotEqual(Key(1, "UID:"), Key(2, "UID:"));
    }

    private static UInt128 Key(params string[] lines) => Key(0, lines);

    private static UInt128 Key(long offset, params string[] lines) => Entry(offset, lines).Key;

    private static string Span(params string[] lines)
    {
        IndexEntry entry = Entry(0, lines);
        return string.Create(CultureInfo.InvariantCulture, $"{entry.Earliest:yyyy-MM-ddTHH:mm}..{entry.Latest:yyyy-MM-ddTHH:mm}");
    }

    private static IndexEntry Entry(long offset, string[] lines)
    {
        var builder = new EventIndexBuilder();
        foreach (string line in lines)
        {
            builder.Line(Encoding.UTF8.GetBytes(line));
        }

        return builder.ToEntry(offset, 100);
    }
}
