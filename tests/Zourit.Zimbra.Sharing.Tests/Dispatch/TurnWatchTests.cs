using Zourit.Zimbra.Sharing.Dispatch;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

/// <summary>Whether somebody else's turn ended while something was read.</summary>
public sealed class TurnWatchTests
{
    private bool _isOver;

    [Fact]
    public void One_turn_at_any_of_the_keys_is_enough()
    {
        using var watch = new TurnWatch(_ => _isOver = true);

        watch.Notice("256 Paul@monasso.org");

        Assert.True(watch.Saw(["257 paul@monasso.org", "256 paul@monasso.org"]));
        Assert.False(watch.Saw(["257 paul@monasso.org"]));
    }

    [Fact]
    public void Its_end_is_reported()
    {
        new TurnWatch(_ => _isOver = true).Dispose();

        Assert.True(_isOver);
    }
}
