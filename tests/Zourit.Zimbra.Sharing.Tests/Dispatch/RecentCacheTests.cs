using Zourit.Zimbra.Sharing.Dispatch;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

/// <summary>Of many things those are kept that were asked for last.</summary>
public sealed class RecentCacheTests
{
    private readonly List<string> _dropped = [];
    private readonly RecentCache<string> _cache;

    public RecentCacheTests() => _cache = new RecentCache<string>(2, _dropped.Add);

    [Fact]
    public void The_one_that_nobody_asked_for_longest_makes_room_and_is_dropped()
    {
        At("a");
        At("b");
        At("A");

        At("c");

        Assert.Equal(["b"], _dropped);
        Assert.Equal(["c", "a"], _cache.All);
    }

    [Fact]
    public void What_is_kept_is_not_made_again_and_what_was_dropped_is()
    {
        At("a");
        At("b");
        At("c");

        Assert.Equal("b", _cache.At("B", () => "another"));
        Assert.Equal("another", _cache.At("a", () => "another"));
        Assert.Equal(["a", "c"], _dropped);
    }

    private void At(string name) => _cache.At(name, () => name);
}
