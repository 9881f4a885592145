using Zourit.Zimbra.Sharing.Wire;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>What is known of a call over all its attempts.</summary>
internal sealed class CallProgress
{
    /// <summary>Whether the server may have carried out one of the attempts: it was sent, and its reply was lost or not waited for.</summary>
    public bool MayBeDone { get; private set; }

    public async ValueTask<TResult> WatchAsync<TState, TResult>(Func<TState, CancellationToken, ValueTask<TResult>> attempt, TState state, CancellationToken cancellationToken)
    {
        try
        {
            return await attempt(state, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ZimbraOutcomeUnknownException or (OperationCanceledException and not NotSentException))
        {
            MayBeDone = true;
            throw;
        }
    }
}
