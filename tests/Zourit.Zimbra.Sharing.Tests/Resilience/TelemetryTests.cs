using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>What a listener learns of the calls to one server; other tests' servers have other ports.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TelemetryListener _listener = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_call_is_described_by_its_fault_code()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault("mail.NO_SUCH_FOLDER"));
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraFaultException>(() => client.SendAsync(new NoOpRequest(), Token));

        var call = Assert.Single(_listener.Measured(server.Address, "zimbra.client.call.duration"));
        Assert.Equal("NoOpRequest", call.Tags["zimbra.operation"]);
        Assert.Equal("mail.NO_SUCH_FOLDER", call.Tags["error.type"]);
        Activity span = Assert.Single(_listener.SpansTo(server.Address));
        Assert.Equal("NoOpRequest", span.OperationName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("mail.NO_SUCH_FOLDER", span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task A_call_that_went_well_has_no_error()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);

        await client.SendAsync(new NoOpRequest(), Token);

        Assert.DoesNotContain("error.type", Assert.Single(_listener.Measured(server.Address, "zimbra.client.call.duration")).Tags.Keys);
        Assert.Equal(ActivityStatusCode.Unset, Assert.Single(_listener.SpansTo(server.Address)).Status);
    }

    [Fact]
    public async Task Repetitions_are_counted()
    {
        int asked = 0;
        await using var server = new ScriptedServer(
            (_, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            ++asked < 3 ? Replies.Http(503, "busy", "text/plain") : Replies.Http(200, Replies.Soap(Replies.NoOp))
                        ),
                        token
                    )
                    .AsTask()
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            options.MaxRetries = 2;
            options.RetryDelay = TimeSpan.Zero;
        });

        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(2, _listener.Measured(server.Address, "zimbra.client.retries").Count);
    }

    [Fact]
    public async Task A_feed_that_breaks_off_is_counted_and_paused_for_like_any_other_request()
    {
        int asked = 0;
        string whole = Replies.Http(200, Feeds.Ics.Calendar(), "text/calendar");
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                bool cuts = ++asked < 3;
                request.CloseAfterwards = cuts;
                return stream.WriteAsync(Encoding.UTF8.GetBytes(cuts ? whole[..^20] : whole), token).AsTask();
            }
        );
        var clock = new FakeTimeProvider();
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            options.MaxRetries = 2;
            options.RetryDelay = TimeSpan.FromSeconds(1);
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromMinutes(10);
            options.TimeProvider = clock;
        });

        Task<Sharing.Feeds.Feed> reading = client.Feeds.ReadAsync(Feeds.Ics.Address(server), cancellationToken: Token);
        await clock.RunUntilAsync(reading, TimeSpan.FromMilliseconds(100), Token);
        await reading;

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(2, _listener.Measured(server.Address, "zimbra.client.retries").Count);
        Assert.Equal("GET ics", Assert.Single(_listener.Measured(server.Address, "zimbra.client.call.duration")).Tags["zimbra.operation"]);
        // Pauses of a second and two, each of which chance may halve.
        Assert.True(clock.GetUtcNow() - clock.Start >= TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task A_renewed_login_is_counted()
    {
        int logins = 0;
        await using var server = ScriptedServer.Soap(request =>
            request.Body.Contains("AuthRequest", StringComparison.Ordinal) ? Replies.Auth($"0_token{++logins}")
            : request.Body.Contains("0_token1", StringComparison.Ordinal) ? Replies.Fault("service.AUTH_EXPIRED")
            : Replies.Soap(Replies.NoOp)
        );
        await using ZimbraClient client = TestClients.WithPassword(server);

        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Single(_listener.Measured(server.Address, "zimbra.client.login.renewals"));
    }

    [Fact]
    public async Task A_server_left_alone_is_counted_until_it_is_back()
    {
        var clock = new FakeTimeProvider();
        bool works = false;
        await using var server = new ScriptedServer(
            (_, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            works ? Replies.Http(200, Replies.Soap(Replies.NoOp)) : Replies.Http(503, "busy", "text/plain")
                        ),
                        token
                    )
                    .AsTask()
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            options.TimeProvider = clock;
            options.BreakAfterRequests = 2;
            options.BreakDuration = TimeSpan.FromSeconds(5);
        });

        // The second trial fails too: that is still the same server left alone.
        foreach (int expected in new[] { 0, 1, 1 })
        {
            await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
            Assert.Equal(expected, _listener.Measured(server.Address, "zimbra.client.breaker.open").Sum(change => change.Value));
            clock.Advance(expected == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(6));
        }

        works = true;
        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(0, _listener.Measured(server.Address, "zimbra.client.breaker.open").Sum(change => change.Value));
    }

    [Fact]
    public async Task Repetitions_and_servers_left_alone_are_logged()
    {
        var clock = new FakeTimeProvider();
        var log = new CapturedLog();
        bool works = false;
        await using var server = new ScriptedServer(
            (_, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            works ? Replies.Http(200, Replies.Soap(Replies.NoOp)) : Replies.Http(503, "busy", "text/plain")
                        ),
                        token
                    )
                    .AsTask()
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            options.TimeProvider = clock;
            options.LoggerFactory = new LoggerFactory([log]);
            (options.MaxRetries, options.RetryDelay, options.BreakAfterRequests) = (1, TimeSpan.Zero, 2);
            options.BreakDuration = TimeSpan.FromSeconds(5);
        });

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
        works = true;
        clock.Advance(TimeSpan.FromSeconds(6));
        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Single(log.Lines, line =>
            line.Contains("NoOpRequest is repeated after 0 ms: attempt 1 failed with connection", StringComparison.Ordinal)
        );
        Assert.Single(log.Lines, line =>
            line.Contains($"127.0.0.1:{server.Address.Port} is paused (open circuit) for 5 s", StringComparison.Ordinal)
        );
        Assert.Single(log.Lines, line => line.Contains($"127.0.0.1:{server.Address.Port} is back", StringComparison.Ordinal));
    }

    public void Dispose() => _listener.Dispose();
}
