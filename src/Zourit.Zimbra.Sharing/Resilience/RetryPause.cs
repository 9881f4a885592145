namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>The pause before a repetition that the pipeline does not make, since the server's state is looked at before.</summary>
internal static class RetryPause
{
    /// <param name="options">The settings.</param>
    /// <param name="retry">Which repetition follows, counted from 0.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    public static Task PauseAsync(this ZimbraClientOptions options, int retry, CancellationToken cancellationToken) => Task.Delay(
        TimeSpan.FromMilliseconds(Math.Min(options.RetryDelay.TotalMilliseconds * Math.Pow(2, retry), options.MaxRetryDelay.TotalMilliseconds)), options.TimeProvider, cancellationToken);
}
