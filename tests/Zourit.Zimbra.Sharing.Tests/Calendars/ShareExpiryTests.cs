using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class ShareExpiryTests
{
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_word_the_end_that_exists_is_kept()
    {
        Assert.Equal(ShareExpiry.Keep, default);
        Assert.True(ShareExpiry.Keep.IsKeep);
        Assert.False(ShareExpiry.Keep.IsNever);
        Assert.Null(ShareExpiry.Keep.Time);
        Assert.Equal("keep", ShareExpiry.Keep.ToString());
    }

    [Fact]
    public void Never_is_no_end_and_not_the_end_that_exists()
    {
        Assert.True(ShareExpiry.Never.IsNever);
        Assert.False(ShareExpiry.Never.IsKeep);
        Assert.Null(ShareExpiry.Never.Time);
        Assert.True(ShareExpiry.Never != ShareExpiry.Keep);
        Assert.Equal("never", ShareExpiry.Never.ToString());
    }

    [Fact]
    public void A_time_is_kept_in_utc_and_whole_milliseconds()
    {
        ShareExpiry expiry = Noon.AddTicks(7).ToOffset(TimeSpan.FromHours(2));

        Assert.Equal((Noon, TimeSpan.Zero), (expiry.Time!.Value, expiry.Time.Value.Offset));
        Assert.False(expiry.IsKeep || expiry.IsNever);
        Assert.Equal("2027-05-01 12:00:00Z", expiry.ToString());
    }

    [Fact]
    public void Two_ends_are_equal_when_they_are_the_same_moment()
    {
        Assert.True(ShareExpiry.At(Noon) == ShareExpiry.FromDateTimeOffset(Noon));
        Assert.False(ShareExpiry.At(Noon) == ShareExpiry.At(Noon.AddMilliseconds(1)));
        Assert.True(ShareExpiry.At(Noon) != ShareExpiry.At(Noon.AddMilliseconds(1)));
        Assert.False(ShareExpiry.At(DateTimeOffset.MinValue) == ShareExpiry.Never);
        Assert.True(ShareExpiry.At(Noon).Equals((object)ShareExpiry.At(Noon)));
        Assert.False(ShareExpiry.At(Noon).Equals((object)Noon));
        Assert.Equal(2, new HashSet<ShareExpiry> { Noon, ShareExpiry.At(Noon), ShareExpiry.Never }.Count);
    }
}
