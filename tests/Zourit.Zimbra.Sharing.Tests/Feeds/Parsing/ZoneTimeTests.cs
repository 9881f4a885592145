using Zourit.Zimbra.Sharing.Feeds.Parsing;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>Times without a zone, at the moments when clocks change: as RFC 5545 §3.3.5 wants them.</summary>
public sealed class ZoneTimeTests
{
    private static readonly SystemZone Paris = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    [Theory]
    [InlineData("2027-03-28T01:59:59", "2027-03-28T01:59:59+01:00")]
    [InlineData("2027-03-28T02:30:00", "2027-03-28T03:30:00+02:00")]
    [InlineData("2027-03-28T03:00:00", "2027-03-28T03:00:00+02:00")]
    [InlineData("2027-10-31T02:30:00", "2027-10-31T02:30:00+02:00")]
    [InlineData("2027-10-31T03:00:00", "2027-10-31T03:00:00+01:00")]
    public void A_time_that_is_skipped_or_comes_twice_is_the_first_that_is_meant(string wall, string moment)
    {
        DateTimeOffset at = Paris.At(DateTime.Parse(wall, null));

        Assert.Equal(DateTimeOffset.Parse(moment, null), at);
        Assert.Equal(DateTimeOffset.Parse(moment, null).Offset, at.Offset);
        Assert.Equal(at.DateTime, Paris.Wall(at));
    }
}
