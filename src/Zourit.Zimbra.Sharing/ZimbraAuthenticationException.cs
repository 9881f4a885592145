namespace Zourit.Zimbra.Sharing;

/// <summary>
/// Nobody was let in: a login was refused, or the token in use was and cannot be renewed. The request itself had no effect.
/// Repeating with the same credentials counts towards the account's lock-out; correct them first.
/// </summary>
public sealed class ZimbraAuthenticationException : ZimbraException
{
    internal ZimbraAuthenticationException(AuthenticationFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>Why, as far as the server tells.</summary>
    public AuthenticationFailure Failure { get; }
}
