using static Zourit.Zimbra.Sharing.ZimbraFaultCodes;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// What each fault code means for repeating (protocol.md §5.5, §10.1), and its remedy. The page <c>docs/faults.md</c> tells the same; a
/// test compares.
/// </summary>
internal static class FaultCatalogue
{
    public static bool Knows(string code) => AdviceFor(code) is not null;

    public static string? RemedyFor(string code) => AdviceFor(code)?.Remedy;

    /// <summary>Of a code that is not known nothing is, so look.</summary>
    public static FaultRepeat RepeatOf(string code) => AdviceFor(code)?.Repeat ?? FaultRepeat.LookFirst;

    /// <summary>Whether a request that was answered so may have been done, wholly or in part.</summary>
    public static bool LeavesOpen(string code) => RepeatOf(code) is FaultRepeat.LookFirst or FaultRepeat.LookThenLater;

    /// <summary>Whether it may be done even after the answer: another mail host has it, or its end was not waited for.</summary>
    public static bool MayStillRun(string code) => RepeatOf(code) is FaultRepeat.LookThenLater;

    /// <summary>Whether the cause passes by itself, however long that takes.</summary>
    public static bool IsTransient(string code) => MayPassSoon(code) || RepeatOf(code) is FaultRepeat.LaterByCaller;

    /// <summary>Whether the cause may pass while a request is repeated a few times.</summary>
    public static bool MayPassSoon(string code) => RepeatOf(code) is FaultRepeat.Later or FaultRepeat.LookThenLater;

    private static FaultAdvice? AdviceFor(string code) =>
        code switch
        {
            Failure => new(
                FaultRepeat.LookFirst,
                "The server met an unexpected error; look at its log for the trace id, and check the state " + "before repeating."
            ),
            InvalidRequest => new(FaultRepeat.No, "Correct the value that the server's text names."),
            UnknownDocument => new(
                FaultRepeat.No,
                "The address does not know this request: admin requests need the admin address (AdminUri, "
                    + "port 7071 by default), the others the user address (ServerUri)."
            ),
            ParseError => new(
                FaultRepeat.No,
                "Something between here and the server cuts or alters requests; look at proxies and handlers on " + "the way."
            ),
            PermissionDenied => new(
                FaultRepeat.No,
                "The account in use has no right to do this, or a sharing policy of the server forbids "
                    + "it; CheckPolicyAsync tells which."
            ),
            AuthRequired => new(FaultRepeat.SignIn, "The server wants a valid token; sign in again."),
            AuthExpired => new(
                FaultRepeat.SignIn,
                "The token has ended: it expired, was logged out, or the account's password or status " + "changed; sign in again."
            ),
            TemporarilyUnavailable => new(FaultRepeat.Later, "The server is not serving users just now; try again later."),
            ResourceUnreachable => new(
                FaultRepeat.LookThenLater,
                "Another mail host of the installation cannot be reached; look at the " + "state, and try again later."
            ),
            ProxyError => new(
                FaultRepeat.LookThenLater,
                "Another mail host of the installation answered with an error; look at the state, " + "and try again later."
            ),
            Interrupted => new(FaultRepeat.LookThenLater, "The server was interrupted; look at the state, and try again."),
            WrongHost => new(FaultRepeat.No, "The account lives on another mail host; use that one as ServerUri."),
            TooManyHops => new(FaultRepeat.No, "Mountpoints or proxies form a loop; delete the mountpoint that leads back."),
            AlreadyInProgress => new(FaultRepeat.LaterByCaller, "The same work is under way; wait for its end."),
            NotInProgress => new(FaultRepeat.Done, "Nothing of the kind is under way."),
            Unsupported => new(FaultRepeat.No, "This server does not have the feature."),
            Forbidden => new(FaultRepeat.No, "Ask the server's administrator why it is forbidden."),
            NotFound => new(FaultRepeat.No, "Check the name or id that was asked for."),
            LicenseError => new(FaultRepeat.No, "The server's licence does not allow it."),
            AuthFailed => new(
                FaultRepeat.Never,
                "The name or password is wrong, or the account is locked, closed, pending or locked out; the "
                    + "server does not tell which."
            ),
            ChangePassword => new(FaultRepeat.No, "The password must be changed first, in the web client."),
            ResetPassword => new(FaultRepeat.No, "The token is only good for resetting the password."),
            TwoFactorSetupRequired => new(FaultRepeat.No, "The account must set up two-factor sign-in in the web client first."),
            TwoFactorAuthFailed => new(FaultRepeat.Never, "The two-factor code is wrong."),
            TwoFactorAuthRequired => new(FaultRepeat.No, "The account needs a two-factor code; use preauth or an application passcode."),
            InvalidTrustedDeviceToken => new(FaultRepeat.No, "Sign in with a two-factor code, or by preauth."),
            WebClientAccessNotAllowed => new(
                FaultRepeat.No,
                "Ask the server's administrator to let the account use the web client's " + "services."
            ),
            MaintenanceMode => new(FaultRepeat.LaterByCaller, "The account or its domain is in maintenance; try again later."),
            AccountInactive => new(FaultRepeat.No, "The account is not active; an administrator must set its status to active."),
            NoSuchAccount => new(FaultRepeat.No, "Check the account's name and domain."),
            NoSuchAlias => new(FaultRepeat.No, "Check the alias."),
            NoSuchDomain => new(FaultRepeat.No, "Check the domain's name; it must be the primary one, not an alias."),
            NoSuchCos => new(FaultRepeat.No, "Check the name of the class of service."),
            NoSuchDistributionList => new(FaultRepeat.No, "Check the group's address."),
            NoSuchMember => new(FaultRepeat.No, "Check the member's address."),
            NoSuchServer => new(FaultRepeat.No, "Check the mail host's name, as the server's own administration shows it."),
            NoSuchGrant => new(FaultRepeat.Done, "The right to be taken away is not there."),
            NoSuchRight => new(FaultRepeat.No, "Check the name of the right."),
            NoShareExists => new(
                FaultRepeat.LaterByCaller,
                "No share for this guest is published yet (it takes a moment after the grant), or " + "all were revoked."
            ),
            AccountExists => new(FaultRepeat.No, "An account, alias or list of this name exists already; look it up before deciding."),
            AliasExists => new(FaultRepeat.No, "An alias of this name exists already; choose another name."),
            DistributionListExists => new(FaultRepeat.No, "A group of this name exists already; choose another name."),
            CosExists => new(FaultRepeat.No, "A class of service of this name exists already; choose another name."),
            DomainExists => new(FaultRepeat.No, "A domain of this name exists already; choose another name."),
            DomainNotEmpty => new(FaultRepeat.No, "Delete the domain's accounts and groups first."),
            InvalidPassword => new(
                FaultRepeat.No,
                "The password does not satisfy the server's policy; the fault's arguments name the rules."
            ),
            PasswordLocked => new(FaultRepeat.No, "The account's password may not be changed (zimbraPasswordLocked)."),
            PasswordChangeTooSoon => new(FaultRepeat.No, "The password was changed too recently (zimbraPasswordMinAge)."),
            PasswordRecentlyUsed => new(FaultRepeat.No, "Choose a password that was not used before (zimbraPasswordEnforceHistory)."),
            InvalidAttributeName => new(FaultRepeat.No, "Check the attribute's name."),
            InvalidAttributeValue => new(FaultRepeat.No, "Check the attribute's value; booleans are exactly TRUE or FALSE."),
            MultipleAccountsMatched => new(FaultRepeat.No, "More than one account matches; use the account's id."),
            TooManyAccounts => new(FaultRepeat.No, "The domain's account limit is reached."),
            TooManySearchResults => new(FaultRepeat.No, "Narrow the search or page through it."),
            LdapInvalidAttributeName => new(FaultRepeat.No, "Check the attribute's name."),
            LdapInvalidAttributeValue => new(FaultRepeat.No, "Check the attribute's value; booleans are exactly TRUE or FALSE."),
            LdapInvalidSearchFilter => new(
                FaultRepeat.No,
                "Correct the filter's parentheses, or build it with LdapFilter instead of " + "LdapFilter.Raw."
            ),
            NoSuchFolder => new(
                FaultRepeat.No,
                "Check the folder's path or id; system folders have English names (/Calendar) whatever the " + "web client shows."
            ),
            NoSuchItem => new(FaultRepeat.No, "Check the item's or folder's id."),
            NoSuchMessage => new(FaultRepeat.No, "Check the message's id."),
            NoSuchContact => new(FaultRepeat.No, "Check the contact's id."),
            NoSuchCalendarItem => new(FaultRepeat.No, "Check the appointment's id."),
            NoSuchMountpoint => new(FaultRepeat.No, "The mountpoint's folder is gone or no longer shared."),
            NoSuchMailbox => new(FaultRepeat.No, "The account has no mailbox yet."),
            NoSuchGrantee => new(FaultRepeat.No, "Check the grantee's address."),
            GrantExists => new(FaultRepeat.Done, "The very same grant stands already."),
            CannotGrant => new(
                FaultRepeat.No,
                "The right 'a' (administer) can only be given to internal users and groups, never to guests or " + "the public."
            ),
            AlreadyExists => new(FaultRepeat.No, "An item of that name exists already in this folder; look it up before deciding."),
            InvalidName => new(FaultRepeat.No, "A name has 1 to 255 characters, none of / : \" TAB CR LF, and is not . or .."),
            InvalidType => new(FaultRepeat.No, "Check the kinds of items that are searched for."),
            ImmutableObject => new(FaultRepeat.No, "System folders can be neither renamed, moved nor deleted."),
            CannotContain => new(FaultRepeat.No, "Choose a folder of the right kind."),
            CannotParent => new(FaultRepeat.No, "Choose another parent folder."),
            CannotSubscribe => new(FaultRepeat.No, "Make a new folder for the subscription."),
            ModifyConflict => new(FaultRepeat.No, "The item was changed meanwhile; read it again."),
            InviteOutOfDate => new(FaultRepeat.No, "The appointment was changed meanwhile; read it again."),
            MustResync => new(FaultRepeat.No, "Synchronise from the start, without a token."),
            QuotaExceeded => new(FaultRepeat.LookFirst, "The mailbox is full; make room in it."),
            DomainQuotaExceeded => new(FaultRepeat.LookFirst, "The domain's quota is used up."),
            Maintenance => new(FaultRepeat.Later, "The mailbox is locked for a move or backup; try again later."),
            TryAgain => new(FaultRepeat.Later, "The server's mail transport cannot be reached; no mail left, try again later."),
            SendFailure => new(FaultRepeat.No, "The server's mail transport failed; the mail was not sent."),
            SendAbortedAddressFailure => new(
                FaultRepeat.No,
                "The mail transport refused the recipient; the mail was not sent. Check the " + "address."
            ),
            SendPartialAddressFailure => new(FaultRepeat.LookFirst, "The mail transport refused some recipients; the others got the mail."),
            MessageTooBig => new(FaultRepeat.LookFirst, "The mail is larger than the transport allows; shorten the notes."),
            QueryParseError => new(FaultRepeat.No, "The search query does not parse; put values in double quotes."),
            _ => null,
        };

    private sealed record FaultAdvice(FaultRepeat Repeat, string Remedy);
}
