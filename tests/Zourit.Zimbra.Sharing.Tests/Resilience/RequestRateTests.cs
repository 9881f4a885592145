using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

public sealed class RequestRateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_burst_passes_at_once_and_the_next_request_waits_for_the_second_to_pass()
    {
        var time = new FakeTimeProvider();
        var rate = new RequestRate(3, time);

        Task[] waits = [.. Enumerable.Range(0, 7).Select(_ => rate.WaitAsync("NoOpRequest", Cancel).AsTask())];
        Assert.Equal([true, true, true, false, false, false, false], waits.Select(wait => wait.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(waits[3].IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(100));
        await Task.WhenAll(waits[..6]);
        Assert.False(waits[6].IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1_100));
        await waits[6];
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        var rate = new RequestRate(1, new FakeTimeProvider());
        using var source = new CancellationTokenSource();
        await rate.WaitAsync("NoOpRequest", Cancel);

        Task wait = rate.WaitAsync("NoOpRequest", source.Token).AsTask();
        await source.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal("NoOpRequest was cancelled while it waited for its turn (MaxRequestsPerSecond).", e.Message);
        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Theory]
    [InlineData("https://mail1.example.net", null, 25)]
    [InlineData("http://127.0.0.1:8080", null, 0)]
    [InlineData("http://127.0.0.1:8080", 30, 30)]
    [InlineData("https://mail1.example.net", 0, 0)]
    public void The_limit_spares_this_machine_unless_it_is_set(string server, int? set, int perSecond)
    {
        var options = new ZimbraClientOptions();
        if (set is { } value)
        {
            options.MaxRequestsPerSecond = value;
        }

        Assert.Equal(perSecond, options.RequestsPerSecond(new Uri(server)));
        Assert.Equal(set ?? 25, options.MaxRequestsPerSecond);
        Assert.Empty(options.Validate());
    }

    [Fact]
    public void A_limit_out_of_range_is_named() =>
        Assert.Contains("MaxRequestsPerSecond", Assert.Single(new ZimbraClientOptions { MaxRequestsPerSecond = -1 }.Validate()), StringComparison.Ordinal);
}
