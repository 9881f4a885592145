using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>The rules by which clocks change.</summary>
public sealed class YearlyRuleTests
{
    private static readonly DateTime Start = new(1981, 3, 29, 2, 0, 0);

    [Theory]
    [InlineData("FREQ=YEARLY", "2027-03-29")]
    [InlineData("FREQ=YEARLY;BYMONTH=10", "2027-10-29")]
    [InlineData("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", "2027-10-01")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", null)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28", "2027-02-28")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "2027-03-28")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=-1WE", "2027-03-31")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=-2WE", "2027-03-24")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=1MO", "2027-03-01")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=1TU", "2027-03-02")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "2027-03-11")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=4FR", "2027-03-26")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=5SA", null)]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=5WE", "2027-03-31")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=-5MO", "2027-03-01")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=-5SA", null)]
    [InlineData("freq=yearly;interval=1;bymonth=3;byday=1sa", "2027-03-06")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=25,26,27,28,29,30,31", "2027-03-28")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=-1", "2027-03-28")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=2", "2027-03-14")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYDAY=SA;BYMONTHDAY=8,9,10,11,12,13,14", "2027-02-13")]
    public void It_gives_the_day_of_a_year(string rule, string? day) =>
        Assert.Equal(
            day is null ? null : DateTime.Parse(day, null) + Start.TimeOfDay,
            YearlyRule.Parse(rule, Start).In(2027, Start.TimeOfDay)
        );

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=1SU", "its rule 'FREQ=MONTHLY;BYDAY=1SU' is not understood")]
    [InlineData("FREQ=YEARLY;INTERVAL=2", "its rule 'FREQ=YEARLY;INTERVAL=2' is not understood")]
    [InlineData("FREQ=YEARLY;COUNT=2", "its rule 'FREQ=YEARLY;COUNT=2' is not understood")]
    [InlineData("FREQ=YEARLY;BYMONTH=3,10", "its rule 'FREQ=YEARLY;BYMONTH=3,10' is not understood")]
    [InlineData("FREQ=YEARLY;BYDAY=1SU,2SU", "its rule 'FREQ=YEARLY;BYDAY=1SU,2SU' is not understood")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=1,2", "its rule 'FREQ=YEARLY;BYMONTHDAY=1,2' is not understood")]
    [InlineData("FREQ=YEARLY;BYSETPOS=1", "its rule 'FREQ=YEARLY;BYSETPOS=1' is not understood")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1", "its rule 'FREQ=YEARLY;BYWEEKNO=1' is not understood")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=1", "its rule 'FREQ=YEARLY;BYYEARDAY=1' is not understood")]
    [InlineData("FREQ=YEARLY;BYDAY=1XX", "its BYDAY '1XX' is no weekday")]
    [InlineData("FREQ=YEARLY;BYDAY=U", "its BYDAY 'U' is no weekday")]
    [InlineData("FREQ=YEARLY;BYDAY=SU", "its rule 'FREQ=YEARLY;BYDAY=SU' is not understood")]
    [InlineData("FREQ=YEARLY;BYDAY=0SU", "its BYDAY '0SU' is no weekday")]
    [InlineData("FREQ=YEARLY;BYDAY=6SU", "its rule 'FREQ=YEARLY;BYDAY=6SU' is not understood")]
    [InlineData("FREQ=YEARLY;BYDAY=-6SU", "its rule 'FREQ=YEARLY;BYDAY=-6SU' is not understood")]
    [InlineData("FREQ=YEARLY;BYMONTH=13", "its BYMONTH '13' is no number from 1 to 12")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=-1", "its rule 'FREQ=YEARLY;BYMONTHDAY=-1' is not understood")]
    public void Rules_of_another_kind_are_refused(string rule, string message) =>
        Assert.Equal(message, Assert.Throws<UnreadableException>(() => YearlyRule.Parse(rule, Start)).Message);

    [Fact]
    public void It_may_end()
    {
        Assert.Null(YearlyRule.Parse("FREQ=YEARLY", Start).Until);
        Assert.Equal(new DateTime(1995, 9, 24, 1, 0, 0), YearlyRule.Parse("FREQ=YEARLY;UNTIL=19950924T010000Z", Start).Until);
        Assert.Equal(new DateTime(1995, 9, 25).AddTicks(-1), YearlyRule.Parse("FREQ=YEARLY;UNTIL=19950924", Start).Until);
    }
}
