using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>Runs an operation under a total time limit, repeats it where its rule allows, and limits each attempt.</summary>
internal sealed class CallPipeline
{
    private const string MayBeDone = "may have been carried out: look at the server's state before repeating it.";

    private static readonly ResiliencePropertyKey<RepeatRule> RuleKey = new("Zourit.Zimbra.Sharing.RepeatRule");

    private readonly ResiliencePipeline _outer;
    private readonly ResiliencePipeline _attempt;
    private readonly TimeSpan _totalTimeout;
    private readonly TimeSpan _attemptTimeout;

    public CallPipeline(ZimbraClientOptions options)
    {
        _totalTimeout = options.TotalTimeout;
        _attemptTimeout = options.AttemptTimeout;
        var outer = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }.AddTimeout(options.TotalTimeout);
        if (options.MaxRetries > 0)
        {
            outer.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = options.MaxRetryDelay,
                ShouldHandle = arguments => new ValueTask<bool>(RetryRules.MayRepeat(
                    arguments.Context.Properties.GetValue(RuleKey, RepeatRule.Verifiable), arguments.Outcome.Exception)),
                // MaxDelay does not cap what a generator gives.
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Exception is ZimbraConnectionException { RetryAfter: { } wait }
                    ? (wait < options.MaxRetryDelay ? wait : options.MaxRetryDelay)
                    : null),
            });
        }

        _outer = outer.Build();
        _attempt = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }.AddTimeout(options.AttemptTimeout).Build();
    }

    /// <summary>Runs <paramref name="attempt"/>, which must obey its token.</summary>
    public async Task<TResult> RunAsync<TState, TResult>(
        string operation, RepeatRule rule, Func<TState, CancellationToken, ValueTask<TResult>> attempt, TState state, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(operation, cancellationToken);
        context.Properties.Set(RuleKey, rule);
        var progress = new CallProgress();
        try
        {
            return await _outer.ExecuteAsync(
                static (context, call) => call.self.AttemptAsync(context.OperationKey!, call.rule, call.progress, call.attempt, call.state, context.CancellationToken),
                context,
                (self: this, rule, progress, attempt, state)).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException e)
        {
            throw Late(operation, rule, progress, $"took longer than {_totalTimeout.TotalSeconds:0.#} s in all ({nameof(ZimbraClientOptions.TotalTimeout)}).", e);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{operation} was cancelled.", e, cancellationToken);
        }
        catch (ZimbraConnectionException e) when (progress.MayBeDone && rule != RepeatRule.Safe)
        {
            // The last attempt did nothing, but the reply to an earlier one was lost.
            throw new ZimbraOutcomeUnknownException($"{e.Message} An earlier attempt {MayBeDone}", e) { Operation = operation };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<TResult> AttemptAsync<TState, TResult>(
        string operation, RepeatRule rule, CallProgress progress, Func<TState, CancellationToken, ValueTask<TResult>> attempt, TState state, CancellationToken cancellationToken)
    {
        try
        {
            return await _attempt.ExecuteAsync(
                static (call, token) => call.progress.WatchAsync(call.attempt, call.state, token), (progress, attempt, state), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException e)
        {
            throw Late(operation, rule, progress, $"got no complete reply within {_attemptTimeout.TotalSeconds:0.#} s ({nameof(ZimbraClientOptions.AttemptTimeout)}).", e);
        }
    }

    private static ZimbraException Late(string operation, RepeatRule rule, CallProgress progress, string what, Exception cause) => rule == RepeatRule.Safe || !progress.MayBeDone
        ? new ZimbraConnectionException($"{operation} {what}", cause) { Operation = operation, IsTransient = true }
        : new ZimbraOutcomeUnknownException($"{operation} {what} It {MayBeDone}", cause) { Operation = operation };
}
