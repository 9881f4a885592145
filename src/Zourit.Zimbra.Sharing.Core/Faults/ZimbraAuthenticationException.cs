using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// Nobody was let in: a login was refused, or the token in use was and cannot be renewed. The request itself had no effect.
/// Repeating with the same credentials counts towards the account's lock-out; correct them first.
/// </summary>
public sealed class ZimbraAuthenticationException : ZimbraException
{
    internal ZimbraAuthenticationException(AuthenticationFailure failure, LocalizedText explanation, Exception? innerException = null)
        : base(explanation, innerException, $"{nameof(AuthenticationFailure)}.{failure}") => Failure = failure;

    /// <summary>Why, as far as the server tells.</summary>
    public AuthenticationFailure Failure { get; }

    /// <summary>True: nothing was changed.</summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>False where a further login may count as failed; true where none was tried or refused.</summary>
    public override bool IsSafeToRepeat => Failure is not (AuthenticationFailure.Rejected or AuthenticationFailure.TwoFactorRequired);

    /// <summary>True only in maintenance, which the library does not wait for.</summary>
    public override bool IsTransient => Failure == AuthenticationFailure.Maintenance;

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraAuthenticationException(Failure, explanation, InnerException) { Operation = Operation };
}
