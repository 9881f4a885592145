using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>Leaves a server alone that fails, and lets one request try after a while whether it is back.</summary>
internal sealed class Breaker
{
    /// <summary>Under this key an exception of an open circuit names another server than the call's own.</summary>
    public const string ServerKey = "server";

    private readonly CircuitBreakerStateProvider _state = new();
    private readonly string _server;

    public Breaker(CallSettings options, CallTelemetry telemetry)
    {
        _server = telemetry.Authority;
        Pipeline =
            options.BreakAfterRequests == 0
                ? ResiliencePipeline<CallResult>.Empty
                : new ResiliencePipelineBuilder<CallResult> { TimeProvider = new MonotonicTime(options.TimeProvider) }
                    .AddCircuitBreaker(
                        new CircuitBreakerStrategyOptions<CallResult>
                        {
                            MinimumThroughput = options.BreakAfterRequests,
                            FailureRatio = options.BreakFailureRatio,
                            SamplingDuration = options.BreakSamplingDuration,
                            BreakDuration = options.BreakDuration,
                            StateProvider = _state,
                            ShouldHandle = arguments => new ValueTask<bool>(Counts(arguments.Context, arguments.Outcome.Exception)),
                            OnOpened = arguments =>
                            {
                                telemetry.BreakerOpened(arguments.BreakDuration);
                                return default;
                            },
                            OnClosed = _ =>
                            {
                                telemetry.BreakerClosed();
                                return default;
                            },
                        }
                    )
                    .Build();
    }

    public ResiliencePipeline<CallResult> Pipeline { get; }

    /// <summary>Does what a call to another server needs of this one first.</summary>
    /// <exception cref="BrokenCircuitException">The server is paused (open circuit).</exception>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            CallResult result = await Pipeline
                .ExecuteAsync(
                    static async (context, work) => new CallResult(await work(context.CancellationToken).ConfigureAwait(false)),
                    context,
                    work
                )
                .ConfigureAwait(false);
            return (T)result.Value;
        }
        catch (BrokenCircuitException e)
        {
            e.Data[ServerKey] = _server;
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // A server that says no works; only one that cannot be reached, is late or loses replies is paused (open circuit). What tells nothing
    // of it counts
    // as success by Polly's rules, and would end the break where it is the one trial: then the break goes on.
    private bool Counts(ResilienceContext context, Exception? failure) =>
        failure switch
        {
            null => false,
            ZimbraException { FailedAt: { } other } when other != _server => IsTrial,
            TimeoutRejectedException { InnerException: NotSentException } => IsTrial,
            TimeoutRejectedException or ZimbraOutcomeUnknownException or ZimbraConnectionException { IsTransient: true } => true,
            ZimbraException => false,
            OperationCanceledException and not NotSentException => IsTrial || TotalTimeIsUp(context),
            _ => IsTrial,
        };

    private bool IsTrial => _state.CircuitState == CircuitState.HalfOpen;

    private static bool TotalTimeIsUp(ResilienceContext context) =>
        context.Properties.TryGetValue(PipelineCall.Key, out PipelineCall? call) && !call.GivenUp.IsCancellationRequested;
}
