using Zourit.Zimbra.Sharing.Authentication;

namespace Zourit.Zimbra.Sharing;

/// <summary>Why a login failed.</summary>
public enum AuthenticationFailure
{
    /// <summary>Not known; no exception of this version has it.</summary>
    Unknown = 0,

    /// <summary>
    /// <c>account.AUTH_FAILED</c>: unknown account, wrong password, or an account that is locked, closed, pending or locked out. The server
    /// does not tell which. An admin login of an unknown account or of one that is no administrator is here too
    /// (<c>service.PERM_DENIED</c>).
    /// </summary>
    Rejected = 1,

    /// <summary><c>account.CHANGE_PASSWORD</c>: the password is too old or must be changed first, in the web client.</summary>
    PasswordMustChange = 2,

    /// <summary>The account has two-factor sign-in; its password alone opens nothing. Use preauth, or an application passcode.</summary>
    TwoFactorRequired = 3,

    /// <summary><c>account.MAINTENANCE_MODE</c>: the account or its domain is in maintenance. Later may help.</summary>
    Maintenance = 4,

    /// <summary>
    /// The token expired (<c>service.AUTH_EXPIRED</c>) or means nothing to the server (<c>service.AUTH_REQUIRED</c>), and cannot be
    /// renewed.
    /// </summary>
    TokenRejected = 5,

    /// <summary>An administrator's request was made without administrator's credentials.</summary>
    AdministratorRequired = 6,

    /// <summary>A request that needs an account was made with <see cref="ZimbraCredentials.Anonymous"/>.</summary>
    CredentialsRequired = 7,
}
