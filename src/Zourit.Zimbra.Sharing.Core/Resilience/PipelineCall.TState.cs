using Polly;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>A call whose attempts are made by a function.</summary>
internal sealed class PipelineCall<TState>(
    string operation,
    RetrySafety rule,
    Func<TState, bool, CancellationToken, ValueTask<CallResult>> attempt,
    TState state,
    TimeProvider time
) : PipelineCall(operation, rule, time)
{
    public override async ValueTask<Outcome<CallResult>> AttemptAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Outcome.FromResult(await attempt(state, Doubt.IsInDoubt, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            Note(e);
            return Outcome.FromException<CallResult>(e);
        }
    }
}
