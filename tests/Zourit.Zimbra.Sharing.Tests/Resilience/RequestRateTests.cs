using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Transport;

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
        time.Advance(TimeSpan.FromMilliseconds(50));
        await Task.WhenAll(waits[..6]);
        Assert.False(waits[6].IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1_050));
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

    [Fact]
    public async Task Who_gives_up_leaves_their_place_to_the_next()
    {
        var time = new FakeTimeProvider();
        var rate = new RequestRate(1, time);
        using var source = new CancellationTokenSource();
        await rate.WaitAsync("NoOpRequest", Cancel);
        Task impatient = rate.WaitAsync("NoOpRequest", source.Token).AsTask();
        Task next = rate.WaitAsync("NoOpRequest", Cancel).AsTask();

        await source.CancelAsync();
        time.Advance(TimeSpan.FromMilliseconds(1_050));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await next;
    }

    [Fact]
    public async Task What_is_under_way_goes_before_what_has_not_started()
    {
        var time = new FakeTimeProvider();
        var rate = new RequestRate(1, time);
        await rate.WaitAsync("NoOpRequest", Cancel);
        Task first = rate.WaitAsync("NoOpRequest", Cancel).AsTask();
        Task login = rate.WaitAsync("AuthRequest", Cancel, isUnderWay: true).AsTask();

        time.Advance(TimeSpan.FromMilliseconds(1_050));
        await login;
        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1_050));
        await first;
    }

    [Fact]
    public async Task Waiting_for_a_turn_takes_no_time_from_the_attempt_and_is_no_failure_of_the_server()
    {
        var time = new FakeTimeProvider();
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            options.TimeProvider = time;
            (options.MaxRequestsPerSecond, options.AttemptTimeout, options.BreakAfterRequests) = (1, TimeSpan.FromSeconds(5), 2);
        });

        List<Task> calls = [.. Enumerable.Range(0, 16).Select(_ => client.SendAsync(new NoOpRequest(), Cancel))];
        while (calls.Count > 0)
        {
            Task done = await Task.WhenAny(calls);
            await done;
            calls.Remove(done);
            time.Advance(TimeSpan.FromMilliseconds(1_050));
        }

        Assert.Equal(16, server.Requests.Count);
    }

    [Theory]
    [InlineData("https://mail1.example.net", null, 28)]
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

        Assert.Equal(perSecond, options.ToSettings().RequestsPerSecond(new Uri(server)));
        Assert.Equal(set ?? 28, options.MaxRequestsPerSecond);
        Assert.Empty(options.Validate());
    }

    [Fact]
    public void A_limit_out_of_range_is_named() =>
        Assert.Contains(
            "MaxRequestsPerSecond",
            Assert.Single(new ZimbraClientOptions { MaxRequestsPerSecond = -1 }.Validate()),
            StringComparison.Ordinal
        );
}
