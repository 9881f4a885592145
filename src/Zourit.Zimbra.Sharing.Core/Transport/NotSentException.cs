namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// A call was cancelled before its request was handed to HTTP, while logging in for instance: certainly nothing was done.
/// </summary>
internal sealed class NotSentException(string message, Exception? cause, CancellationToken cancellationToken)
    : OperationCanceledException(message, cause, cancellationToken);
