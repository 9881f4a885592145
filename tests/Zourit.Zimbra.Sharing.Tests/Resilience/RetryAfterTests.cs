using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>A server that says when to come again is believed, as far as the options allow.</summary>
public sealed class RetryAfterTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(503), InlineData(429)]
    public async Task Who_would_have_to_wait_beyond_their_time_learns_it_at_once(int status)
    {
        await using var server = new ScriptedServer(Replies.Http(status, "busy", "text/plain", "Retry-After: 3600\r\n"));
        await using ZimbraClient client = TestClients.WithToken(server, options =>
            (options.MaxRetries, options.MaxRetryDelay) = (2, TimeSpan.FromHours(1))
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal(TimeSpan.FromHours(1), e.RetryAfter);
        Assert.Contains("3600 s", e.Message, StringComparison.Ordinal);
        Assert.True(e.IsTransient);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("7", 7), InlineData("+7 s", 7), InlineData("50", 20), InlineData("0", 1), InlineData("-7 s", 1)]
    public async Task The_pause_is_what_was_asked_for_in_either_form_no_shorter_than_usual_and_no_longer_than_allowed(
        string asked,
        int seconds
    )
    {
        var paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var log = new CapturedLog(line => _ = line.Contains("is repeated after", StringComparison.Ordinal) && paused.TrySetResult());
        using ILoggerFactory logging = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        string header = asked.EndsWith(" s", StringComparison.Ordinal)
            ? _clock
                .GetUtcNow()
                .AddSeconds(int.Parse(asked[..^2], CultureInfo.InvariantCulture))
                .ToString("r", CultureInfo.InvariantCulture)
            : asked;
        int requests = 0;
        await using var server = new ScriptedServer(
            (_, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            Interlocked.Increment(ref requests) == 1
                                ? Replies.Http(503, "busy", "text/plain", $"Retry-After: {header}\r\n")
                                : Replies.Http(200, Replies.Soap(Replies.NoOp))
                        ),
                        token
                    )
                    .AsTask()
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            (options.MaxRetries, options.RetryDelay, options.MaxRetryDelay) = (1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
            options.TimeProvider = _clock;
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromHours(1);
            options.LoggerFactory = logging;
        });

        Task call = client.SendAsync(new NoOpRequest(), Token);
        // The clock does not move until the pause has started: a date that was asked for is so many seconds away at that moment.
        await Task.WhenAny(call, paused.Task);
        await _clock.RunUntilAsync(call, TimeSpan.FromMilliseconds(500), Token);

        await call;
        Assert.Contains(log.Lines, line => line.Contains($"NoOpRequest is repeated after {seconds}000 ms", StringComparison.Ordinal));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_change_that_converges_waits_as_it_was_asked_to()
    {
        int requests = 0;
        await using var server = new ScriptedServer(
            (_, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            Interlocked.Increment(ref requests) == 1
                                ? Replies.Http(503, "busy", "text/plain", "Retry-After: 7\r\n")
                                : Replies.Http(
                                    200,
                                    Replies.Soap(
                                        "<FolderActionResponse xmlns=\"urn:zimbraMail\"><action id=\"10\" "
                                            + "op=\"check\"/></FolderActionResponse>"
                                    )
                                )
                        ),
                        token
                    )
                    .AsTask()
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            (options.MaxRetries, options.RetryDelay, options.MaxRetryDelay) = (1, TimeSpan.Zero, TimeSpan.FromSeconds(20));
            options.TimeProvider = _clock;
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromHours(1);
        });
        DateTimeOffset began = _clock.GetUtcNow();

        Task call = client.SendAsync(FolderActionRequest.Check("10"), Token);
        await _clock.RunUntilAsync(call, TimeSpan.FromMilliseconds(500), Token);

        await call;
        Assert.True(_clock.GetUtcNow() - began >= TimeSpan.FromSeconds(7), $"asked again after {_clock.GetUtcNow() - began}");
    }

    [Fact]
    public async Task Feeds_and_requests_share_one_limit_of_requests_a_second()
    {
        await using var server = new ScriptedServer(
            (request, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            request.RequestLine.StartsWith("GET", StringComparison.Ordinal)
                                ? Replies.Http(200, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "text/calendar")
                                : Replies.Http(200, Replies.Soap(Replies.NoOp))
                        ),
                        token
                    )
                    .AsTask()
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            options.MaxRequestsPerSecond = 2;
            options.TimeProvider = _clock;
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromHours(1);
        });
        var address = Zourit.Zimbra.Sharing.Values.IcsAddress.Parse($"{server.Address}home/owner@monasso.org/my-events.ics");
        await client.SendAsync(new NoOpRequest(), Token);
        await client.Feeds.ReadAsync(address, cancellationToken: Token);
        DateTimeOffset began = _clock.GetUtcNow();

        Task third = client.Feeds.ReadAsync(address, cancellationToken: Token);
        Assert.Equal(2, server.Requests.Count);
        await _clock.RunUntilAsync(third, TimeSpan.FromMilliseconds(100), Token);

        await third;
        Assert.True(_clock.GetUtcNow() - began >= TimeSpan.FromSeconds(1));
        Assert.Equal(3, server.Requests.Count);
    }
}
