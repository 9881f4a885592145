using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// What is on the server does not allow the change: somebody else changed it at the same moment (the server's <c>mail.MODIFY_CONFLICT</c>,
/// or a share that was revoked while it was renewed), or another share is in the way. Nothing was changed by this call.
/// </summary>
public sealed class ZimbraConflictException : ZimbraException
{
    internal ZimbraConflictException(LocalizedText explanation, Exception? innerException = null)
        : base(explanation, innerException, nameof(ZimbraConflictException)) { }

    /// <summary>True: nothing was changed.</summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>True: nothing was changed.</summary>
    public override bool IsSafeToRepeat => true;

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraConflictException(explanation, InnerException) { Operation = Operation };
}
