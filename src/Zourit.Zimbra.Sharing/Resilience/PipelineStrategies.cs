using System.Threading.RateLimiting;
using Polly;
using Polly.Retry;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>The strategies of <see cref="CallPipeline"/>, from the options.</summary>
internal static class PipelineStrategies
{
    public static ResiliencePipelineBuilder<CallResult> LimitConcurrency(this ResiliencePipelineBuilder<CallResult> builder, ConcurrencyLimiter places) =>
        builder.AddRateLimiter(places);

    public static ResiliencePipelineBuilder<CallResult> Retry(
        this ResiliencePipelineBuilder<CallResult> builder, ZimbraClientOptions options, Func<ResilienceContext, Exception, bool> mayRepeat, CallTelemetry telemetry) => options.MaxRetries == 0
        ? builder
        : builder.AddRetry(new RetryStrategyOptions<CallResult>
        {
            MaxRetryAttempts = options.MaxRetries,
            ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Exception is { } failure && mayRepeat(arguments.Context, failure)),
            DelayGenerator = arguments => new ValueTask<TimeSpan?>(RetryPause.After(arguments.Outcome.Exception, arguments.AttemptNumber, options)),
            OnRetry = arguments =>
            {
                telemetry.Repeats(arguments.Context.OperationKey, arguments.AttemptNumber + 1, arguments.RetryDelay, CallTelemetry.KindOf(arguments.Outcome.Exception!));
                return default;
            },
        });
}
