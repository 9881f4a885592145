using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// Runs an operation: under a total time limit, waits for its place, repeats it where its rule allows, sends nothing to a failing server,
/// keeps below the rate of requests, and limits each attempt. One for each server, so that the breaker and the queue are the server's.
/// </summary>
internal sealed class CallPipeline
{
    private readonly ResiliencePipeline<CallResult> _pipeline;
    private readonly ResiliencePipeline<CallResult> _attempt;
    private readonly RequestRate? _rate;
    private readonly CallTelemetry _telemetry;
    private readonly TimeSpan _totalTimeout;
    private readonly TimeSpan _attemptTimeout;
    private readonly TimeSpan _maxRetryDelay;
    private readonly CancellationToken _closing;
    private readonly TimeProvider _time;

    public CallPipeline(
        CallSettings options,
        CallTelemetry telemetry,
        ConcurrencyLimiter places,
        CancellationToken closing,
        RequestRate? rate = null
    )
    {
        _telemetry = telemetry;
        _rate = rate;
        _closing = closing;
        _totalTimeout = options.TotalTimeout;
        _attemptTimeout = options.AttemptTimeout;
        _maxRetryDelay = options.MaxRetryDelay;
        _time = options.TimeProvider;
        Breaker = new Breaker(options, telemetry);
        _pipeline = new ResiliencePipelineBuilder<CallResult> { TimeProvider = options.TimeProvider }
            .AddTimeout(new TimeoutStrategyOptions { Name = nameof(options.TotalTimeout), Timeout = options.TotalTimeout })
            .LimitConcurrency(places)
            .Retry(options, MayRepeat, telemetry)
            .AddPipeline(Breaker.Pipeline)
            .Build();
        _attempt = new ResiliencePipelineBuilder<CallResult> { TimeProvider = options.TimeProvider }
            .AddTimeout(new TimeoutStrategyOptions { Name = nameof(options.AttemptTimeout), Timeout = options.AttemptTimeout })
            .Build();
    }

    public Breaker Breaker { get; }

    /// <summary>Runs an operation.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="rule">What may be done after a lost reply.</param>
    /// <param name="attempt">Makes one attempt; is given whether a reply was lost before, and must obey its token.</param>
    /// <param name="state">Handed to <paramref name="attempt"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="limitsItself">Whether <paramref name="attempt"/> bounds its time by itself: AttemptTimeout is not applied to
    /// it.</param>
    public Task<CallResult> RunAsync<TState>(
        string operation,
        RetrySafety rule,
        Func<TState, bool, CancellationToken, ValueTask<CallResult>> attempt,
        TState state,
        CancellationToken cancellationToken,
        bool limitsItself = false
    )
    {
        var call = new PipelineCall<TState>(operation, rule, attempt, state, _time) { LimitsItself = limitsItself };
        return CallTelemetry.IsListenedTo
            ? _telemetry.WatchAsync(operation, () => RunUnwatchedAsync(call, cancellationToken))
            : RunUnwatchedAsync(call, cancellationToken);
    }

    /// <summary>Runs an operation whose answer is simply what an attempt gives.</summary>
    public async Task<TResult> RunAsync<TState, TResult>(
        string operation,
        RetrySafety rule,
        Func<TState, CancellationToken, ValueTask<TResult>> attempt,
        TState state,
        CancellationToken cancellationToken,
        bool limitsItself = false
    )
        where TResult : class =>
        (TResult)
            (
                await RunAsync(
                        operation,
                        rule,
                        static async (call, _, token) => new CallResult(await call.attempt(call.state, token).ConfigureAwait(false)),
                        (attempt, state),
                        cancellationToken,
                        limitsItself
                    )
                    .ConfigureAwait(false)
            ).Value;

    private async Task<CallResult> RunUnwatchedAsync(PipelineCall call, CancellationToken cancellationToken)
    {
        string operation = call.Operation;
        using CancellationTokenSource? either = cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing)
            : null;
        ResilienceContext context = ResilienceContextPool.Shared.Get(operation, either?.Token ?? _closing);
        call.GivenUp = context.CancellationToken;
        context.Properties.Set(PipelineCall.Key, call);
        try
        {
            Outcome<CallResult> outcome = await _pipeline
                .ExecuteOutcomeAsync(
                    static (context, call) => call.Pipeline.AttemptAsync(context, call),
                    context,
                    new CallState(this, call)
                )
                .ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result;
        }
        catch (Exception e) when (call.Kept is not null && e is TimeoutRejectedException or BrokenCircuitException or ZimbraException)
        {
            return call.Kept.Value;
        }
        catch (TimeoutRejectedException e)
        {
            throw Late(call, e);
        }
        catch (BrokenCircuitException e)
        {
            throw CircuitOpen(call, e);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{operation} was cancelled.", e, cancellationToken);
        }
        catch (OperationCanceledException e) when (_closing.IsCancellationRequested)
        {
            string what = $"{operation} ended because its {nameof(ZimbraClient)} was closed.";
            throw call.IsInDoubt
                ? InDoubt(call, PipelineTexts.Closed(operation).Then(PipelineTexts.MayBeDone), e)
                : new ObjectDisposedException(what, e);
        }
        catch (Exception e)
            when (call.IsInDoubt && e is ZimbraException { IsOutcomeKnown: true } or ArgumentException or ObjectDisposedException)
        {
            // The last attempt did nothing, whatever kept it from that, but an earlier one may have.
            throw InDoubt(call, e.Explain().Then(PipelineTexts.EarlierMayBeDone), e);
        }
        catch (ZimbraOutcomeUnknownException e) when (call.Doubt.Outlasts(e))
        {
            throw InDoubt(call, e.Explanation, e.InnerException);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // Waiting for the request rate is not the server's fault, so the attempt's time limit starts after that wait.
    private ValueTask<Outcome<CallResult>> AttemptAsync(ResilienceContext context, CallState state)
    {
        state.Call.Begin();
        ValueTask turn = _rate?.WaitAsync(state.Call.Operation, context.CancellationToken) ?? ValueTask.CompletedTask;
        return turn.IsCompletedSuccessfully ? LimitedAsync(context, state) : AttemptAfterAsync(turn, context, state);
    }

    private async ValueTask<Outcome<CallResult>> AttemptAfterAsync(ValueTask turn, ResilienceContext context, CallState state)
    {
        try
        {
            await turn.ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            return Outcome.FromException<CallResult>(e);
        }

        return await LimitedAsync(context, state).ConfigureAwait(false);
    }

    private ValueTask<Outcome<CallResult>> LimitedAsync(ResilienceContext context, CallState state) =>
        state.Call.LimitsItself
            ? state.Call.AttemptAsync(context.CancellationToken)
            : _attempt.ExecuteOutcomeAsync(static (context, state) => state.Call.AttemptAsync(context.CancellationToken), context, state);

    private bool MayRepeat(ResilienceContext context, Outcome<CallResult> outcome)
    {
        PipelineCall call = context.Properties.GetValue(PipelineCall.Key, null!);
        if (outcome.Exception is not { } failure)
        {
            bool mayPass = RetryRules.ReasonToRepeat(call.Rule, outcome.Result.Refusals) is not null;
            call.Kept = mayPass ? outcome.Result : call.Kept;
            return mayPass;
        }

        if (!RetryRules.MayRepeat(call.Rule, failure is TimeoutRejectedException late ? Late(call, late) : failure))
        {
            return false;
        }

        // A wait longer than the time left fails at once, instead of when the time is over.
        return RetryRules.WaitAskedBy(failure) is not { } asked
            || (asked < _maxRetryDelay ? asked : _maxRetryDelay) < _totalTimeout - _time.GetElapsedTime(call.Began);
    }

    private ZimbraException CircuitOpen(PipelineCall call, BrokenCircuitException e)
    {
        string server = e.Data[Breaker.ServerKey] as string ?? _telemetry.Authority;
        LocalizedText what = PipelineTexts
            .NotSent(call.Operation, call.WasTried, server, e.RetryAfter)
            .Then(PipelineTexts.Last(e.InnerException));
        return call.IsInDoubt
            ? InDoubt(call, what.Then(PipelineTexts.EarlierMayBeDone), e)
            : new ZimbraConnectionException(what, e)
            {
                Operation = call.Operation,
                IsTransient = true,
                RetryAfter = e.RetryAfter,
            };
    }

    private ZimbraException Late(PipelineCall call, TimeoutRejectedException e)
    {
        bool isTotal = e.TelemetrySource?.StrategyName == nameof(ZimbraClientOptions.TotalTimeout);
        LocalizedText what =
            isTotal && !call.WasBegun ? PipelineTexts.NoPlace(call.Operation, _totalTimeout, _telemetry.Authority)
            : isTotal ? PipelineTexts.TookLonger(call.Operation, _totalTimeout)
            : HttpTexts.NoReplyWithin(call.Operation, _attemptTimeout);
        return call.IsInDoubt
            ? InDoubt(call, what.Then(PipelineTexts.MayBeDone), e)
            : new ZimbraConnectionException(what, e) { Operation = call.Operation, IsTransient = true };
    }

    private static ZimbraOutcomeUnknownException InDoubt(PipelineCall call, LocalizedText message, Exception? cause) =>
        call.Doubt.Unknown(message, cause, call.Operation);
}
