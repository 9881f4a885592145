using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The server did not let a guest accept an invitation: its sign-up page (<c>/service/extuserprov/</c>) said no. No account was made by
/// this call.
/// </summary>
public sealed class ZimbraInvitationException : ZimbraException
{
    internal ZimbraInvitationException(
        InvitationFailure failure,
        LocalizedText explanation,
        string? code = null,
        Exception? innerException = null
    )
        : base(explanation, innerException, $"{nameof(InvitationFailure)}.{failure}")
    {
        Failure = failure;
        Code = code;
    }

    /// <summary>Why, as far as the page tells.</summary>
    public InvitationFailure Failure { get; }

    /// <summary>
    /// The code on the error page, e.g. <c>account.NO_SHARE_EXISTS</c>; null when the page shows none, as that of some versions of the web
    /// client.
    /// </summary>
    public string? Code { get; }

    /// <summary>True: no account was made.</summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>True: no account was made, and a sign-up counts no failures.</summary>
    public override bool IsSafeToRepeat => true;

    /// <summary>
    /// Whether waiting may help: a new share is published some moments after the grant (<c>account.NO_SHARE_EXISTS</c>), or the code on the
    /// page says so.
    /// </summary>
    public override bool IsTransient => Code is { } code && FaultCatalogue.IsTransient(code);

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraInvitationException(Failure, explanation, Code, InnerException) { Operation = Operation };
}
