using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// Makes a change that must not be made twice: act; if the outcome is unknown, pause, look at the server's state, decide, and act again
/// only where the state shows that nothing was done. The pause comes before the look: a slow server may be done by then, and one that asked
/// for a pause is not disturbed. Repetitions keep to the pipeline's number and pauses, and are counted and logged here.
/// </summary>
internal sealed class VerifyThenRetry(CallSettings options, CallTelemetry telemetry, CancellationToken closing)
{
    /// <summary>Makes a change.</summary>
    /// <param name="attempt">The change, fresh; afterwards it says what was lost on the way.</param>
    /// <param name="act">
    /// Sends the change, under <see cref="RetrySafety.Verifiable"/>, and reads the answer. It may ask <paramref name="attempt"/> whether an
    /// earlier reply was lost: "exists already" may then be this call's own work.
    /// </param>
    /// <param name="look">Reads the server's state; it changes nothing.</param>
    /// <param name="decide">Says whether the state shows the change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraConnectionException">A reply was lost, and the state shows that nothing was changed.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">A reply was lost, and the state could not be read, or shows nothing while the server
    /// may still be working on the change.</exception>
    /// <exception cref="ZimbraException">What <paramref name="act"/> throws where nothing is in doubt.</exception>
    public async Task<T> RunAsync<TState, T>(
        Attempt attempt,
        Func<CancellationToken, Task<T>> act,
        Func<CancellationToken, Task<TState>> look,
        Func<TState, Verdict<T>> decide,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            ZimbraException failure;
            try
            {
                return await act(cancellationToken).ConfigureAwait(false);
            }
            catch (ZimbraException e) when (!e.IsOutcomeKnown || !attempt.IsOver)
            {
                failure = e;
            }

            // That a repetition was refused says nothing of an attempt before it, which may have been carried out meanwhile.
            bool isRefusal = failure.IsOutcomeKnown;
            if (!isRefusal)
            {
                attempt.Lose(failure);
            }

            // After a fault one attempt is enough (docs/protocol.md §10.1).
            TimeSpan? pause =
                failure is ZimbraOutcomeUnknownException && attempt.MayBeRepeated && attempt.Losses <= options.MaxRetries
                    ? await PauseAsync(failure, attempt.Losses - 1, cancellationToken).ConfigureAwait(false)
                    : null;
            Verdict<T> verdict = decide(await attempt.LookAsync(look, cancellationToken).ConfigureAwait(false));
            if (verdict.IsDone)
            {
                return verdict.Result;
            }

            if (verdict.Open is not null || pause is null)
            {
                throw verdict.Open ?? (isRefusal ? attempt.Refused(failure) : attempt.NotDone());
            }

            telemetry.Repeats(attempt.Operation, attempt.Losses, pause.Value, CallTelemetry.KindOf(failure));
        }
    }

    /// <summary>Waits before the state is looked at.</summary>
    /// <param name="failure">How the last attempt failed.</param>
    /// <param name="retry">Which repetition would follow, counted from 0.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    /// <returns>How long it waited; null, without any wait, where the pause would take all the time that a request has: then look, and do
    /// not repeat.</returns>
    public async Task<TimeSpan?> PauseAsync(ZimbraException failure, int retry, CancellationToken cancellationToken)
    {
        TimeSpan pause = RetryPause.After(failure, retry, options);
        if (pause >= options.TotalTimeout)
        {
            return null;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing);
        try
        {
            await Task.Delay(pause, options.TimeProvider, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The client was closed, which the look that follows reports.
        }

        return pause;
    }
}
