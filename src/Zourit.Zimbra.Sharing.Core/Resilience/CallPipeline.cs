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
    private readonly SemaphoreSlim _places;
    private readonly Repetition _repetition;
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
        SemaphoreSlim places,
        CancellationToken closing,
        RequestRate? rate = null
    )
    {
        _places = places;
        _telemetry = telemetry;
        _rate = rate;
        _closing = closing;
        _totalTimeout = options.TotalTimeout;
        _attemptTimeout = options.AttemptTimeout;
        _maxRetryDelay = options.MaxRetryDelay;
        _time = options.TimeProvider;
        Breaker = new Breaker(options, telemetry);
        _repetition = new Repetition(options, telemetry, UnlessPausedAsync, MayRepeat);
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
        call.GivenUp = either?.Token ?? _closing;
        using var limit = new TimeLimit(_totalTimeout, _time, call.GivenUp);
        try
        {
            Outcome<CallResult> outcome = await InPlaceAsync(call, limit.Token).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result;
        }
        catch (Exception e)
            when (call.Kept is not null && (limit.Ended(e) || e is TimeoutRejectedException or BrokenCircuitException or ZimbraException))
        {
            return call.Kept.Value;
        }
        catch (OperationCanceledException e) when (limit.Ended(e))
        {
            throw Late(
                call,
                call.WasBegun
                    ? PipelineTexts.TookLonger(operation, _totalTimeout)
                    : PipelineTexts.NoPlace(operation, _totalTimeout, _telemetry.Authority),
                e
            );
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
            string what = $"{operation} ended because its ZimbraClient was closed.";
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
    }

    private async ValueTask<Outcome<CallResult>> InPlaceAsync(PipelineCall call, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _repetition.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    private ValueTask<Outcome<CallResult>> UnlessPausedAsync(PipelineCall call, CancellationToken cancellationToken) =>
        Breaker.RunAsync(
            static (run, token) => run.pipeline.AttemptAsync(run.call, token),
            (pipeline: this, call),
            call,
            cancellationToken
        );

    private async ValueTask<Outcome<CallResult>> AttemptAsync(PipelineCall call, CancellationToken cancellationToken)
    {
        call.Begin();
        try
        {
            if (_rate is not null)
            {
                await _rate.WaitAsync(call.Operation, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException e)
        {
            return Outcome.FromException<CallResult>(e);
        }

        if (call.LimitsItself)
        {
            return await call.AttemptAsync(cancellationToken).ConfigureAwait(false);
        }

        // Waiting for the request rate is not the server's fault, so the attempt's time limit starts after that wait.
        using var limit = new TimeLimit(_attemptTimeout, _time, cancellationToken);
        Outcome<CallResult> outcome = await call.AttemptAsync(limit.Token).ConfigureAwait(false);
        return limit.Ended(outcome.Exception)
            ? Outcome.FromException<CallResult>(new TimeoutRejectedException("The attempt was late.", _attemptTimeout, outcome.Exception!))
            : outcome;
    }

    private bool MayRepeat(PipelineCall call, Outcome<CallResult> outcome)
    {
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

    private ZimbraException Late(PipelineCall call, TimeoutRejectedException e) =>
        Late(call, HttpTexts.NoReplyWithin(call.Operation, _attemptTimeout), e);

    private static ZimbraException Late(PipelineCall call, LocalizedText what, Exception e) =>
        call.IsInDoubt
            ? InDoubt(call, what.Then(PipelineTexts.MayBeDone), e)
            : new ZimbraConnectionException(what, e) { Operation = call.Operation, IsTransient = true };

    private static ZimbraOutcomeUnknownException InDoubt(PipelineCall call, LocalizedText message, Exception? cause) =>
        call.Doubt.Unknown(message, cause, call.Operation);
}
