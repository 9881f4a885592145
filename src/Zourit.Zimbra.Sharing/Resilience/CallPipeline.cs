using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// Runs an operation: waits for its turn, under a total time limit, repeats it where its rule allows, leaves a failing server alone, and limits each attempt.
/// One for each server, so that the breaker and the queue are the server's.
/// </summary>
internal sealed class CallPipeline
{
    private const string MayBeDone = "may have been carried out: look at the server's state before repeating it.";

    private static readonly ResiliencePropertyKey<PipelineCall> CallKey = new("Zourit.Zimbra.Sharing.PipelineCall");

    private readonly ResiliencePipeline<CallResult> _pipeline;
    private readonly CallTelemetry _telemetry;
    private readonly TimeSpan _totalTimeout;
    private readonly TimeSpan _attemptTimeout;
    private readonly TimeSpan _maxRetryDelay;
    private readonly CancellationToken _closing;
    private readonly TimeProvider _time;

    public CallPipeline(ZimbraClientOptions options, CallTelemetry telemetry, ConcurrencyLimiter places, CancellationToken closing)
    {
        _telemetry = telemetry;
        _closing = closing;
        _totalTimeout = options.TotalTimeout;
        _attemptTimeout = options.AttemptTimeout;
        _maxRetryDelay = options.MaxRetryDelay;
        _time = options.TimeProvider;
        _pipeline = new ResiliencePipelineBuilder<CallResult> { TimeProvider = options.TimeProvider }
            .LimitConcurrency(places)
            .AddTimeout(new TimeoutStrategyOptions { Name = nameof(options.TotalTimeout), Timeout = options.TotalTimeout })
            .Retry(options, MayRepeat, telemetry)
            .BreakCircuit(options, telemetry)
            .AddTimeout(new TimeoutStrategyOptions { Name = nameof(options.AttemptTimeout), Timeout = options.AttemptTimeout })
            .Build();
    }

    /// <summary>Runs <paramref name="attempt"/>, which must obey its token.</summary>
    public Task<TResult> RunAsync<TState, TResult>(
        string operation, RepeatRule rule, Func<TState, CancellationToken, ValueTask<TResult>> attempt, TState state, CancellationToken cancellationToken, LostReplies? lost = null)
        where TResult : class => CallTelemetry.IsListenedTo
        ? _telemetry.WatchAsync(operation, () => RunUnwatchedAsync(operation, rule, attempt, state, lost, cancellationToken))
        : RunUnwatchedAsync(operation, rule, attempt, state, lost, cancellationToken);

    private async Task<TResult> RunUnwatchedAsync<TState, TResult>(
        string operation, RepeatRule rule, Func<TState, CancellationToken, ValueTask<TResult>> attempt, TState state, LostReplies? lost, CancellationToken cancellationToken)
        where TResult : class
    {
        var call = new PipelineCall<TState, TResult>(operation, rule, attempt, state, _time);
        using CancellationTokenSource? either = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing) : null;
        ResilienceContext context = ResilienceContextPool.Shared.Get(operation, either?.Token ?? _closing);
        context.Properties.Set(CallKey, call);
        try
        {
            Outcome<CallResult> outcome = await _pipeline.ExecuteOutcomeAsync(
                static (context, call) => call.Call.AttemptAsync(context.CancellationToken), context, new CallState(call)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return (TResult)outcome.Result.Value;
        }
        catch (TimeoutRejectedException e)
        {
            throw Late(call, e);
        }
        catch (BrokenCircuitException e)
        {
            throw LeftAlone(call, e);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{operation} was cancelled.", e, cancellationToken);
        }
        catch (OperationCanceledException e) when (_closing.IsCancellationRequested)
        {
            throw new ObjectDisposedException($"{operation} ended because its {nameof(ZimbraClient)} was closed.{(rule != RepeatRule.Safe && call.MayBeDone ? $" It {MayBeDone}" : "")}", e);
        }
        catch (ZimbraConnectionException e) when (call.MayBeDone && rule != RepeatRule.Safe)
        {
            // The last attempt did nothing, but the reply to an earlier one was lost.
            throw new ZimbraOutcomeUnknownException($"{e.Message} An earlier attempt {MayBeDone}", e) { Operation = operation, MayStillRun = true };
        }
        finally
        {
            if (lost is not null)
            {
                lost.Any = call.MayBeDone;
            }

            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool MayRepeat(ResilienceContext context, Exception failure)
    {
        PipelineCall call = context.Properties.GetValue(CallKey, null!);
        if (!RetryRules.MayRepeat(call.Rule, failure is TimeoutRejectedException late ? Late(call, late) : failure))
        {
            return false;
        }

        // Who is asked to wait beyond his time learns that at once, not when it is over.
        return failure is not ZimbraConnectionException { RetryAfter: { } asked }
            || (asked < _maxRetryDelay ? asked : _maxRetryDelay) < _totalTimeout - _time.GetElapsedTime(call.Began);
    }

    private static ZimbraException LeftAlone(PipelineCall call, BrokenCircuitException e)
    {
        string what = $"{call.Operation} was not sent{(call.Began != 0 ? " again" : "")}: too many of the last requests failed, and the server is left alone for a while ({nameof(ZimbraClientOptions.BreakDuration)}).";
        return call.Rule == RepeatRule.Safe || !call.MayBeDone
            ? new ZimbraConnectionException(what, e) { Operation = call.Operation, IsTransient = true, RetryAfter = e.RetryAfter }
            : new ZimbraOutcomeUnknownException($"{what} An earlier attempt {MayBeDone}", e) { Operation = call.Operation, MayStillRun = true };
    }

    private ZimbraException Late(PipelineCall call, TimeoutRejectedException e)
    {
        string what = e.TelemetrySource?.StrategyName == nameof(ZimbraClientOptions.TotalTimeout)
            ? $"took longer than {_totalTimeout.TotalSeconds:0.#} s in all ({nameof(ZimbraClientOptions.TotalTimeout)})."
            : $"got no complete reply within {_attemptTimeout.TotalSeconds:0.#} s ({nameof(ZimbraClientOptions.AttemptTimeout)}).";
        return call.Rule == RepeatRule.Safe || !call.MayBeDone
            ? new ZimbraConnectionException($"{call.Operation} {what}", e) { Operation = call.Operation, IsTransient = true }
            : new ZimbraOutcomeUnknownException($"{call.Operation} {what} It {MayBeDone}", e) { Operation = call.Operation, MayStillRun = true };
    }
}
