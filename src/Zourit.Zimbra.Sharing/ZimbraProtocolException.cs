namespace Zourit.Zimbra.Sharing;

/// <summary>
/// What answered is not a Zimbra, or its reply is broken, too large or lacks what every Zimbra sends. The message names what is wrong
/// and quotes nothing of the reply's content.
/// </summary>
public sealed class ZimbraProtocolException : ZimbraException
{
    internal ZimbraProtocolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
