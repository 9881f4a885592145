using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Account;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

/// <summary>What the server reported of an account is good for five minutes.</summary>
public sealed class InfoCacheTests
{
    private static readonly GetInfoResponse Answer = new()
    {
        Id = "1",
        Name = "owner@monasso.org",
        Version = "10.1.0",
    };

    private readonly FakeTimeProvider _clock = new();
    private readonly InfoCache _cache;

    public InfoCacheTests() => _cache = new InfoCache(_clock);

    [Fact]
    public void An_answer_is_known_until_it_is_as_old_as_that()
    {
        Assert.Same(Answer, _cache.Keep(Answer));

        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Same(Answer, _cache.Known);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(_cache.Known);
    }

    [Fact]
    public void An_answer_that_shows_nothing_does_not_replace_one_that_does()
    {
        _cache.Keep(Answer);

        Assert.Null(_cache.Keep(null));
        Assert.Same(Answer, _cache.Known);
    }

    [Fact]
    public void What_is_forgotten_is_not_known()
    {
        _cache.Keep(Answer);

        _cache.Forget();

        Assert.Null(_cache.Known);
    }
}
