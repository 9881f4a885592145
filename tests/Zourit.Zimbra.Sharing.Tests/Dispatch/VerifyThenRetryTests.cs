using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;
using Attempt = Zourit.Zimbra.Sharing.Dispatch.Attempt;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

/// <summary>
/// A change that must not be made twice, against a server written down beforehand: each act gives an answer or fails, and some are carried
/// out all the same.
/// </summary>
public sealed class VerifyThenRetryTests : IDisposable
{
    private const string Operation = "CreateAccountRequest";
    private static readonly Uri Server = new($"https://verify-{Guid.NewGuid():N}.example.net");

    private readonly FakeTimeProvider _clock = new();
    private readonly TelemetryListener _listener = new();
    private readonly CapturedLog _log = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Attempt _attempt = new(Operation, new LocalizedText("the folder, read afterwards,"));
    private TimeSpan _retryDelay = TimeSpan.Zero;
    private int _maxRetries = 2;

    private int _acts;
    private int _looks;
    private bool _isDone;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plain_answer_is_the_result_and_nothing_is_looked_at()
    {
        Assert.Equal("answer", await RunAsync(Answer));

        Assert.Equal((1, 0), (_acts, _looks));
        Assert.False(_attempt.IsInDoubt);
    }

    [Fact]
    public async Task A_plain_refusal_is_thrown_and_nothing_is_looked_at()
    {
        ZimbraFaultException refusal = Fault(ZimbraFaultCodes.PermissionDenied);

        Assert.Same(refusal, await Assert.ThrowsAsync<ZimbraFaultException>(() => RunAsync(Fails(refusal))));
        Assert.Equal((1, 0), (_acts, _looks));
    }

    [Fact]
    public async Task What_was_done_though_its_reply_was_lost_is_found_and_not_done_again()
    {
        Assert.Equal("found", await RunAsync(DoneButLost()));

        Assert.Equal((1, 1), (_acts, _looks));
        Assert.Empty(_listener.Measured(Server, "zimbra.client.retries"));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task What_was_not_done_is_done_again_counted_and_logged()
    {
        Assert.Equal("answer", await RunAsync(Lost(), Answer));

        Assert.Equal((2, 1), (_acts, _looks));
        Assert.Equal(Operation, Assert.Single(_listener.Measured(Server, "zimbra.client.retries")).Tags["zimbra.operation"]);
        Assert.Contains(
            $"{Operation} is repeated after 0 ms: attempt 1 failed with outcome_unknown",
            Assert.Single(_log.Lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task After_as_many_repetitions_as_the_pipeline_makes_it_gives_up_and_says_that_nothing_was_changed()
    {
        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => RunAsync(Lost(), Lost(), Lost(), Answer));

        Assert.Equal((3, 3), (_acts, _looks));
        Assert.True(e.IsTransient);
        Assert.Equal(Operation, e.Operation);
        Assert.Equal($"{Operation}: the reply was lost, and the folder, read afterwards, shows that nothing was changed.", e.Message);
        Assert.Equal(2, _listener.Measured(Server, "zimbra.client.retries").Count);
    }

    [Fact]
    public async Task Without_repetitions_it_looks_once_all_the_same()
    {
        _maxRetries = 0;

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => RunAsync(Lost(), Answer));

        Assert.Equal((1, 1), (_acts, _looks));
    }

    [Fact]
    public async Task A_fault_that_leaves_it_open_is_looked_at_and_not_repeated()
    {
        ZimbraFaultException fault = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            RunAsync(Fails(Fault(ZimbraFaultCodes.Failure)), Answer)
        );

        Assert.Equal((1, 1), (_acts, _looks));
        Assert.Equal(ZimbraFaultCodes.Failure, fault.Code);
        Assert.True(fault.IsOutcomeKnown);
        Assert.True(_attempt.IsFault);
    }

    [Fact]
    public async Task A_fault_behind_which_the_server_may_go_on_stays_open_though_nothing_shows()
    {
        ZimbraFaultException fault = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            RunAsync(Fails(Fault(ZimbraFaultCodes.ProxyError)), Answer)
        );

        Assert.False(fault.IsOutcomeKnown);
    }

    [Fact]
    public async Task What_may_still_run_is_unknown_at_the_end_though_nothing_shows() =>
        Assert.Equal(
            "may still run 1",
            (
                await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
                    RunAsync(Lost("may still run 1", mayStillRun: true), Lost("lost 2"), Lost("lost 3"))
                )
            ).Message
        );

    [Fact]
    public async Task A_refused_repetition_does_not_say_that_an_earlier_one_is_not_still_running()
    {
        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            RunAsync(Lost("cut.", mayStillRun: true), Fails(Fault(ZimbraFaultCodes.PermissionDenied)))
        );

        Assert.StartsWith("cut. A further attempt failed: ", e.Message, StringComparison.Ordinal);
        Assert.True(e.MayStillRun);
        Assert.Equal((2, 2), (_acts, _looks));
    }

    [Fact]
    public async Task A_refused_repetition_is_looked_behind_and_what_an_earlier_one_did_is_found() =>
        Assert.Equal("found", await RunAsync(Lost("cut.", mayStillRun: true), () =>
            {
                _isDone = true;
                throw Fault(ZimbraFaultCodes.PermissionDenied);
            }));

    [Fact]
    public async Task A_refused_repetition_of_what_was_seen_not_to_be_done_is_simply_refused()
    {
        ZimbraFaultException refusal = Fault(ZimbraFaultCodes.PermissionDenied);

        Assert.Same(refusal, await Assert.ThrowsAsync<ZimbraFaultException>(() => RunAsync(Lost(), Fails(refusal))));
        Assert.Equal((2, 1), (_acts, _looks));
    }

    [Fact]
    public async Task A_look_that_fails_leaves_the_change_unknown_whatever_the_look_failed_of()
    {
        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            Verify()
                .RunAsync<bool, string>(
                    _attempt,
                    _ => throw new ZimbraOutcomeUnknownException(new LocalizedText("cut.")) { Operation = Operation },
                    _ => throw new ZimbraConnectionException(new LocalizedText("the server is away.")),
                    _ => Verdict<string>.Done("never"),
                    Token
                )
        );

        Assert.Equal("cut. Looking for that failed too: the server is away.", e.Message);
        Assert.Equal(Operation, e.Operation);
    }

    [Fact]
    public async Task A_state_that_leaves_it_open_ends_the_call_with_its_own_reason()
    {
        var open = new ZimbraOutcomeUnknownException(new LocalizedText("somebody else may have done it."));

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            Verify().RunAsync(_attempt, _ => Lost()(), _ => Task.FromResult(0), _ => Verdict<string>.Unknown(open), Token)
        );

        Assert.Same(open, e);
    }

    [Fact]
    public async Task The_pause_comes_before_the_look()
    {
        _retryDelay = TimeSpan.FromSeconds(10);
        Task<string> run = RunAsync(Lost(retryAfter: 20), Answer);

        _clock.Advance(TimeSpan.FromSeconds(19.9));
        Assert.Equal((1, 0, false), (_acts, _looks, run.IsCompleted));
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("answer", await run);
        Assert.Equal((2, 1), (_acts, _looks));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(3600)]
    public async Task A_pause_that_would_take_all_the_time_is_not_made_and_the_change_is_not_sent_again(double asked)
    {
        await Assert.ThrowsAsync<ZimbraConnectionException>(() => RunAsync(Lost(retryAfter: asked), Answer));

        Assert.Equal((1, 1), (_acts, _looks));
    }

    [Fact]
    public async Task A_caller_who_cancels_during_the_pause_gets_the_cancellation_with_their_own_token()
    {
        using var caller = new CancellationTokenSource();
        Task<string> run = Verify().RunAsync(_attempt, _ => Lost(retryAfter: 20)(), LookAsync, _ => Verdict<string>.NotDone, caller.Token);

        await caller.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAsync<OperationCanceledException>(() => run);
        Assert.Equal(caller.Token, e.CancellationToken);
        Assert.Equal(0, _looks);
    }

    [Fact]
    public async Task A_client_that_is_closed_ends_the_pause_so_that_the_look_reports_it()
    {
        Task<string> run = RunAsync(Lost(retryAfter: 20), Answer);

        await _closing.CancelAsync();

        Assert.Equal("answer", await run.WaitAsync(Token));
        Assert.Equal(1, _looks);
    }

    [Fact]
    public void The_first_loss_that_may_still_run_counts_and_else_the_last()
    {
        _attempt.Lose(new ZimbraOutcomeUnknownException(new LocalizedText("1")));
        _attempt.Lose(new ZimbraOutcomeUnknownException(new LocalizedText("2")));
        Assert.Equal("2", _attempt.Loss!.Message);
        Assert.True(_attempt.IsOver);

        _attempt.Lose(new ZimbraOutcomeUnknownException(new LocalizedText("3")) { MayStillRun = true });
        _attempt.Lose(new ZimbraOutcomeUnknownException(new LocalizedText("4")));
        Assert.Equal("3", _attempt.Loss!.Message);
        Assert.False(_attempt.IsOver);
    }

    [Fact]
    public void Without_a_loss_there_is_nothing_to_say() => Assert.Throws<InvalidOperationException>(() => _attempt.NotDone());

    [Fact]
    public void What_was_not_done_has_no_result() => Assert.Throws<InvalidOperationException>(() => Verdict<string>.NotDone.Result);

    public void Dispose()
    {
        _listener.Dispose();
        _log.Dispose();
        _closing.Dispose();
    }

    private static Task<string> Answer() => Task.FromResult("answer");

    private static Func<Task<string>> Fails(ZimbraException failure) => () => Task.FromException<string>(failure);

    private static Func<Task<string>> Lost(string message = "lost", bool mayStillRun = false, double? retryAfter = null) =>
        Fails(
            new ZimbraOutcomeUnknownException(new LocalizedText(message))
            {
                Operation = Operation,
                MayStillRun = mayStillRun,
                RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            }
        );

    private static ZimbraFaultException Fault(string code) =>
        new(
            new ZimbraFault
            {
                Code = code,
                Reason = "said so",
                IsSenderFault = false,
                Arguments = [],
            },
            Operation
        );

    private Func<Task<string>> DoneButLost() =>
        () =>
        {
            _isDone = true;
            return Lost()();
        };

    private Task<string> RunAsync(params Func<Task<string>>[] acts) =>
        Verify()
            .RunAsync(
                _attempt,
                _ => acts[_acts++](),
                LookAsync,
                isDone => isDone ? Verdict<string>.Done("found") : Verdict<string>.NotDone,
                Token
            );

    private Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        _looks++;
        return Task.FromResult(_isDone);
    }

    private VerifyThenRetry Verify() =>
        new(
            TestClients
                .Options(options =>
                {
                    options.TimeProvider = _clock;
                    (options.MaxRetries, options.RetryDelay) = (_maxRetries, _retryDelay);
                    (options.TotalTimeout, options.MaxRetryDelay) = (TimeSpan.FromSeconds(40), TimeSpan.FromHours(1));
                })
                .ToSettings(),
            new CallTelemetry(Server, _clock, _log.CreateLogger("calls")),
            _closing.Token
        );
}
