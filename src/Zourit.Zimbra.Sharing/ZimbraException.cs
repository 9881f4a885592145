namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The base of everything this library throws besides argument errors and cancellation. The derived types differ by what the caller
/// can do: see <see cref="ZimbraFaultException"/>, <see cref="ZimbraInvitationException"/>, <see cref="ZimbraGuestCollisionException"/>, <see cref="ZimbraAuthenticationException"/>, <see cref="ZimbraConnectionException"/>,
/// <see cref="ZimbraOutcomeUnknownException"/> and <see cref="ZimbraProtocolException"/>. No message holds a secret.
/// </summary>
public abstract class ZimbraException : Exception
{
    private protected ZimbraException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The Zimbra request that was being made, e.g. <c>FolderActionRequest</c>; null where none was.</summary>
    public string? Operation { get; internal init; }
}
