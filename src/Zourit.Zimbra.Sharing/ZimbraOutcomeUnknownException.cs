namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The request may have been carried out: it was sent, and the reply was lost (connection cut, timeout, gateway error). Look at the
/// server's state before repeating it.
/// </summary>
public sealed class ZimbraOutcomeUnknownException : ZimbraException
{
    internal ZimbraOutcomeUnknownException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
