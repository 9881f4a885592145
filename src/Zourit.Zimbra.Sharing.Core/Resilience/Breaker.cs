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

    // Making Polly's strategies is a seventh of what a program costs from its start to its first share, so that this one is made when the
    // server first fails. Null to never leave it alone.
    private readonly Lazy<ResiliencePipeline<CallResult>>? _circuit;

    public Breaker(CallSettings options, CallTelemetry telemetry)
    {
        _server = telemetry.Authority;
        _circuit = options.BreakAfterRequests == 0 ? null : new(() => Circuit(options, telemetry));
    }

    /// <summary>Makes an attempt at a call, unless the server is paused.</summary>
    public async ValueTask<Outcome<CallResult>> RunAsync<TState>(
        Func<TState, CancellationToken, ValueTask<Outcome<CallResult>>> attempt,
        TState state,
        PipelineCall? call,
        CancellationToken cancellationToken
    )
    {
        if (_circuit is { IsValueCreated: true })
        {
            return await PassAsync(_circuit.Value, attempt, state, call, cancellationToken).ConfigureAwait(false);
        }

        Outcome<CallResult> outcome = await attempt(state, cancellationToken).ConfigureAwait(false);
        if (_circuit is not null && Counts(call, outcome.Exception))
        {
            await PassAsync(_circuit.Value, static (made, _) => ValueTask.FromResult(made), outcome, call, CancellationToken.None)
                .ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Does what a call to another server needs of this one first.</summary>
    /// <exception cref="BrokenCircuitException">The server is paused (open circuit).</exception>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        Outcome<CallResult> outcome = await RunAsync(static (work, token) => TryAsync(work, token), work, call: null, cancellationToken)
            .ConfigureAwait(false);
        if (outcome.Exception is BrokenCircuitException broken)
        {
            broken.Data[ServerKey] = _server;
        }

        outcome.ThrowIfException();
        return (T)outcome.Result.Value;
    }

    private static async ValueTask<Outcome<CallResult>> TryAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken token)
        where T : class
    {
        try
        {
            return Outcome.FromResult(new CallResult(await work(token).ConfigureAwait(false)));
        }
        catch (Exception e)
        {
            return Outcome.FromException<CallResult>(e);
        }
    }

    private static async ValueTask<Outcome<CallResult>> PassAsync<TState>(
        ResiliencePipeline<CallResult> circuit,
        Func<TState, CancellationToken, ValueTask<Outcome<CallResult>>> attempt,
        TState state,
        PipelineCall? call,
        CancellationToken cancellationToken
    )
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(PipelineCall.Key, call);
        try
        {
            return await circuit
                .ExecuteOutcomeAsync(static (context, run) => run.attempt(run.state, context.CancellationToken), context, (attempt, state))
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline<CallResult> Circuit(CallSettings options, CallTelemetry telemetry) =>
        new ResiliencePipelineBuilder<CallResult> { TimeProvider = new MonotonicTime(options.TimeProvider) }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<CallResult>
                {
                    MinimumThroughput = options.BreakAfterRequests,
                    FailureRatio = options.BreakFailureRatio,
                    SamplingDuration = options.BreakSamplingDuration,
                    BreakDuration = options.BreakDuration,
                    StateProvider = _state,
                    ShouldHandle = arguments => new ValueTask<bool>(
                        Counts(arguments.Context.Properties.GetValue(PipelineCall.Key, null), arguments.Outcome.Exception)
                    ),
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

    // A server that says no works; only one that cannot be reached, is late or loses replies is paused (open circuit). What tells nothing
    // of it counts as success by Polly's rules, and would end the break where it is the one trial: then the break goes on.
    private bool Counts(PipelineCall? call, Exception? failure) =>
        failure switch
        {
            null => false,
            ZimbraException { FailedAt: { } other } when other != _server => IsTrial,
            TimeoutRejectedException { InnerException: NotSentException } => IsTrial,
            TimeoutRejectedException or ZimbraOutcomeUnknownException or ZimbraConnectionException { IsTransient: true } => true,
            ZimbraException => false,
            OperationCanceledException and not NotSentException => IsTrial || call is { GivenUp.IsCancellationRequested: false },
            _ => IsTrial,
        };

    // Until it is made, the circuit has no state to ask for.
    private bool IsTrial => _circuit is { IsValueCreated: true } && _state.CircuitState == CircuitState.HalfOpen;
}
