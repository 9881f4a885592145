using Polly;
using Polly.Retry;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>Repeats the attempts of a call that failed, where its rule allows that.</summary>
internal sealed class Repetition(
    CallSettings options,
    CallTelemetry telemetry,
    Func<PipelineCall, CancellationToken, ValueTask<Outcome<CallResult>>> attempt,
    Func<PipelineCall, Outcome<CallResult>, bool> mayRepeat
)
{
    // Made for the first call that needs it, as the circuit of Breaker is.
    private readonly Lazy<ResiliencePipeline<CallResult>>? _retries =
        options.MaxRetries == 0 ? null : new(() => Retries(options, telemetry, mayRepeat));

    public async ValueTask<Outcome<CallResult>> RunAsync(PipelineCall call, CancellationToken cancellationToken)
    {
        Outcome<CallResult> first = await attempt(call, cancellationToken).ConfigureAwait(false);
        return _retries is null || !mayRepeat(call, first)
            ? first
            : await RepeatAsync(_retries.Value, call, first, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Outcome<CallResult>> RepeatAsync(
        ResiliencePipeline<CallResult> retries,
        PipelineCall call,
        Outcome<CallResult> first,
        CancellationToken cancellationToken
    )
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.Operation, cancellationToken);
        context.Properties.Set(PipelineCall.Key, call);
        call.Made = first;
        try
        {
            return await retries
                .ExecuteOutcomeAsync(
                    static (context, run) =>
                        run.call.TakeMade() is { } made ? ValueTask.FromResult(made) : run.attempt(run.call, context.CancellationToken),
                    context,
                    (call, attempt)
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline<CallResult> Retries(
        CallSettings options,
        CallTelemetry telemetry,
        Func<PipelineCall, Outcome<CallResult>, bool> mayRepeat
    ) =>
        new ResiliencePipelineBuilder<CallResult> { TimeProvider = options.TimeProvider }
            .AddRetry(
                new RetryStrategyOptions<CallResult>
                {
                    MaxRetryAttempts = options.MaxRetries,
                    ShouldHandle = arguments => new ValueTask<bool>(
                        mayRepeat(arguments.Context.Properties.GetValue(PipelineCall.Key, null)!, arguments.Outcome)
                    ),
                    DelayGenerator = arguments => new ValueTask<TimeSpan?>(
                        RetryPause.After(arguments.Outcome.Exception, arguments.AttemptNumber, options)
                    ),
                    OnRetry = arguments =>
                    {
                        telemetry.Repeats(
                            arguments.Context.OperationKey!,
                            arguments.AttemptNumber + 1,
                            arguments.RetryDelay,
                            ReasonOf(arguments.Outcome)
                        );
                        return default;
                    },
                }
            )
            .Build();

    private static string ReasonOf(Outcome<CallResult> outcome) =>
        outcome.Exception is { } failure
            ? CallTelemetry.KindOf(failure)
            : RetryRules.ReasonToRepeat(RetrySafety.Safe, outcome.Result.Refusals)!.Code;
}
