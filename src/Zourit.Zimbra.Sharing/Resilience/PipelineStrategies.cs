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
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = options.MaxRetryDelay,
            ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Exception is { } failure && mayRepeat(arguments.Context, failure)),
            DelayGenerator = arguments => new ValueTask<TimeSpan?>(RetryRules.WaitAskedBy(arguments.Outcome.Exception) is { } asked
                ? AskedPause(options, asked, arguments.AttemptNumber)
                : null),
            OnRetry = arguments =>
            {
                telemetry.Repeats(arguments.Context.OperationKey, arguments.AttemptNumber + 1, arguments.RetryDelay, arguments.Outcome.Exception!);
                return default;
            },
        });

    // MaxDelay does not cap what a generator gives. A server asks for 0 too, or for a time that is past by its clock: that is no leave to come back at once.
    private static TimeSpan AskedPause(ZimbraClientOptions options, TimeSpan asked, int attempt)
    {
        TimeSpan own = options.RetryDelay * Math.Pow(2, attempt);
        TimeSpan pause = asked > own ? asked : own;
        return pause < options.MaxRetryDelay ? pause : options.MaxRetryDelay;
    }
}
