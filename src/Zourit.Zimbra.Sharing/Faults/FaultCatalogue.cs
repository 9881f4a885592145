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
    public static FaultDisposition RepeatOf(string code) => AdviceFor(code)?.Repeat ?? FaultDisposition.LookFirst;

    /// <summary>Whether a request that was answered so may have been done, wholly or in part.</summary>
    public static bool LeavesOpen(string code) => RepeatOf(code) is FaultDisposition.LookFirst or FaultDisposition.LookThenLater;

    /// <summary>Whether it may be done even after the answer: another mail host has it, or its end was not waited for.</summary>
    public static bool MayStillRun(string code) => RepeatOf(code) is FaultDisposition.LookThenLater;

    /// <summary>Whether the cause passes by itself, however long that takes.</summary>
    public static bool IsTransient(string code) => MayPassSoon(code) || RepeatOf(code) is FaultDisposition.LaterByCaller;

    /// <summary>Whether the cause may pass while a request is repeated a few times.</summary>
    public static bool MayPassSoon(string code) => RepeatOf(code) is FaultDisposition.Later or FaultDisposition.LookThenLater;

    private static FaultAdvice? AdviceFor(string code) =>
        code switch
        {
            Failure => new(
                FaultDisposition.LookFirst,
                "The server met an unexpected error; look at its log for the trace id, and check the state " + "before repeating."
            ),
            InvalidRequest => new(FaultDisposition.No, "Correct the value that the server's text names."),
            UnknownDocument => new(
                FaultDisposition.No,
                "The address does not know this request: admin requests need the admin address (AdminUri, "
                    + "port 7071 by default), the others the user address (ServerUri)."
            ),
            ParseError => new(
                FaultDisposition.No,
                "Something between here and the server cuts or alters requests; look at proxies and handlers on " + "the way."
            ),
            PermissionDenied => new(
                FaultDisposition.No,
                "The account in use has no right to do this, or a sharing policy of the server forbids "
                    + "it; CheckPolicyAsync tells which."
            ),
            AuthRequired => new(FaultDisposition.SignIn, "The server wants a valid token; sign in again."),
            AuthExpired => new(
                FaultDisposition.SignIn,
                "The token has ended: it expired, was logged out, or the account's password or status " + "changed; sign in again."
            ),
            TemporarilyUnavailable => new(FaultDisposition.Later, "The server is not serving users just now; try again later."),
            ResourceUnreachable => new(
                FaultDisposition.LookThenLater,
                "Another mail host of the installation cannot be reached; look at the " + "state, and try again later."
            ),
            ProxyError => new(
                FaultDisposition.LookThenLater,
                "Another mail host of the installation answered with an error; look at the state, " + "and try again later."
            ),
            Interrupted => new(FaultDisposition.LookThenLater, "The server was interrupted; look at the state, and try again."),
            WrongHost => new(FaultDisposition.No, "The account lives on another mail host; use that one as ServerUri."),
            TooManyHops => new(FaultDisposition.No, "Mountpoints or proxies form a loop; delete the mountpoint that leads back."),
            AlreadyInProgress => new(FaultDisposition.LaterByCaller, "The same work is under way; wait for its end."),
            NotInProgress => new(FaultDisposition.Done, "Nothing of the kind is under way."),
            Unsupported => new(FaultDisposition.No, "This server does not have the feature."),
            Forbidden => new(FaultDisposition.No, "Ask the server's administrator why it is forbidden."),
            NotFound => new(FaultDisposition.No, "Check the name or id that was asked for."),
            LicenseError => new(FaultDisposition.No, "The server's licence does not allow it."),
            AuthFailed => new(
                FaultDisposition.Never,
                "The name or password is wrong, or the account is locked, closed, pending or locked out; the "
                    + "server does not tell which."
            ),
            ChangePassword => new(FaultDisposition.No, "The password must be changed first, in the web client."),
            ResetPassword => new(FaultDisposition.No, "The token is only good for resetting the password."),
            TwoFactorSetupRequired => new(FaultDisposition.No, "The account must set up two-factor sign-in in the web client first."),
            TwoFactorAuthFailed => new(FaultDisposition.Never, "The two-factor code is wrong."),
            TwoFactorAuthRequired => new(
                FaultDisposition.No,
                "The account needs a two-factor code; use preauth or an application passcode."
            ),
            InvalidTrustedDeviceToken => new(FaultDisposition.No, "Sign in with a two-factor code, or by preauth."),
            WebClientAccessNotAllowed => new(
                FaultDisposition.No,
                "Ask the server's administrator to let the account use the web client's " + "services."
            ),
            MaintenanceMode => new(FaultDisposition.LaterByCaller, "The account or its domain is in maintenance; try again later."),
            AccountInactive => new(FaultDisposition.No, "The account is not active; an administrator must set its status to active."),
            NoSuchAccount => new(FaultDisposition.No, "Check the account's name and domain."),
            NoSuchAlias => new(FaultDisposition.No, "Check the alias."),
            NoSuchDomain => new(FaultDisposition.No, "Check the domain's name; it must be the primary one, not an alias."),
            NoSuchCos => new(FaultDisposition.No, "Check the name of the class of service."),
            NoSuchDistributionList => new(FaultDisposition.No, "Check the group's address."),
            NoSuchMember => new(FaultDisposition.No, "Check the member's address."),
            NoSuchServer => new(FaultDisposition.No, "Check the mail host's name, as the server's own administration shows it."),
            NoSuchGrant => new(FaultDisposition.Done, "The right to be taken away is not there."),
            NoSuchRight => new(FaultDisposition.No, "Check the name of the right."),
            NoShareExists => new(
                FaultDisposition.LaterByCaller,
                "No share for this guest is published yet (it takes a moment after the grant), or " + "all were revoked."
            ),
            AccountExists => new(FaultDisposition.No, "An account, alias or list of this name exists already; look it up before deciding."),
            AliasExists => new(FaultDisposition.No, "An alias of this name exists already; choose another name."),
            DistributionListExists => new(FaultDisposition.No, "A group of this name exists already; choose another name."),
            CosExists => new(FaultDisposition.No, "A class of service of this name exists already; choose another name."),
            DomainExists => new(FaultDisposition.No, "A domain of this name exists already; choose another name."),
            DomainNotEmpty => new(FaultDisposition.No, "Delete the domain's accounts and groups first."),
            InvalidPassword => new(
                FaultDisposition.No,
                "The password does not satisfy the server's policy; the fault's arguments name the rules."
            ),
            PasswordLocked => new(FaultDisposition.No, "The account's password may not be changed (zimbraPasswordLocked)."),
            PasswordChangeTooSoon => new(FaultDisposition.No, "The password was changed too recently (zimbraPasswordMinAge)."),
            PasswordRecentlyUsed => new(FaultDisposition.No, "Choose a password that was not used before (zimbraPasswordEnforceHistory)."),
            InvalidAttributeName => new(FaultDisposition.No, "Check the attribute's name."),
            InvalidAttributeValue => new(FaultDisposition.No, "Check the attribute's value; booleans are exactly TRUE or FALSE."),
            MultipleAccountsMatched => new(FaultDisposition.No, "More than one account matches; use the account's id."),
            TooManyAccounts => new(FaultDisposition.No, "The domain's account limit is reached."),
            TooManySearchResults => new(FaultDisposition.No, "Narrow the search or page through it."),
            LdapInvalidAttributeName => new(FaultDisposition.No, "Check the attribute's name."),
            LdapInvalidAttributeValue => new(FaultDisposition.No, "Check the attribute's value; booleans are exactly TRUE or FALSE."),
            LdapInvalidSearchFilter => new(
                FaultDisposition.No,
                "Correct the filter's parentheses, or build it with LdapFilter instead of " + "LdapFilter.Raw."
            ),
            NoSuchFolder => new(
                FaultDisposition.No,
                "Check the folder's path or id; system folders have English names (/Calendar) whatever the " + "web client shows."
            ),
            NoSuchItem => new(FaultDisposition.No, "Check the item's or folder's id."),
            NoSuchMessage => new(FaultDisposition.No, "Check the message's id."),
            NoSuchContact => new(FaultDisposition.No, "Check the contact's id."),
            NoSuchCalendarItem => new(FaultDisposition.No, "Check the appointment's id."),
            NoSuchMountpoint => new(FaultDisposition.No, "The mountpoint's folder is gone or no longer shared."),
            NoSuchMailbox => new(FaultDisposition.No, "The account has no mailbox yet."),
            NoSuchGrantee => new(FaultDisposition.No, "Check the grantee's address."),
            GrantExists => new(FaultDisposition.Done, "The very same grant stands already."),
            CannotGrant => new(
                FaultDisposition.No,
                "The right 'a' (administer) can only be given to internal users and groups, never to guests or " + "the public."
            ),
            AlreadyExists => new(FaultDisposition.No, "An item of that name exists already in this folder; look it up before deciding."),
            InvalidName => new(FaultDisposition.No, "A name has 1 to 255 characters, none of / : \" TAB CR LF, and is not . or .."),
            InvalidType => new(FaultDisposition.No, "Check the kinds of items that are searched for."),
            ImmutableObject => new(FaultDisposition.No, "System folders can be neither renamed, moved nor deleted."),
            CannotContain => new(FaultDisposition.No, "Choose a folder of the right kind."),
            CannotParent => new(FaultDisposition.No, "Choose another parent folder."),
            CannotSubscribe => new(FaultDisposition.No, "Make a new folder for the subscription."),
            ModifyConflict => new(FaultDisposition.No, "The item was changed meanwhile; read it again."),
            InviteOutOfDate => new(FaultDisposition.No, "The appointment was changed meanwhile; read it again."),
            MustResync => new(FaultDisposition.No, "Synchronise from the start, without a token."),
            QuotaExceeded => new(FaultDisposition.LookFirst, "The mailbox is full; make room in it."),
            DomainQuotaExceeded => new(FaultDisposition.LookFirst, "The domain's quota is used up."),
            Maintenance => new(FaultDisposition.Later, "The mailbox is locked for a move or backup; try again later."),
            TryAgain => new(FaultDisposition.Later, "The server's mail transport cannot be reached; no mail left, try again later."),
            SendFailure => new(FaultDisposition.No, "The server's mail transport failed; the mail was not sent."),
            SendAbortedAddressFailure => new(
                FaultDisposition.No,
                "The mail transport refused the recipient; the mail was not sent. Check the " + "address."
            ),
            SendPartialAddressFailure => new(
                FaultDisposition.LookFirst,
                "The mail transport refused some recipients; the others got the mail."
            ),
            MessageTooBig => new(FaultDisposition.LookFirst, "The mail is larger than the transport allows; shorten the notes."),
            QueryParseError => new(FaultDisposition.No, "The search query does not parse; put values in double quotes."),
            _ => null,
        };

    private sealed record FaultAdvice(FaultDisposition Repeat, string Remedy);
}
