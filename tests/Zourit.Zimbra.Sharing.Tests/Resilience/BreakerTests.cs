using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>A failing server is not asked again for a while, and asked again afterwards.</summary>
public sealed class BreakerTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_turned_all_requests_away_is_not_asked_until_the_break_is_over()
    {
        string answer = Replies.Http(503, "busy", "text/plain");
        await using var server = new ScriptedServer(
            (_, stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(answer), token).AsTask()
        );
        await using ZimbraClient client = TestClients.WithToken(server, Breaking);
        await FailAsync(client.Dispatcher, 3);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal(3, server.Requests.Count);
        Assert.Contains("BreakDuration", e.Message, StringComparison.Ordinal);
        Assert.True(e.IsTransient);
        Assert.True(e.RetryAfter > TimeSpan.Zero);

        answer = Replies.Http(200, Replies.Soap("<NoOpResponse xmlns=\"urn:zimbraMail\"/>"));
        _clock.Advance(TimeSpan.FromSeconds(21));
        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_says_no_is_a_server_that_works()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault("mail.NO_SUCH_FOLDER"));
        await using ZimbraClient client = TestClients.WithToken(server, Breaking);

        for (int i = 0; i < 8; i++)
        {
            await Assert.ThrowsAsync<ZimbraFaultException>(() => client.SendAsync(new NoOpRequest(), Token));
        }

        Assert.Equal(8, server.Requests.Count);
    }

    [Fact]
    public async Task An_admin_service_that_fails_does_not_keep_anybody_from_the_user_service()
    {
        await using var admin = new ScriptedServer(Replies.Http(503, "busy", "text/plain"));
        await using var user = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        var options = new ZimbraClientOptions { MaxRetries = 0, AdminUri = admin.Address };
        Breaking(options);
        await using var client = new ZimbraClient(user.Address, ZimbraCredentials.AdminToken(new Secret("0_given")), options);
        for (int i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
                client.SendAsync(new GetConfigRequest { AttributeName = "zimbraPrefLocale" }, Token)
            );
        }

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
        Assert.Equal(3, admin.Requests.Count);
        Assert.Single(user.Requests);
    }

    [Fact]
    public async Task A_trial_that_the_caller_gives_up_does_not_end_the_break()
    {
        bool hangs = false;
        var arrived = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            (_, stream, token) =>
            {
                if (hangs)
                {
                    arrived.TrySetResult();
                    return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                }

                return stream.WriteAsync(Encoding.UTF8.GetBytes(Replies.Http(503, "busy", "text/plain")), token).AsTask();
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, Breaking);
        await FailAsync(client.Dispatcher, 3);
        _clock.Advance(TimeSpan.FromSeconds(21));
        hangs = true;
        using var caller = new CancellationTokenSource();
        Task trial = client.SendAsync(new NoOpRequest(), caller.Token);
        await arrived.Task.WaitAsync(Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trial);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("BreakDuration", e.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Calls_whose_total_time_ends_with_their_only_attempt_count_as_failed()
    {
        await using var server = new ScriptedServer(
            (_, _, token) =>
            {
                _clock.Advance(TimeSpan.FromSeconds(20));
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            Breaking(options);
            options.BreakSamplingDuration = TimeSpan.FromHours(1);
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(20);
        });
        await FailAsync(client.Dispatcher, 3);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("BreakDuration", e.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_admin_service_at_which_nobody_can_log_in_is_not_asked_again_and_keeps_nobody_from_a_feed(bool onBehalf)
    {
        await using var admin = new ScriptedServer(Replies.Http(503, "busy", "text/plain"));
        await using var user = new ScriptedServer(
            Replies.Http(200, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "text/calendar")
        );
        var options = new ZimbraClientOptions { MaxRetries = 0, AdminUri = admin.Address };
        Breaking(options);
        await using var client = new ZimbraClient(user.Address, ZimbraCredentials.Admin("admin@example.net", new Secret("pw")), options);
        RequestDispatcher asking = onBehalf ? client.Mailbox("owner@monasso.org").Dispatcher : client.Dispatcher;
        await FailAsync(asking, 3);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => asking.SendAsync(new NoOpRequest(), Token));
        await client.Feeds.ReadAsync(IcsAddress.Parse($"{user.Address}home/owner@monasso.org/my-events.ics"), cancellationToken: Token);

        Assert.StartsWith(
            $"NoOpRequest was not sent: too many of the last requests to {admin.Address.Authority} failed",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Equal((3, 1), (admin.Requests.Count, user.Requests.Count));
    }

    [Fact]
    public async Task The_breaker_can_be_switched_off()
    {
        await using var server = new ScriptedServer(Replies.Http(503, "busy", "text/plain"));
        await using ZimbraClient client = TestClients.WithToken(server, options => options.BreakAfterRequests = 0);

        await FailAsync(client.Dispatcher, 15);

        Assert.Equal(15, server.Requests.Count);
    }

    [Fact]
    public async Task Calls_that_are_the_first_to_fail_and_do_so_at_the_same_moment_all_count()
    {
        using var arrived = new CountdownEvent(3);
        var all = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                if (arrived.Signal())
                {
                    all.SetResult();
                }

                await all.Task.WaitAsync(token);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Replies.Http(503, "busy", "text/plain")), token);
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, Breaking);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => FailAsync(client.Dispatcher, 1)));

        await FailAsync(client.Dispatcher, 1);

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task What_succeeded_before_the_first_failure_keeps_no_failing_server_from_being_paused()
    {
        string answer = Replies.Http(200, Replies.Soap(Replies.NoOp));
        await using var server = new ScriptedServer(
            (_, stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(answer), token).AsTask()
        );
        await using ZimbraClient client = TestClients.WithToken(server, Breaking);
        for (int i = 0; i < 20; i++)
        {
            await client.SendAsync(new NoOpRequest(), Token);
        }

        answer = Replies.Http(503, "busy", "text/plain");
        await FailAsync(client.Dispatcher, 4);

        Assert.Equal(23, server.Requests.Count);
    }

    private static async Task FailAsync(RequestDispatcher client, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
        }
    }

    private void Breaking(ZimbraClientOptions options)
    {
        options.TimeProvider = _clock;
        options.BreakAfterRequests = 3;
        options.BreakDuration = TimeSpan.FromSeconds(20);
    }
}
