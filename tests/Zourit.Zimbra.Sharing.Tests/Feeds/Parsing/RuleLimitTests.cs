using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>How many steps a rule may take on the way from its start to the end of what is wanted.</summary>
public sealed class RuleLimitTests
{
    private static readonly DateTime Start = new(1000, 1, 1);

    [Theory]
    [InlineData("FREQ=DAILY", 249_999, true)]
    [InlineData("FREQ=DAILY", 250_000, false)]
    [InlineData("FREQ=DAILY;INTERVAL=2", 499_998, true)]
    [InlineData("FREQ=DAILY;INTERVAL=2", 500_000, false)]
    [InlineData("FREQ=DAILY;COUNT=249999", 1_000_000, true)]
    [InlineData("FREQ=DAILY;COUNT=250000", 1_000_000, false)]
    [InlineData("FREQ=DAILY;COUNT=250000", 10, true)]
    [InlineData("FREQ=DAILY;BYHOUR=1,2", 124_999, true)]
    [InlineData("FREQ=DAILY;BYHOUR=1,2", 125_000, false)]
    [InlineData("FREQ=DAILY;BYMINUTE=1,2", 125_000, false)]
    [InlineData("FREQ=DAILY;BYSECOND=1,2", 125_000, false)]
    [InlineData("FREQ=DAILY;BYHOUR=1,2;BYMINUTE=1,2;BYSECOND=1,2", 31_249, true)]
    [InlineData("FREQ=DAILY;BYHOUR=1,2;BYMINUTE=1,2;BYSECOND=1,2", 31_250, false)]
    [InlineData("FREQ=WEEKLY", 249_992, true)]
    [InlineData("FREQ=WEEKLY", 250_000, false)]
    [InlineData("FREQ=MONTHLY", 1_071_390, true)]
    [InlineData("FREQ=MONTHLY", 1_071_420, false)]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU", 535_680, true)]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU", 535_710, false)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,2", 535_710, false)]
    [InlineData("FREQ=YEARLY;BYYEARDAY=1,2,3,4", 3_285_000, false)]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1,2,3,4", 3_285_000, false)]
    [InlineData("FREQ=MONTHLY;BYMONTH=1,2", 535_710, false)]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU;BYMONTH=1,2,3", 249_960, true)]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU;BYMONTH=1,2,3", 250_020, false)]
    public void A_rule_may_take_250_000_steps(string rule, int days, bool isTaken)
    {
        Exception? e = Record.Exception(() => RecurrenceLimits.Check(new RuleParts(rule), Start, Start.AddDays(days)));

        Assert.Equal(isTaken, e is null);
        Assert.True(e is null or UnreadableException);
    }

    [Fact]
    public void What_ends_before_it_starts_takes_one_step_each() =>
        RecurrenceLimits.Check(new RuleParts("FREQ=DAILY;BYHOUR=1,2"), Start, DateTime.MinValue);

    [Fact]
    public void A_rule_is_read_whatever_its_spelling()
    {
        var rule = new RuleParts(" freq = weekly ; Interval=3;BYDAY= mo ,,TH,MO;;bymonth=3,1,3;x-until=nonsense;wkst=su;until=20270101");

        Assert.Equal(("Weekly", 3, (int?)null), (rule.Frequency.ToString(), rule.Interval, rule.Count));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Thursday], rule.Days.Select(day => day.Day));
        Assert.Equal([1, 3], rule.Months);
        Assert.Equal(DayOfWeek.Sunday, rule.WeekStart);
        Assert.Equal("the unknown part 'x-until=nonsense'", Assert.Single(rule.Ignored).English);
        Assert.True(rule.IsFinite);
        Assert.Equal(1, new RuleParts("FREQ=DAILY").Interval);
        Assert.Equal(1, new RuleParts("FREQ=DAILY;COUNT=1").Count);
        Assert.Equal([(-2, DayOfWeek.Friday)], new RuleParts("FREQ=MONTHLY;BYDAY=-2FR").Days.Select(day => (day.Number!.Value, day.Day)));
    }

    [Fact]
    public void A_rule_of_4_000_characters_is_the_longest()
    {
        string longest = "FREQ=DAILY;X-A=" + new string('0', 4_000 - 15);

        Assert.Equal("Daily", $"{new RuleParts(longest).Frequency}");
        Assert.Throws<UnreadableException>(() => new RuleParts(longest + "0"));
    }
}
