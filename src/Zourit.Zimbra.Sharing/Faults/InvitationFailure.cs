namespace Zourit.Zimbra.Sharing;

/// <summary>Why an invitation could not be accepted.</summary>
public enum InvitationFailure
{
    /// <summary>The personal link expired (<c>exp</c> in its token). The owner must share again to have a new mail sent.</summary>
    LinkExpired,

    /// <summary>
    /// The server does not take the link for its own: it was altered or cut, or the server's provisioning key was changed since.
    /// </summary>
    LinkRejected,

    /// <summary>
    /// Nothing is shared with the guest (any more): it was revoked, or the grant is not published yet (<c>account.NO_SHARE_EXISTS</c>).
    /// </summary>
    NothingShared,

    /// <summary>The server's password policy refuses the password (<c>account.INVALID_PASSWORD</c>). No account was made.</summary>
    PasswordRefused,

    /// <summary>The server refused for another reason; see <see cref="ZimbraInvitationException.Code"/>.</summary>
    Refused,
}
