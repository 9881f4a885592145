namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>Tells a cancellation as the caller's own, where the work ran under a token that was linked to theirs.</summary>
internal static class CallerCancellation
{
    /// <summary>The result of work that was started for a caller.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled; the exception carries it.</exception>
    public static async Task<T> ForCallerAsync<T>(this Task<T> work, CancellationToken caller)
    {
        try
        {
            return await work.WaitAsync(caller).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (caller.IsCancellationRequested && e.CancellationToken != caller)
        {
            throw new OperationCanceledException(e.Message, e, caller);
        }
    }
}
