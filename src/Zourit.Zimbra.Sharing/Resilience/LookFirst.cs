namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// The repetitions that the pipeline does not make, since the server's state is looked at before them. They keep to its pauses, and the
/// pause comes before the look: a server that is slow may be done by then, and one that asked for a pause is not disturbed.
/// </summary>
internal sealed class LookFirst(CallSettings options, CallTelemetry telemetry, CancellationToken closing)
{
    /// <summary>
    /// Waits until the server may be looked at. When its state shows that the request must be sent again, the result is to tell it.
    /// </summary>
    /// <param name="operation">The name of the request that failed.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="retry">Which repetition would follow, counted from 0.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    /// <returns>
    /// The repetition; null where the pause would take all the time that a request has. Then nothing was waited for: look, and do not
    /// repeat.
    /// </returns>
    public async Task<Repetition?> PauseAsync(string operation, ZimbraException failure, int retry, CancellationToken cancellationToken)
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
            // The client was closed, which the look that follows will say.
        }

        return new Repetition(telemetry, operation, retry + 1, pause, CallTelemetry.KindOf(failure));
    }
}
