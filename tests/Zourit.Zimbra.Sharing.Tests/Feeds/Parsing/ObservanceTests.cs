using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>When a zone's clocks were last changed.</summary>
public sealed class ObservanceTests
{
    private static readonly DateTime Start = new(1981, 3, 29, 2, 0, 0);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Before_its_start_it_does_not_hold()
    {
        Assert.Null(Of(null).LatestOnset(Start.AddTicks(-1)));
        Assert.Equal(Start, Of(null).LatestOnset(Start));
        Assert.Null(Of("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU").LatestOnset(Start.AddTicks(-1)));
    }

    [Theory]
    [InlineData("2027-03-28T01:59:59", "2026-03-29T02:00:00")]
    [InlineData("2027-03-28T02:00:00", "2027-03-28T02:00:00")]
    [InlineData("2027-01-01T00:00:00", "2026-03-29T02:00:00")]
    [InlineData("9999-12-31T00:00:00", "9999-03-28T02:00:00")]
    public void A_rule_gives_the_last_one_of_every_year(string wall, string onset) =>
        Assert.Equal(DateTime.Parse(onset, null), Of("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU").LatestOnset(DateTime.Parse(wall, null)));

    [Fact]
    public void After_its_end_a_rule_gives_its_last_one()
    {
        // The end is reported in UTC: 02:00 by a clock one hour ahead is 01:00.
        Assert.Equal(
            new DateTime(1995, 3, 26, 2, 0, 0),
            Of("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=19950326T010000Z").LatestOnset(new DateTime(2027, 7, 1))
        );
        Assert.Equal(
            new DateTime(1994, 3, 27, 2, 0, 0),
            Of("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=19950326T005959Z").LatestOnset(new DateTime(2027, 7, 1))
        );
    }

    [Fact]
    public void Single_dates_count_in_any_order()
    {
        DateTime first = new(1990, 1, 1),
            second = new(1995, 1, 1),
            third = new(2000, 1, 1);
        Observance observance = Of(null, third, first, second);

        Assert.Equal(
            [Start, first, first, second, second, third],
            new[] { first.AddTicks(-1), first, second.AddTicks(-1), second, third.AddTicks(-1), third }.Select(wall =>
                observance.LatestOnset(wall)
            )
        );
        Assert.Equal(third, observance.LatestOnset(DateTime.MaxValue));
    }

    [Fact]
    public void A_time_beyond_the_calendar_is_its_end()
    {
        Assert.Equal(DateTime.MaxValue, Observance.Shift(DateTime.MaxValue, Hour));
        Assert.Equal(DateTime.MinValue, Observance.Shift(DateTime.MinValue, -Hour));
        Assert.Equal(Start.AddHours(1), Observance.Shift(Start, Hour));
    }

    private static Observance Of(string? rule, params DateTime[] dates) =>
        new(isDaylight: true, (Hour, 2 * Hour), Start, rule is null ? null : YearlyRule.Parse(rule, Start), dates);
}
