using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>Finds out why a guest does not get in: first what costs nothing, last and only if needed the password.</summary>
internal sealed class DiagnosisRun(RequestDispatcher dispatcher, DiagnosedFeed feed, string guestText, Secret? password)
{
    private static readonly FeedFindingCode[] OwnersQuestions =
    [
        NoSuchCalendar,
        NotACalendar,
        OwnerNotActive,
        NotGranted,
        GrantExpired,
        GrantWithoutRead,
        ExternalSharingOff,
    ];

    private static readonly FeedFindingCode[] AdministratorsQuestions =
    [
        NoGuestAccount,
        GuestAccountClosed,
        GuestAccountLocked,
        GuestLockedOut,
        GuestWithoutPassword,
        GuestMustChangePassword,
        IdentifierTaken,
        IdentifierCollision,
        InternalAccount,
        GuestDomainNotAllowed,
    ];

    private readonly Findings _findings = new(isAdmin: dispatcher.Admin is not null);
    private readonly Connection _connection = dispatcher.Connection;
    private IcsAddress? _announced;

    /// <summary>What the owner's mailbox showed; null before it was asked, and where it could not be.</summary>
    public OwnerEvidence? Mailbox { get; private set; }

    /// <summary>What the directory showed; null where no administrator asks.</summary>
    public AccountEvidence? Accounts { get; private set; }

    /// <summary>The grant that should let the guest in; null without one.</summary>
    public FolderGrant? Grant { get; private set; }

    public async Task<FeedDiagnosis> RunAsync(CancellationToken cancellationToken)
    {
        OwnerEvidence? mailbox = Mailbox = await GatherAsync(cancellationToken).ConfigureAwait(false);
        IcsAddress address = Address(mailbox);
        ProbeResult probe = await Probe.RunAsync(_connection, address, _findings, cancellationToken).ConfigureAwait(false);
        if (_findings.Has(NoSuchOwner))
        {
            // Domain, calendar, shares and the guest's name all depend on who the owner is.
            return Concluded(probe is ProbeResult.Public ? FeedAccess.Open : FeedAccess.Closed, address, userName: null, tried: false);
        }

        bool isPublic = probe is ProbeResult.Public or ProbeResult.PublicEmpty;
        string ownerName = mailbox?.Info.Name ?? feed.Owner;
        GuestLoginInput guest = GuestLoginInput.Read(guestText, AccountName.DomainOf(ownerName).ToLowerInvariant(), mailbox?.Guests ?? []);
        AccountEvidence? accounts = Accounts = await AccountEvidence
            .GatherAsync(dispatcher, ownerName, guest, address.Uri, cancellationToken)
            .ConfigureAwait(false);
        FolderGrant? grant = Grant = mailbox is null ? null : OwnerFindings.Check(mailbox, guest, accounts, isPublic, _findings);
        if (accounts is not null)
        {
            AccountFindings.Check(accounts, ownerName, guest, grant, _findings);
        }

        string? userName = UserName(guest, grant, accounts);
        bool isOnlyGuest = mailbox is not null && !isPublic && OwnerFindings.MayInclude(mailbox.Acl, accounts).Count == 0;
        new LoginNameCheck(guest, AccountName.DomainOf(ownerName), accounts, isOnlyGuest, _findings).Run(grant, userName);
        bool tried = await TryPasswordAsync(
                address,
                userName,
                grant,
                mailbox is not null && accounts is { IsComplete: true },
                probe,
                cancellationToken
            )
            .ConfigureAwait(false);
        return Concluded(Judge(mailbox, accounts, probe), address, userName, tried);
    }

    private async Task<OwnerEvidence?> GatherAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await OwnerEvidence.GatherAsync(dispatcher, feed.Owner, feed.Calendar, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount && dispatcher.Admin is not null)
        {
            _findings.Certain(NoSuchOwner, feed.Owner);
        }
        catch (ZimbraFaultException e)
            when (e.Code is ZimbraFaultCodes.PermissionDenied or ZimbraFaultCodes.AccountInactive or ZimbraFaultCodes.AuthExpired)
        {
            // No delegated token of an account that is not active; the directory shows what its status is.
            return null;
        }
        catch (ZimbraAuthenticationException e)
            when (dispatcher.Admin is not null && e.Failure is AuthenticationFailure.TokenRejected or AuthenticationFailure.Maintenance)
        {
            // In maintenance the delegated token is issued and refused at once (docs/protocol.md, F). Were it the administrator's own that
            // is refused, the directory would refuse it too.
            return null;
        }
        catch (Exception e) when (e is ZimbraConnectionException or ZimbraProtocolException)
        {
            Probe.Explain((ZimbraException)e, _connection.Server, _findings);
        }

        return null;
    }

    // What the server itself announces; it may be http by mere default, and a guest's password must not go there.
    private IcsAddress Address(OwnerEvidence? mailbox)
    {
        IcsAddress assumed = feed.Given
            ?? IcsAddress.FromRestRoot($"{_connection.Server.GetLeftPart(UriPartial.Authority)}/home/{feed.Owner}", feed.Calendar);
        if (IcsAddress.TryFromRestRoot(mailbox?.Info.RestRoot, feed.Calendar) is not { } announced)
        {
            return assumed;
        }

        _announced = announced;
        if (ServerAddress.Problem(announced.Uri, _connection.Options.AllowInsecureHttp) is not null)
        {
            _findings.Certain(NotEncrypted, announced);
            return assumed;
        }

        if (feed.Given is { } given && given != announced)
        {
            _findings.Possible(OtherAddress, given, announced);
            return given;
        }

        return announced;
    }

    private bool IsOfServer(IcsAddress address) =>
        address == _announced
        || Uri.Compare(
            address.Uri,
            _connection.Server,
            UriComponents.SchemeAndServer,
            UriFormat.UriEscaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;

    private static string? UserName(GuestLoginInput guest, FolderGrant? grant, AccountEvidence? accounts) =>
        grant is { Type: GranteeType.User or GranteeType.Group }
            ? (grant.GranteeName == guest.Identifier?.Value ? guest.Identifier?.Value : guest.Mail?.Value ?? guest.Text)
        : accounts?.InternalOf(grant) is { } own ? own.Name
        : grant?.Password is { IsEmpty: false } ? guest.Mail?.Value
        : guest.Identifier?.Value;

    private async Task<bool> TryPasswordAsync(
        IcsAddress address,
        string? userName,
        FolderGrant? grant,
        bool isAllElseKnown,
        ProbeResult probe,
        CancellationToken cancellationToken
    )
    {
        bool isPublic = probe is ProbeResult.Public or ProbeResult.PublicEmpty;
        if (password is not { IsEmpty: false } secret || userName is null || _findings.HasCause || probe == ProbeResult.Unreachable)
        {
            return false;
        }

        // The owner sees a grant's own password, so nothing needs to be tried.
        if (grant?.Password is { IsEmpty: false } own)
        {
            _findings.Certain(own == secret ? PasswordAccepted : WrongPassword, userName, address);
            return false;
        }

        if (ServerAddress.Problem(address.Uri, _connection.Options.AllowInsecureHttp) is not null)
        {
            _findings.Certain(NotEncrypted, address);
            return false;
        }

        // There a login decides, which goes to the client's server: it must not get a password of another one, and would count it as a
        // wrong one.
        if (isPublic && !IsOfServer(address))
        {
            _findings.NotKnowable(WrongPassword);
            return false;
        }

        await new PasswordTrial(_connection, _findings)
            .RunAsync(address, new FeedCredentials(userName, secret), isPublic, isAllElseKnown, cancellationToken)
            .ConfigureAwait(false);
        return true;
    }

    private FeedAccess Judge(OwnerEvidence? mailbox, AccountEvidence? accounts, ProbeResult probe)
    {
        bool isAccepted = _findings.Has(PasswordAccepted);
        bool isEmptied = _findings.ClosePublic;
        bool isPublic = probe is ProbeResult.Public or ProbeResult.PublicEmpty;
        FeedAccess access =
            isAccepted || (isPublic && !isEmptied) ? FeedAccess.Open
            : _findings.HasCause ? FeedAccess.Closed
            : FeedAccess.Unknown;
        if (probe == ProbeResult.PublicEmpty && !isEmptied)
        {
            _findings.Possible(EmptyCalendar);
        }

        // With an owner who is not active nobody gets in, whatever else there is.
        if (probe != ProbeResult.Unreachable && !_findings.Has(OwnerNotActive))
        {
            _findings.NotKnowable(mailbox is null ? OwnersQuestions : []);
            _findings.NotKnowable(accounts is { IsComplete: true } ? [] : AdministratorsQuestions);
        }

        if (mailbox is not null && !_findings.HasCause && !isAccepted && probe == ProbeResult.Closed)
        {
            _findings.Certain(NothingFound);
        }

        return access;
    }

    private FeedDiagnosis Concluded(FeedAccess access, IcsAddress address, string? userName, bool tried) =>
        new()
        {
            Access = access,
            Findings = _findings.Ordered(access == FeedAccess.Open),
            Address = address,
            UserName = userName,
            PasswordTried = tried,
        };
}
