using Zourit.Zimbra.Sharing.Guests;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestWordTests
{
    [Theory]
    [InlineData(GuestStatus.Active, "active")]
    [InlineData(GuestStatus.Locked, "locked")]
    [InlineData(GuestStatus.Closed, "closed")]
    [InlineData(GuestStatus.LockedOut, "lockout")]
    [InlineData(GuestStatus.Pending, "pending")]
    [InlineData(GuestStatus.Maintenance, "maintenance")]
    public void Each_status_has_the_directorys_word(GuestStatus status, string word)
    {
        Assert.Equal(word, GuestStatusWord.Of(status));
        Assert.Equal(status, GuestStatusWord.Parse(word));
    }

    [Fact]
    public void A_word_that_is_not_known_is_told_apart_and_never_written()
    {
        Assert.Equal(GuestStatus.Unknown, GuestStatusWord.Parse("retired"));
        Assert.Equal(GuestStatus.Unknown, GuestStatusWord.Parse(null));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => GuestStatusWord.Of(GuestStatus.Unknown));
    }
}
