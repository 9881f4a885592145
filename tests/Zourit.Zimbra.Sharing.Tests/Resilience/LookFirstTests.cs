using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>Repetitions for which the server's state is looked at before: their pause, and how they are reported.</summary>
public sealed class LookFirstTests : IDisposable
{
    private static readonly Uri Server = new("https://look-first.example.net");

    private readonly FakeTimeProvider _clock = new();
    private readonly TelemetryListener _listener = new();
    private readonly CapturedLog _log = new();
    private readonly CancellationTokenSource _closing = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pause_is_what_the_server_asked_for()
    {
        Task<Repetition?> pause = PauseAsync(Lost(20), Token);

        _clock.Advance(TimeSpan.FromSeconds(19.9));
        Assert.False(pause.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.NotNull(await pause);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(3600)]
    public async Task A_pause_that_would_take_all_the_time_is_not_started(double asked) =>
        Assert.Null(await PauseAsync(Lost(asked), Token));

    [Fact]
    public async Task A_repetition_is_reported_once_and_only_when_it_is_made()
    {
        Task<Repetition?> pause = PauseAsync(Lost(20), Token, retry: 1);
        _clock.Advance(TimeSpan.FromSeconds(20));
        Repetition again = (await pause)!;
        Assert.Empty(_listener.Measured(Server, "zimbra.client.retries"));
        Assert.Empty(_log.Lines);

        again.Tell();
        again.Tell();

        Assert.Equal("CreateAccountRequest", Assert.Single(_listener.Measured(Server, "zimbra.client.retries")).Tags["zimbra.operation"]);
        Assert.Contains(
            "CreateAccountRequest is repeated after 20000 ms: attempt 2 failed with outcome_unknown",
            Assert.Single(_log.Lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_cancels_during_the_pause_gets_their_own_token_back()
    {
        using var caller = new CancellationTokenSource();
        Task<Repetition?> pause = PauseAsync(Lost(20), caller.Token);

        await caller.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAsync<OperationCanceledException>(() => pause);
        Assert.Equal(caller.Token, e.CancellationToken);
    }

    [Fact]
    public async Task A_client_that_is_closed_ends_the_pause_so_that_the_look_tells_it()
    {
        Task<Repetition?> pause = PauseAsync(Lost(20), Token);

        await _closing.CancelAsync();

        Assert.NotNull(await pause.WaitAsync(Token));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _log.Dispose();
        _closing.Dispose();
    }

    private static ZimbraOutcomeUnknownException Lost(double retryAfter) => new("lost") { RetryAfter = TimeSpan.FromSeconds(retryAfter) };

    private Task<Repetition?> PauseAsync(ZimbraException failure, CancellationToken cancellationToken, int retry = 0) =>
        new LookFirst(
            TestClients
                .Options(options =>
                {
                    options.TimeProvider = _clock;
                    (options.TotalTimeout, options.MaxRetryDelay) = (TimeSpan.FromSeconds(40), TimeSpan.FromHours(1));
                })
                .ToSettings(),
            new CallTelemetry(Server, _clock, _log.CreateLogger("calls")),
            _closing.Token
        ).PauseAsync("CreateAccountRequest", failure, retry, cancellationToken);
}
