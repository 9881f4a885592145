using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The fault codes of Zimbra that may be met, and what to do about each. Codes are stable; texts are not. Their meaning, and whether
/// repeating helps, stand in <c>docs/faults.md</c>, to which each exception's <see cref="Exception.HelpLink"/> leads.
/// </summary>
public static class ZimbraFaultCodes
{
    /// <summary>
    /// <c>service.FAILURE</c>: The server met an unexpected error; look at its log for the trace id, and check the state before repeating.
    /// </summary>
    public const string Failure = "service.FAILURE";

    /// <summary><c>service.INVALID_REQUEST</c>: Correct the value that the server's text names.</summary>
    public const string InvalidRequest = "service.INVALID_REQUEST";

    /// <summary><c>service.UNKNOWN_DOCUMENT</c>: The address does not know this request: admin requests need the admin address (AdminUri,
    /// port 7071 by default), the others the user address (ServerUri).</summary>
    public const string UnknownDocument = "service.UNKNOWN_DOCUMENT";

    /// <summary>
    /// <c>service.PARSE_ERROR</c>: Something between here and the server cuts or alters requests; look at proxies and handlers on the way.
    /// </summary>
    public const string ParseError = "service.PARSE_ERROR";

    /// <summary>
    /// <c>service.PERM_DENIED</c>: The account in use has no right to do this, or a sharing policy of the server forbids it;
    /// CheckPolicyAsync says which.
    /// </summary>
    public const string PermissionDenied = "service.PERM_DENIED";

    /// <summary><c>service.AUTH_REQUIRED</c>: The server wants a valid token; sign in again.</summary>
    public const string AuthRequired = "service.AUTH_REQUIRED";

    /// <summary>
    /// <c>service.AUTH_EXPIRED</c>: The token is no longer valid: it expired, was logged out, or the account's password or status changed;
    /// sign in again.
    /// </summary>
    public const string AuthExpired = "service.AUTH_EXPIRED";

    /// <summary><c>service.TEMPORARILY_UNAVAILABLE</c>: The server is not serving users just now; try again later.</summary>
    public const string TemporarilyUnavailable = "service.TEMPORARILY_UNAVAILABLE";

    /// <summary>
    /// <c>service.RESOURCE_UNREACHABLE</c>: Another mail host of the installation cannot be reached; look at the state, and try again
    /// later.
    /// </summary>
    public const string ResourceUnreachable = "service.RESOURCE_UNREACHABLE";

    /// <summary>
    /// <c>service.PROXY_ERROR</c>: Another mail host of the installation answered with an error; look at the state, and try again later.
    /// </summary>
    public const string ProxyError = "service.PROXY_ERROR";

    /// <summary><c>service.INTERRUPTED</c>: The server was interrupted; look at the state, and try again.</summary>
    public const string Interrupted = "service.INTERRUPTED";

    /// <summary><c>service.WRONG_HOST</c>: The account lives on another mail host; use that one as ServerUri.</summary>
    public const string WrongHost = "service.WRONG_HOST";

    /// <summary><c>service.TOO_MANY_HOPS</c>: Mountpoints or proxies form a loop; delete the mountpoint that leads back.</summary>
    public const string TooManyHops = "service.TOO_MANY_HOPS";

    /// <summary><c>service.ALREADY_IN_PROGRESS</c>: The same work is under way; wait for its end.</summary>
    public const string AlreadyInProgress = "service.ALREADY_IN_PROGRESS";

    /// <summary><c>service.NOT_IN_PROGRESS</c>: Nothing of the kind is under way.</summary>
    public const string NotInProgress = "service.NOT_IN_PROGRESS";

    /// <summary><c>service.UNSUPPORTED</c>: This server does not have the feature.</summary>
    public const string Unsupported = "service.UNSUPPORTED";

    /// <summary><c>service.FORBIDDEN</c>: Ask the server's administrator why it is forbidden.</summary>
    public const string Forbidden = "service.FORBIDDEN";

    /// <summary><c>service.NOT_FOUND</c>: Check the name or id that was asked for.</summary>
    public const string NotFound = "service.NOT_FOUND";

    /// <summary><c>service.LICENSE_ERROR</c>: The server's licence does not allow it.</summary>
    public const string LicenseError = "service.LICENSE_ERROR";

    /// <summary>
    /// <c>account.AUTH_FAILED</c>: The name or password is wrong, or the account is locked, closed, pending or locked out; the server does
    /// not tell which.
    /// </summary>
    public const string AuthFailed = "account.AUTH_FAILED";

    /// <summary><c>account.CHANGE_PASSWORD</c>: The password must be changed first, in the web client.</summary>
    public const string ChangePassword = "account.CHANGE_PASSWORD";

    /// <summary><c>account.RESET_PASSWORD</c>: The token is only good for resetting the password.</summary>
    public const string ResetPassword = "account.RESET_PASSWORD";

    /// <summary><c>account.TWO_FACTOR_SETUP_REQUIRED</c>: The account must set up two-factor sign-in in the web client first.</summary>
    public const string TwoFactorSetupRequired = "account.TWO_FACTOR_SETUP_REQUIRED";

    /// <summary><c>account.TWO_FACTOR_AUTH_FAILED</c>: The two-factor code is wrong.</summary>
    public const string TwoFactorAuthFailed = "account.TWO_FACTOR_AUTH_FAILED";

    /// <summary>
    /// <c>account.TWO_FACTOR_AUTH_REQUIRED</c>: The account needs a two-factor code; use preauth or an application passcode.
    /// </summary>
    public const string TwoFactorAuthRequired = "account.TWO_FACTOR_AUTH_REQUIRED";

    /// <summary><c>account.INVALID_TRUSTED_DEVICE_TOKEN</c>: Sign in with a two-factor code, or by preauth.</summary>
    public const string InvalidTrustedDeviceToken = "account.INVALID_TRUSTED_DEVICE_TOKEN";

    /// <summary>
    /// <c>account.WEB_CLIENT_ACCESS_NOT_ALLOWED</c>: Ask the server's administrator to let the account use the web client's services.
    /// </summary>
    public const string WebClientAccessNotAllowed = "account.WEB_CLIENT_ACCESS_NOT_ALLOWED";

    /// <summary><c>account.MAINTENANCE_MODE</c>: The account or its domain is in maintenance; try again later.</summary>
    public const string MaintenanceMode = "account.MAINTENANCE_MODE";

    /// <summary><c>account.ACCOUNT_INACTIVE</c>: The account is not active; an administrator must set its status to active.</summary>
    public const string AccountInactive = "account.ACCOUNT_INACTIVE";

    /// <summary><c>account.NO_SUCH_ACCOUNT</c>: Check the account's name and domain.</summary>
    public const string NoSuchAccount = "account.NO_SUCH_ACCOUNT";

    /// <summary><c>account.NO_SUCH_CALENDAR_RESOURCE</c>: Check the resource's name and domain.</summary>
    public const string NoSuchCalendarResource = "account.NO_SUCH_CALENDAR_RESOURCE";

    /// <summary><c>account.NO_SUCH_ALIAS</c>: Check the alias.</summary>
    public const string NoSuchAlias = "account.NO_SUCH_ALIAS";

    /// <summary><c>account.NO_SUCH_DOMAIN</c>: Check the domain's name; it must be the primary one, not an alias.</summary>
    public const string NoSuchDomain = "account.NO_SUCH_DOMAIN";

    /// <summary><c>account.NO_SUCH_COS</c>: Check the name of the class of service.</summary>
    public const string NoSuchCos = "account.NO_SUCH_COS";

    /// <summary><c>account.NO_SUCH_DISTRIBUTION_LIST</c>: Check the group's address.</summary>
    public const string NoSuchDistributionList = "account.NO_SUCH_DISTRIBUTION_LIST";

    /// <summary><c>account.NO_SUCH_MEMBER</c>: Check the member's address.</summary>
    public const string NoSuchMember = "account.NO_SUCH_MEMBER";

    /// <summary><c>account.NO_SUCH_SERVER</c>: Check the mail host's name, as the server's own administration shows it.</summary>
    public const string NoSuchServer = "account.NO_SUCH_SERVER";

    /// <summary><c>account.NO_SUCH_GRANT</c>: The right to be taken away is not there.</summary>
    public const string NoSuchGrant = "account.NO_SUCH_GRANT";

    /// <summary><c>account.NO_SUCH_RIGHT</c>: Check the name of the right.</summary>
    public const string NoSuchRight = "account.NO_SUCH_RIGHT";

    /// <summary>
    /// <c>account.NO_SHARE_EXISTS</c>: No share for this guest is published yet (it takes a moment after the grant), or all were revoked.
    /// </summary>
    public const string NoShareExists = "account.NO_SHARE_EXISTS";

    /// <summary><c>account.ACCOUNT_EXISTS</c>: An account, alias or list of this name exists already; look it up before deciding.</summary>
    public const string AccountExists = "account.ACCOUNT_EXISTS";

    /// <summary><c>account.ALIAS_EXISTS</c>: An alias of this name exists already; choose another name.</summary>
    public const string AliasExists = "account.ALIAS_EXISTS";

    /// <summary><c>account.DISTRIBUTION_LIST_EXISTS</c>: A group of this name exists already; choose another name.</summary>
    public const string DistributionListExists = "account.DISTRIBUTION_LIST_EXISTS";

    /// <summary><c>account.COS_EXISTS</c>: A class of service of this name exists already; choose another name.</summary>
    public const string CosExists = "account.COS_EXISTS";

    /// <summary><c>account.DOMAIN_EXISTS</c>: A domain of this name exists already; choose another name.</summary>
    public const string DomainExists = "account.DOMAIN_EXISTS";

    /// <summary><c>account.DOMAIN_NOT_EMPTY</c>: Delete the domain's accounts and groups first.</summary>
    public const string DomainNotEmpty = "account.DOMAIN_NOT_EMPTY";

    /// <summary>
    /// <c>account.INVALID_PASSWORD</c>: The password does not satisfy the server's policy; the fault's arguments name the rules.
    /// </summary>
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

    /// <summary><c>ldap.INVALID_ATTR_NAME</c>: Check the attribute's name.</summary>
    public const string LdapInvalidAttributeName = "ldap.INVALID_ATTR_NAME";

    /// <summary><c>ldap.INVALID_ATTR_VALUE</c>: Check the attribute's value; booleans are exactly TRUE or FALSE.</summary>
    public const string LdapInvalidAttributeValue = "ldap.INVALID_ATTR_VALUE";

    /// <summary>
    /// <c>ldap.INVALID_SEARCH_FILTER</c>: Correct the filter's parentheses, or build it with LdapFilter instead of LdapFilter.Raw.
    /// </summary>
    public const string LdapInvalidSearchFilter = "ldap.INVALID_SEARCH_FILTER";

    /// <summary>
    /// <c>mail.NO_SUCH_FOLDER</c>: Check the folder's path or id; system folders have English names (/Calendar) whatever the web client
    /// shows.
    /// </summary>
    public const string NoSuchFolder = "mail.NO_SUCH_FOLDER";

    /// <summary><c>mail.NO_SUCH_ITEM</c>: Check the item's or folder's id.</summary>
    public const string NoSuchItem = "mail.NO_SUCH_ITEM";

    /// <summary><c>mail.NO_SUCH_MSG</c>: Check the message's id.</summary>
    public const string NoSuchMessage = "mail.NO_SUCH_MSG";

    /// <summary><c>mail.NO_SUCH_CONTACT</c>: Check the contact's id.</summary>
    public const string NoSuchContact = "mail.NO_SUCH_CONTACT";

    /// <summary><c>mail.NO_SUCH_CALITEM</c>: Check the appointment's id.</summary>
    public const string NoSuchCalendarItem = "mail.NO_SUCH_CALITEM";

    /// <summary><c>mail.NO_SUCH_MOUNTPOINT</c>: The mountpoint's folder is gone or no longer shared.</summary>
    public const string NoSuchMountpoint = "mail.NO_SUCH_MOUNTPOINT";

    /// <summary><c>mail.NO_SUCH_MBOX</c>: The account has no mailbox yet.</summary>
    public const string NoSuchMailbox = "mail.NO_SUCH_MBOX";

    /// <summary><c>mail.NO_SUCH_GRANTEE</c>: Check the grantee's address.</summary>
    public const string NoSuchGrantee = "mail.NO_SUCH_GRANTEE";

    /// <summary><c>mail.GRANT_EXISTS</c>: The very same grant exists already.</summary>
    public const string GrantExists = "mail.GRANT_EXISTS";

    /// <summary>
    /// <c>mail.CANNOT_GRANT</c>: The right 'a' (administer) can only be given to internal users and groups, never to guests or the public.
    /// </summary>
    public const string CannotGrant = "mail.CANNOT_GRANT";

    /// <summary><c>mail.ALREADY_EXISTS</c>: An item of that name exists already in this folder; look it up before deciding.</summary>
    public const string AlreadyExists = "mail.ALREADY_EXISTS";

    /// <summary><c>mail.INVALID_NAME</c>: A name has 1 to 255 characters, none of / : " TAB CR LF, and is not . or ..</summary>
    public const string InvalidName = "mail.INVALID_NAME";

    /// <summary><c>mail.INVALID_TYPE</c>: Check the kinds of items that are searched for.</summary>
    public const string InvalidType = "mail.INVALID_TYPE";

    /// <summary><c>mail.IMMUTABLE_OBJECT</c>: System folders can be neither renamed, moved nor deleted.</summary>
    public const string ImmutableObject = "mail.IMMUTABLE_OBJECT";

    /// <summary><c>mail.CANNOT_COPY</c>: Choose a place in the same mailbox.</summary>
    public const string CannotCopy = "mail.CANNOT_COPY";

    /// <summary><c>mail.CANNOT_CONTAIN</c>: Choose a folder of the right kind.</summary>
    public const string CannotContain = "mail.CANNOT_CONTAIN";

    /// <summary><c>mail.CANNOT_LOCK</c>: Do not lock it.</summary>
    public const string CannotLock = "mail.CANNOT_LOCK";

    /// <summary><c>mail.CANNOT_PARENT</c>: Choose another parent folder.</summary>
    public const string CannotParent = "mail.CANNOT_PARENT";

    /// <summary><c>mail.CANNOT_SUBSCRIBE</c>: Make a new folder for the subscription.</summary>
    public const string CannotSubscribe = "mail.CANNOT_SUBSCRIBE";

    /// <summary><c>mail.MODIFY_CONFLICT</c>: The item was changed meanwhile; read it again.</summary>
    public const string ModifyConflict = "mail.MODIFY_CONFLICT";

    /// <summary><c>mail.MUST_BE_ORGANIZER</c>: Have the organizer do it, or answer the invitation.</summary>
    public const string MustBeOrganizer = "mail.MUST_BE_ORGANIZER";

    /// <summary><c>mail.INVITE_OUT_OF_DATE</c>: The appointment was changed meanwhile; read it again.</summary>
    public const string InviteOutOfDate = "mail.INVITE_OUT_OF_DATE";

    /// <summary><c>mail.MUST_RESYNC</c>: Synchronise from the start, without a token.</summary>
    public const string MustResync = "mail.MUST_RESYNC";

    /// <summary><c>mail.QUOTA_EXCEEDED</c>: The mailbox is full; make room in it.</summary>
    public const string QuotaExceeded = "mail.QUOTA_EXCEEDED";

    /// <summary><c>mail.DOMAIN_QUOTA_EXCEEDED</c>: The domain's quota is used up.</summary>
    public const string DomainQuotaExceeded = "mail.DOMAIN_QUOTA_EXCEEDED";

    /// <summary><c>mail.MAINTENANCE</c>: The mailbox is locked for a move or backup; try again later.</summary>
    public const string Maintenance = "mail.MAINTENANCE";

    /// <summary><c>mail.TRY_AGAIN</c>: The server's mail transport cannot be reached; no mail left, try again later.</summary>
    public const string TryAgain = "mail.TRY_AGAIN";

    /// <summary><c>mail.SEND_FAILURE</c>: The server's mail transport failed; the mail was not sent.</summary>
    public const string SendFailure = "mail.SEND_FAILURE";

    /// <summary>
    /// <c>mail.SEND_ABORTED_ADDRESS_FAILURE</c>: The mail transport refused the recipient; the mail was not sent. Check the address.
    /// </summary>
    public const string SendAbortedAddressFailure = "mail.SEND_ABORTED_ADDRESS_FAILURE";

    /// <summary><c>mail.SEND_PARTIAL_ADDRESS_FAILURE</c>: The mail transport refused some recipients; the others got the mail.</summary>
    public const string SendPartialAddressFailure = "mail.SEND_PARTIAL_ADDRESS_FAILURE";

    /// <summary><c>mail.MESSAGE_TOO_BIG</c>: The mail is larger than the transport allows; shorten the notes.</summary>
    public const string MessageTooBig = "mail.MESSAGE_TOO_BIG";

    /// <summary><c>mail.QUERY_PARSE_ERROR</c>: The search query does not parse; put values in double quotes.</summary>
    public const string QueryParseError = "mail.QUERY_PARSE_ERROR";

    /// <summary>What to do about a fault, as a sentence for people; null for a code that is not among these.</summary>
    /// <param name="code">A fault code, e.g. <c>mail.GRANT_EXISTS</c>.</param>
    public static LocalizedText? RemedyFor(string code) => FaultCatalogue.RemedyFor(code);
}
