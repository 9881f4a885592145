using Polly;
using Zourit.Zimbra.Sharing.Wire;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>A call whose attempts are made by a function.</summary>
internal sealed class PipelineCall<TState, TResult>(string operation, RepeatRule rule, Func<TState, CancellationToken, ValueTask<TResult>> attempt, TState state, TimeProvider time)
    : PipelineCall(operation, rule, time)
    where TResult : class
{
    public override async ValueTask<Outcome<CallResult>> AttemptAsync(CancellationToken cancellationToken)
    {
        Begin();
        try
        {
            return Outcome.FromResult(new CallResult(await attempt(state, cancellationToken).ConfigureAwait(false)));
        }
        catch (Exception e)
        {
            MayBeDone |= e is ZimbraOutcomeUnknownException or (OperationCanceledException and not NotSentException);
            return Outcome.FromException<CallResult>(e);
        }
    }
}
