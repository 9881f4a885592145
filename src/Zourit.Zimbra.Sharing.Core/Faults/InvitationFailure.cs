namespace Zourit.Zimbra.Sharing;

/// <summary>Why an invitation could not be accepted.</summary>
public enum InvitationFailure
{
    /// <summary>Not known; no exception of this version has it.</summary>
    Unknown = 0,

    /// <summary>The personal link expired (<c>exp</c> in its token). The owner must share again to have a new mail sent.</summary>
    LinkExpired = 1,

    /// <summary>
    /// The server does not take the link for its own: it was altered or cut, or the server's provisioning key was changed since.
    /// </summary>
    LinkRejected = 2,

    /// <summary>
    /// Nothing is shared with the guest (any more): it was revoked, or the grant is not published yet (<c>account.NO_SHARE_EXISTS</c>).
    /// </summary>
    NothingShared = 3,

    /// <summary>The server's password policy refuses the password (<c>account.INVALID_PASSWORD</c>). No account was made.</summary>
    PasswordRefused = 4,

    /// <summary>The server refused for another reason; see <see cref="ZimbraInvitationException.Code"/>.</summary>
    Refused = 5,
}
