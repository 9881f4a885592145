using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>Twenty callers of one place at a server that hangs waited 40 seconds at a total time of 2.</summary>
public sealed class TotalTimeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_wait_for_a_place_counts()
    {
        var time = new FakeTimeProvider();
        await using var server = new ScriptedServer((_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            options.TimeProvider = time;
            options.MaxConcurrentRequests = 1;
            options.BreakAfterRequests = 0;
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(2);
        });

        Task[] calls = [.. Enumerable.Range(0, 20).Select(_ => client.SendAsync(new NoOpRequest(), Token))];
        while (server.Requests.IsEmpty)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromSeconds(2));
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Exception[] failures = [.. calls.Select(call => call.Exception!.InnerException!)];
        Assert.All(failures, failure => Assert.IsType<ZimbraConnectionException>(failure));
        Assert.Contains(failures, failure =>
            failure.Message.Contains("was not sent: within 2 s (TotalTimeout) no place became free", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_clock_that_is_set_back_locks_nobody_out()
    {
        var clock = new SettableClock();
        int logins = 0;
        await using var server = ScriptedServer.Soap(request =>
            !request.Body.Contains("AuthRequest", StringComparison.Ordinal) ? Replies.Soap(Replies.NoOp)
            : ++logins == 1 ? Replies.Fault("account.AUTH_FAILED")
            : Replies.Auth()
        );
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Password("owner@monasso.org", new Secret("s3cret")),
            TestClients.Options(options => options.TimeProvider = clock)
        );
        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(new NoOpRequest(), Token));

        clock.Wall -= TimeSpan.FromDays(3_650);
        clock.Elapsed += TimeSpan.FromMinutes(6);

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_no_circuit_open()
    {
        var clock = new SettableClock();
        int requests = 0;
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                request.CloseAfterwards = ++requests <= 2;
                return request.CloseAfterwards
                    ? Task.CompletedTask
                    : stream.WriteAsync(Encoding.UTF8.GetBytes(Replies.Http(200, Replies.Soap(Replies.NoOp))), token).AsTask();
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
            (options.TimeProvider, options.BreakAfterRequests) = (clock, 2)
        );
        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
        ZimbraConnectionException open = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            client.SendAsync(new NoOpRequest(), Token)
        );

        Assert.Contains($"too many of the last requests to {server.Address.Authority} failed", open.Message, StringComparison.Ordinal);
        Assert.Contains("for another 15 s", open.Message, StringComparison.Ordinal);
        Assert.Contains("The last failure: NoOpRequest: the connection", open.Message, StringComparison.Ordinal);
        Assert.Equal(2, requests);

        clock.Wall -= TimeSpan.FromDays(3_650);
        clock.Elapsed += TimeSpan.FromSeconds(16);

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task Options_that_are_changed_later_have_no_effect()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        ZimbraClientOptions options = TestClients.Options();
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Token(new Secret("0_given")), options);

        options.MaxConcurrentRequests = -1;
        options.AttemptTimeout = TimeSpan.Zero;
        options.UserAgent = "changed";
        options.RefusedLoginPause = TimeSpan.FromDays(900);
        await client.SendAsync(new NoOpRequest(), Token);

        Assert.DoesNotContain("changed", server.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_flood_filters_page_means_not_done_and_is_waited_for()
    {
        int requests = 0;
        await using var server = new ScriptedServer(
            (_, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            ++requests == 1
                                ? Replies.Http(429, "<html><body>DoSFilter: unavailable</body></html>", "text/html")
                                : Replies.Http(200, Replies.Soap("<SendShareNotificationResponse xmlns=\"urn:zimbraMail\"/>"))
                        ),
                        token
                    )
                    .AsTask()
        );
        var time = new FakeTimeProvider();
        await using ZimbraClient client = TestClients.WithToken(server, options => (options.TimeProvider, options.MaxRetries) = (time, 1));

        Task sending = client.SendAsync(SendShareNotificationRequest.Created("257", "adresse@orange.fr", notes: null), Token);
        await time.RunUntilAsync(sending, TimeSpan.FromMilliseconds(200), Token);

        await sending;
        Assert.Equal(2, requests);
    }

    [Theory]
    [InlineData("<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body><NoOpResponse xmlns=\"urn:zimb")]
    [InlineData("<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Header><context xmlns=\"urn:zimbra\">")]
    public async Task A_reply_to_a_read_that_was_cut_is_asked_for_again(string start)
    {
        int requests = 0;
        await using var server = ScriptedServer.Soap(_ => ++requests == 1 ? start : Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server, options =>
            (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.Zero)
        );

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
        Assert.Equal(2, requests);
    }

    /// <summary>A wall clock that can be set, beside the time that passes.</summary>
    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall + Elapsed;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
