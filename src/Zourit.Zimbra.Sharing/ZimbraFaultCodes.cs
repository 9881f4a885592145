using System.Collections.Frozen;

namespace Zourit.Zimbra.Sharing;

/// <summary>The fault codes of Zimbra that matter to sharing, and what to do about each. Codes are stable; texts are not.</summary>
public static class ZimbraFaultCodes
{
    /// <summary><c>service.FAILURE</c>: The server met an unexpected error; look at its log for the trace id, and check the state before repeating.</summary>
    public const string Failure = "service.FAILURE";

    /// <summary><c>service.INVALID_REQUEST</c>.</summary>
    public const string InvalidRequest = "service.INVALID_REQUEST";

    /// <summary><c>service.UNKNOWN_DOCUMENT</c>: The address does not know this request: admin requests need the admin address (AdminUri, port 7071 by default), the others the user address (ServerUri).</summary>
    public const string UnknownDocument = "service.UNKNOWN_DOCUMENT";

    /// <summary><c>service.PARSE_ERROR</c>.</summary>
    public const string ParseError = "service.PARSE_ERROR";

    /// <summary><c>service.PERM_DENIED</c>: The account in use has no right to do this, or a sharing policy of the server forbids it.</summary>
    public const string PermissionDenied = "service.PERM_DENIED";

    /// <summary><c>service.AUTH_REQUIRED</c>: The server wants a valid token.</summary>
    public const string AuthRequired = "service.AUTH_REQUIRED";

    /// <summary><c>service.AUTH_EXPIRED</c>: The token has ended: it expired, was logged out, or the account's password or status changed.</summary>
    public const string AuthExpired = "service.AUTH_EXPIRED";

    /// <summary><c>service.TEMPORARILY_UNAVAILABLE</c>: The server is not serving users just now; try again later.</summary>
    public const string TemporarilyUnavailable = "service.TEMPORARILY_UNAVAILABLE";

    /// <summary><c>service.RESOURCE_UNREACHABLE</c>: Another mail host of the installation cannot be reached; try again later.</summary>
    public const string ResourceUnreachable = "service.RESOURCE_UNREACHABLE";

    /// <summary><c>service.PROXY_ERROR</c>: Another mail host of the installation answered with an error; try again later.</summary>
    public const string ProxyError = "service.PROXY_ERROR";

    /// <summary><c>service.INTERRUPTED</c>: The server was interrupted; try again.</summary>
    public const string Interrupted = "service.INTERRUPTED";

    /// <summary><c>service.WRONG_HOST</c>: The account lives on another mail host; use that one as ServerUri.</summary>
    public const string WrongHost = "service.WRONG_HOST";

    /// <summary><c>service.TOO_MANY_HOPS</c>: Mountpoints or proxies form a loop.</summary>
    public const string TooManyHops = "service.TOO_MANY_HOPS";

    /// <summary><c>service.UNSUPPORTED</c>: This server does not have the feature.</summary>
    public const string Unsupported = "service.UNSUPPORTED";

    /// <summary><c>service.FORBIDDEN</c>.</summary>
    public const string Forbidden = "service.FORBIDDEN";

    /// <summary><c>service.NOT_FOUND</c>.</summary>
    public const string NotFound = "service.NOT_FOUND";

    /// <summary><c>service.LICENSE_ERROR</c>: The server's licence does not allow it.</summary>
    public const string LicenseError = "service.LICENSE_ERROR";

    /// <summary><c>account.AUTH_FAILED</c>: The name or password is wrong, or the account is locked, closed, pending or locked out; the server does not tell which.</summary>
    public const string AuthFailed = "account.AUTH_FAILED";

    /// <summary><c>account.CHANGE_PASSWORD</c>: The password must be changed first, in the web client.</summary>
    public const string ChangePassword = "account.CHANGE_PASSWORD";

    /// <summary><c>account.RESET_PASSWORD</c>: The token is only good for resetting the password.</summary>
    public const string ResetPassword = "account.RESET_PASSWORD";

    /// <summary><c>account.TWO_FACTOR_SETUP_REQUIRED</c>: The account must set up two-factor sign-in in the web client first.</summary>
    public const string TwoFactorSetupRequired = "account.TWO_FACTOR_SETUP_REQUIRED";

    /// <summary><c>account.TWO_FACTOR_AUTH_FAILED</c>: The two-factor code is wrong.</summary>
    public const string TwoFactorAuthFailed = "account.TWO_FACTOR_AUTH_FAILED";

    /// <summary><c>account.TWO_FACTOR_AUTH_REQUIRED</c>: The account needs a two-factor code; use preauth or an application passcode.</summary>
    public const string TwoFactorAuthRequired = "account.TWO_FACTOR_AUTH_REQUIRED";

    /// <summary><c>account.MAINTENANCE_MODE</c>: The account or its domain is in maintenance; try again later.</summary>
    public const string MaintenanceMode = "account.MAINTENANCE_MODE";

    /// <summary><c>account.ACCOUNT_INACTIVE</c>: The account is not active.</summary>
    public const string AccountInactive = "account.ACCOUNT_INACTIVE";

    /// <summary><c>account.NO_SUCH_ACCOUNT</c>: Check the account's name and domain.</summary>
    public const string NoSuchAccount = "account.NO_SUCH_ACCOUNT";

    /// <summary><c>account.NO_SUCH_DOMAIN</c>: Check the domain's name; it must be the primary one, not an alias.</summary>
    public const string NoSuchDomain = "account.NO_SUCH_DOMAIN";

    /// <summary><c>account.NO_SUCH_COS</c>: Check the name of the class of service.</summary>
    public const string NoSuchCos = "account.NO_SUCH_COS";

    /// <summary><c>account.NO_SUCH_DISTRIBUTION_LIST</c>: Check the group's address.</summary>
    public const string NoSuchDistributionList = "account.NO_SUCH_DISTRIBUTION_LIST";

    /// <summary><c>account.NO_SHARE_EXISTS</c>: No share for this guest is published yet (it takes a moment after the grant), or all were revoked.</summary>
    public const string NoShareExists = "account.NO_SHARE_EXISTS";

    /// <summary><c>account.ACCOUNT_EXISTS</c>: An account, alias or list of this name exists already; look it up before deciding.</summary>
    public const string AccountExists = "account.ACCOUNT_EXISTS";

    /// <summary><c>account.INVALID_PASSWORD</c>: The password does not satisfy the server's policy; the fault's arguments name the rules.</summary>
    public const string InvalidPassword = "account.INVALID_PASSWORD";

    /// <summary><c>account.PASSWORD_LOCKED</c>: The account's password may not be changed (zimbraPasswordLocked).</summary>
    public const string PasswordLocked = "account.PASSWORD_LOCKED";

    /// <summary><c>account.PASSWORD_CHANGE_TOO_SOON</c>: The password was changed too recently (zimbraPasswordMinAge).</summary>
    public const string PasswordChangeTooSoon = "account.PASSWORD_CHANGE_TOO_SOON";

    /// <summary><c>account.PASSWORD_RECENTLY_USED</c>: Choose a password that was not used before (zimbraPasswordEnforceHistory).</summary>
    public const string PasswordRecentlyUsed = "account.PASSWORD_RECENTLY_USED";

    /// <summary><c>account.INVALID_ATTR_NAME</c>: Check the attribute's name.</summary>
    public const string InvalidAttributeName = "account.INVALID_ATTR_NAME";

    /// <summary><c>account.INVALID_ATTR_VALUE</c>: Check the attribute's value; booleans are exactly TRUE or FALSE.</summary>
    public const string InvalidAttributeValue = "account.INVALID_ATTR_VALUE";

    /// <summary><c>account.MULTIPLE_ACCOUNTS_MATCHED</c>: More than one account matches; use the account's id.</summary>
    public const string MultipleAccountsMatched = "account.MULTIPLE_ACCOUNTS_MATCHED";

    /// <summary><c>account.TOO_MANY_ACCOUNTS</c>: The domain's account limit is reached.</summary>
    public const string TooManyAccounts = "account.TOO_MANY_ACCOUNTS";

    /// <summary><c>account.TOO_MANY_SEARCH_RESULTS</c>: Narrow the search or page through it.</summary>
    public const string TooManySearchResults = "account.TOO_MANY_SEARCH_RESULTS";

    /// <summary><c>mail.NO_SUCH_FOLDER</c>: Check the folder's path or id; system folders have English names (/Calendar) whatever the web client shows.</summary>
    public const string NoSuchFolder = "mail.NO_SUCH_FOLDER";

    /// <summary><c>mail.NO_SUCH_ITEM</c>: Check the item's or folder's id.</summary>
    public const string NoSuchItem = "mail.NO_SUCH_ITEM";

    /// <summary><c>mail.NO_SUCH_MSG</c>: Check the message's id.</summary>
    public const string NoSuchMessage = "mail.NO_SUCH_MSG";

    /// <summary><c>mail.NO_SUCH_MOUNTPOINT</c>: The mountpoint's folder is gone or no longer shared.</summary>
    public const string NoSuchMountpoint = "mail.NO_SUCH_MOUNTPOINT";

    /// <summary><c>mail.NO_SUCH_MBOX</c>: The account has no mailbox yet.</summary>
    public const string NoSuchMailbox = "mail.NO_SUCH_MBOX";

    /// <summary><c>mail.GRANT_EXISTS</c>: The very same grant stands already.</summary>
    public const string GrantExists = "mail.GRANT_EXISTS";

    /// <summary><c>mail.CANNOT_GRANT</c>: The right 'a' (administer) can only be given to internal users and groups, never to guests or the public.</summary>
    public const string CannotGrant = "mail.CANNOT_GRANT";

    /// <summary><c>mail.ALREADY_EXISTS</c>: An item of that name exists already in this folder.</summary>
    public const string AlreadyExists = "mail.ALREADY_EXISTS";

    /// <summary><c>mail.INVALID_NAME</c>: A name has 1 to 255 characters, none of / : " TAB CR LF, and is not . or ..</summary>
    public const string InvalidName = "mail.INVALID_NAME";

    /// <summary><c>mail.IMMUTABLE_OBJECT</c>: System folders can be neither renamed, moved nor deleted.</summary>
    public const string ImmutableObject = "mail.IMMUTABLE_OBJECT";

    /// <summary><c>mail.CANNOT_CONTAIN</c>.</summary>
    public const string CannotContain = "mail.CANNOT_CONTAIN";

    /// <summary><c>mail.CANNOT_PARENT</c>.</summary>
    public const string CannotParent = "mail.CANNOT_PARENT";

    /// <summary><c>mail.MODIFY_CONFLICT</c>: The item was changed meanwhile; read it again.</summary>
    public const string ModifyConflict = "mail.MODIFY_CONFLICT";

    /// <summary><c>mail.QUOTA_EXCEEDED</c>: The mailbox is full.</summary>
    public const string QuotaExceeded = "mail.QUOTA_EXCEEDED";

    /// <summary><c>mail.DOMAIN_QUOTA_EXCEEDED</c>: The domain's quota is used up.</summary>
    public const string DomainQuotaExceeded = "mail.DOMAIN_QUOTA_EXCEEDED";

    /// <summary><c>mail.MAINTENANCE</c>: The mailbox is locked for a move or backup; try again later.</summary>
    public const string Maintenance = "mail.MAINTENANCE";

    /// <summary><c>mail.TRY_AGAIN</c>: The server's mail transport cannot be reached; no mail left, try again later.</summary>
    public const string TryAgain = "mail.TRY_AGAIN";

    /// <summary><c>mail.SEND_FAILURE</c>: The server's mail transport failed; the mail was not sent.</summary>
    public const string SendFailure = "mail.SEND_FAILURE";

    /// <summary><c>mail.SEND_ABORTED_ADDRESS_FAILURE</c>: The mail transport refused the recipient; the mail was not sent. Check the address.</summary>
    public const string SendAbortedAddressFailure = "mail.SEND_ABORTED_ADDRESS_FAILURE";

    /// <summary><c>mail.SEND_PARTIAL_ADDRESS_FAILURE</c>: The mail transport refused some recipients; the others got the mail.</summary>
    public const string SendPartialAddressFailure = "mail.SEND_PARTIAL_ADDRESS_FAILURE";

    /// <summary><c>mail.MESSAGE_TOO_BIG</c>: The mail is larger than the transport allows; shorten the notes.</summary>
    public const string MessageTooBig = "mail.MESSAGE_TOO_BIG";

    /// <summary><c>mail.QUERY_PARSE_ERROR</c>: The search query does not parse; put values in double quotes.</summary>
    public const string QueryParseError = "mail.QUERY_PARSE_ERROR";

    private static readonly FrozenDictionary<string, string> Remedies = new Dictionary<string, string>
    {
        [Failure] = "The server met an unexpected error; look at its log for the trace id, and check the state before repeating.",
        [UnknownDocument] = "The address does not know this request: admin requests need the admin address (AdminUri, port 7071 by default), the others the user address (ServerUri).",
        [PermissionDenied] = "The account in use has no right to do this, or a sharing policy of the server forbids it.",
        [AuthRequired] = "The server wants a valid token.",
        [AuthExpired] = "The token has ended: it expired, was logged out, or the account's password or status changed.",
        [TemporarilyUnavailable] = "The server is not serving users just now; try again later.",
        [ResourceUnreachable] = "Another mail host of the installation cannot be reached; try again later.",
        [ProxyError] = "Another mail host of the installation answered with an error; try again later.",
        [Interrupted] = "The server was interrupted; try again.",
        [WrongHost] = "The account lives on another mail host; use that one as ServerUri.",
        [TooManyHops] = "Mountpoints or proxies form a loop.",
        [Unsupported] = "This server does not have the feature.",
        [LicenseError] = "The server's licence does not allow it.",
        [AuthFailed] = "The name or password is wrong, or the account is locked, closed, pending or locked out; the server does not tell which.",
        [ChangePassword] = "The password must be changed first, in the web client.",
        [ResetPassword] = "The token is only good for resetting the password.",
        [TwoFactorSetupRequired] = "The account must set up two-factor sign-in in the web client first.",
        [TwoFactorAuthFailed] = "The two-factor code is wrong.",
        [TwoFactorAuthRequired] = "The account needs a two-factor code; use preauth or an application passcode.",
        [MaintenanceMode] = "The account or its domain is in maintenance; try again later.",
        [AccountInactive] = "The account is not active.",
        [NoSuchAccount] = "Check the account's name and domain.",
        [NoSuchDomain] = "Check the domain's name; it must be the primary one, not an alias.",
        [NoSuchCos] = "Check the name of the class of service.",
        [NoSuchDistributionList] = "Check the group's address.",
        [NoShareExists] = "No share for this guest is published yet (it takes a moment after the grant), or all were revoked.",
        [AccountExists] = "An account, alias or list of this name exists already; look it up before deciding.",
        [InvalidPassword] = "The password does not satisfy the server's policy; the fault's arguments name the rules.",
        [PasswordLocked] = "The account's password may not be changed (zimbraPasswordLocked).",
        [PasswordChangeTooSoon] = "The password was changed too recently (zimbraPasswordMinAge).",
        [PasswordRecentlyUsed] = "Choose a password that was not used before (zimbraPasswordEnforceHistory).",
        [InvalidAttributeName] = "Check the attribute's name.",
        [InvalidAttributeValue] = "Check the attribute's value; booleans are exactly TRUE or FALSE.",
        [MultipleAccountsMatched] = "More than one account matches; use the account's id.",
        [TooManyAccounts] = "The domain's account limit is reached.",
        [TooManySearchResults] = "Narrow the search or page through it.",
        [NoSuchFolder] = "Check the folder's path or id; system folders have English names (/Calendar) whatever the web client shows.",
        [NoSuchItem] = "Check the item's or folder's id.",
        [NoSuchMessage] = "Check the message's id.",
        [NoSuchMountpoint] = "The mountpoint's folder is gone or no longer shared.",
        [NoSuchMailbox] = "The account has no mailbox yet.",
        [GrantExists] = "The very same grant stands already.",
        [CannotGrant] = "The right 'a' (administer) can only be given to internal users and groups, never to guests or the public.",
        [AlreadyExists] = "An item of that name exists already in this folder.",
        [InvalidName] = "A name has 1 to 255 characters, none of / : \" TAB CR LF, and is not . or ..",
        [ImmutableObject] = "System folders can be neither renamed, moved nor deleted.",
        [ModifyConflict] = "The item was changed meanwhile; read it again.",
        [QuotaExceeded] = "The mailbox is full.",
        [DomainQuotaExceeded] = "The domain's quota is used up.",
        [Maintenance] = "The mailbox is locked for a move or backup; try again later.",
        [TryAgain] = "The server's mail transport cannot be reached; no mail left, try again later.",
        [SendFailure] = "The server's mail transport failed; the mail was not sent.",
        [SendAbortedAddressFailure] = "The mail transport refused the recipient; the mail was not sent. Check the address.",
        [SendPartialAddressFailure] = "The mail transport refused some recipients; the others got the mail.",
        [MessageTooBig] = "The mail is larger than the transport allows; shorten the notes.",
        [QueryParseError] = "The search query does not parse; put values in double quotes.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What to do about a fault, as a sentence; null for codes that say nothing general.</summary>
    /// <param name="code">A fault code, e.g. <c>mail.GRANT_EXISTS</c>.</param>
    public static string? RemedyFor(string code) => Remedies.GetValueOrDefault(code);
}
