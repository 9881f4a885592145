using Polly;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>A call whose attempts are made by a function.</summary>
internal sealed class PipelineCall<TState, TResult>(
    string operation,
    RetrySafety rule,
    Func<TState, CancellationToken, ValueTask<TResult>> attempt,
    Func<TState, ZimbraFault, TResult?>? alreadyDone,
    Func<TState, TResult, bool, (TResult Result, IReadOnlyList<ZimbraFault>? Refusals)>? judge,
    TState state,
    TimeProvider time
) : PipelineCall(operation, rule, time)
    where TResult : class
{
    public override async ValueTask<Outcome<CallResult>> AttemptAsync(CancellationToken cancellationToken)
    {
        try
        {
            TResult result = await attempt(state, cancellationToken).ConfigureAwait(false);
            return Outcome.FromResult(
                judge?.Invoke(state, result, MayBeDone) is ({ } judged, var refusals)
                    ? new CallResult(judged, refusals)
                    : new CallResult(result)
            );
        }
        catch (ZimbraFaultException e) when (MayBeDone && alreadyDone?.Invoke(state, e.Fault) is { } done)
        {
            return Outcome.FromResult(new CallResult(done));
        }
        catch (Exception e)
        {
            Note(e);
            return Outcome.FromException<CallResult>(e);
        }
    }
}
