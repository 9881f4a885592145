using System.Threading.RateLimiting;
using Polly;
using Polly.Retry;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>The strategies of <see cref="CallPipeline"/>, from the options.</summary>
internal static class PipelineStrategies
{
    public static ResiliencePipelineBuilder<CallResult> LimitConcurrency(
        this ResiliencePipelineBuilder<CallResult> builder,
        ConcurrencyLimiter places
    ) => builder.AddRateLimiter(places);

    public static ResiliencePipelineBuilder<CallResult> Retry(
        this ResiliencePipelineBuilder<CallResult> builder,
        CallSettings options,
        Func<ResilienceContext, Outcome<CallResult>, bool> mayRepeat,
        CallTelemetry telemetry
    ) =>
        options.MaxRetries == 0
            ? builder
            : builder.AddRetry(
                new RetryStrategyOptions<CallResult>
                {
                    MaxRetryAttempts = options.MaxRetries,
                    ShouldHandle = arguments => new ValueTask<bool>(mayRepeat(arguments.Context, arguments.Outcome)),
                    DelayGenerator = arguments => new ValueTask<TimeSpan?>(
                        RetryPause.After(arguments.Outcome.Exception, arguments.AttemptNumber, options)
                    ),
                    OnRetry = arguments =>
                    {
                        telemetry.Repeats(
                            arguments.Context.OperationKey,
                            arguments.AttemptNumber + 1,
                            arguments.RetryDelay,
                            ReasonOf(arguments.Outcome)
                        );
                        return default;
                    },
                }
            );

    private static string ReasonOf(Outcome<CallResult> outcome) =>
        outcome.Exception is { } failure
            ? CallTelemetry.KindOf(failure)
            : RetryRules.ReasonToRepeat(RetrySafety.Safe, outcome.Result.Refusals)!.Code;
}
