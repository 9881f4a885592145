using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// What answered is not a Zimbra, or its reply is broken, too large or lacks what every Zimbra sends. The message names what is wrong
/// and quotes nothing of the reply's content.
/// </summary>
public sealed class ZimbraProtocolException : ZimbraException
{
    internal ZimbraProtocolException(LocalizedText explanation, Exception? innerException = null)
        : base(explanation, innerException, nameof(ZimbraProtocolException)) { }

    /// <summary>
    /// True: the request only read, or the server's state was read back. A broken reply to anything else is a
    /// <see cref="ZimbraOutcomeUnknownException"/>.
    /// </summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>True, though it does not help.</summary>
    public override bool IsSafeToRepeat => true;

    /// <summary>False: the server answers the same again.</summary>
    public override bool IsTransient => false;

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraProtocolException(explanation, InnerException) { Operation = Operation };
}
