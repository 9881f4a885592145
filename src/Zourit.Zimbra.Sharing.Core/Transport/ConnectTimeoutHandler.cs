namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// Makes a connection that was not established in time a failed connection. HttpClient calls it a cancellation, which would be taken for
/// the caller's own or leave it open whether the request was sent.
/// </summary>
internal sealed class ConnectTimeoutHandler(HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (IsConnectTimeout(e, cancellationToken))
        {
            throw TimedOut(e);
        }
    }

    /// <summary>Whether a cancellation is that of a connection that was not established in time.</summary>
    public static bool IsConnectTimeout(OperationCanceledException e, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && IsConnectTimeout(e.InnerException);

    public static HttpRequestException TimedOut(OperationCanceledException e) =>
        new(HttpRequestError.ConnectionError, "No connection was established in time.", e);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Nothing but its text tells it from another time limit; without resources that is the text's name, which holds the word too.
    private static bool IsConnectTimeout(Exception? cause) =>
        cause is TimeoutException && cause.Message.Contains("connect", StringComparison.OrdinalIgnoreCase);
}
