using System.Net;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>
/// Finds out why a guest's program finds or reads nothing by CalDAV: first all that keeps a guest out of any address, then what only
/// CalDAV needs, last the password, once.
/// </summary>
internal sealed class CalDavDiagnosis(RequestDispatcher dispatcher, DiagnosedFeed feed, string guestText, Secret? password)
{
    // What concerns the ICS address only: there a switch empties the calendar, and the public reads without signing in.
    private static readonly FeedFindingCode[] OfIcs =
    [
        PublicCalendar,
        PublicSharingOff,
        ExternalSharingOff,
        GuestDomainNotAllowed,
        EmptyCalendar,
        NothingFound,
    ];

    private readonly Findings _findings = new(isAdmin: dispatcher.Admin is not null);
    private readonly DavRequest _dav = new(dispatcher.Connection);
    private bool _tried;

    public async Task<FeedDiagnosis> RunAsync(CancellationToken cancellationToken)
    {
        var run = new DiagnosisRun(dispatcher, feed, guestText, password: null);
        FeedDiagnosis common = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        _findings.Take(common.Findings.Where(finding => !OfIcs.Contains(finding.Code)));
        if (!CalDavAddress.TryOf(common.Address, out CalDavAddress? address))
        {
            _findings.Certain(NotForCalDav, common.Address.Path, CalDavAddress.UnfitCharacter(common.Address.Path));
        }

        CheckOwner(run);
        if (run.Accounts?.Guest is { } guest)
        {
            await CheckGuestAsync(run, guest, address, cancellationToken).ConfigureAwait(false);
        }

        bool isOpen =
            address is not null
            && !_findings.Has(NothingListens)
            && !_findings.Has(ServerNameUnknown)
            && await AskInTimeAsync(address, common.UserName, cancellationToken).ConfigureAwait(false);
        if (!_tried && !_findings.HasCause && run.Mailbox is not null)
        {
            _findings.Certain(NothingFound);
        }

        return common with
        {
            Access =
                _findings.HasCause ? FeedAccess.Closed
                : isOpen ? FeedAccess.Open
                : FeedAccess.Unknown,
            Findings = _findings.Ordered(isOpen && !_findings.HasCause),
            CalDavAddress = address,
            PasswordTried = _tried,
        };
    }

    private void CheckOwner(DiagnosisRun run)
    {
        if (run.Mailbox is not { } owner)
        {
            return;
        }

        if (owner.Info.Attributes.Flag("zimbraExternalSharingEnabled") == false)
        {
            _findings.Certain(OpenThoughSwitchedOff, owner.Info.Name);
        }

        if (run.Grant is { Type: GranteeType.Guest, Password.IsEmpty: false })
        {
            _findings.Certain(GrantPasswordNotForCalDav, run.Grant.GranteeId);
        }
    }

    private async Task CheckGuestAsync(DiagnosisRun run, DirectoryEntry guest, CalDavAddress? address, CancellationToken cancellationToken)
    {
        if (guest.Attributes["zimbraAccountStatus"] is not (null or "active") || run.Mailbox is not { } owner)
        {
            return;
        }

        if (!guest.Hides(FolderViews.CalendarFeature) && guest.Attributes.Flag(FolderViews.CalendarFeature) != true)
        {
            _findings.Certain(CalendarFeatureOff, guest.Name);
        }

        Folder tree;
        try
        {
            tree = (
                await dispatcher.ForAccount(guest.Name).SendAsync(new GetFolderRequest(), cancellationToken).ConfigureAwait(false)
            ).Folder;
        }
        catch (ZimbraFaultException e) when (e.Code is ZimbraFaultCodes.PermissionDenied)
        {
            _findings.NotKnowable(NoMountpoint);
            return;
        }

        bool isMounted = tree.SelfAndDescendants()
            .Any(folder => folder.Target is { } target && target.OwnerId == owner.Info.Id && target.FolderId == owner.Folder?.Id);
        if (isMounted && (_findings.Has(NotGranted) || _findings.Has(GrantExpired)))
        {
            _findings.Certain(GhostCalendar, owner.Info.Name);
        }
        else if (!isMounted && run.Grant is not null)
        {
            _findings.Certain(NoMountpoint, guest.Name, address);
            if (MountpointName.UnfitCharacter(owner.Info.Attributes["displayName"]) is { } character)
            {
                _findings.Certain(OwnerNameBreaksSignUp, owner.Info.Name, character.ToString());
            }
        }
    }

    private async Task<bool> AskInTimeAsync(CalDavAddress address, string? userName, CancellationToken cancellationToken)
    {
        ConnectionSettings settings = dispatcher.Connection.Options;
        using var late = new CancellationTokenSource(settings.AttemptTimeout, settings.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await KnockAsync(address, linked.Token).ConfigureAwait(false);
            return password is { IsEmpty: false } secret
                && userName is not null
                && !_findings.HasCause
                && await TryAsync(address, new FeedCredentials(userName, secret), linked.Token).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            Probe.Explain(e, address.Uri, _findings);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _findings.Certain(ServerFailing, address.Uri.GetLeftPart(UriPartial.Authority));
        }

        return false;
    }

    /// <summary>Whether programs are led to CalDAV at all (recordings 13-38 and 13-43).</summary>
    private async Task KnockAsync(CalDavAddress address, CancellationToken cancellationToken)
    {
        Uri door = new(address.ServerRoot, "/.well-known/caldav");
        HttpStatusCode status = (await _dav.KnockAsync(door, cancellationToken).ConfigureAwait(false)).Status;
        if ((int)status is not (>= 300 and < 400) && status != HttpStatusCode.Unauthorized)
        {
            _findings.Certain(NoCalDavDoor, address.ServerRoot, door.AbsolutePath, (int)status);
            return;
        }

        status = (await _dav.ListAsync(address.Uri, credentials: null, cancellationToken).ConfigureAwait(false)).Status;
        if (status != HttpStatusCode.Unauthorized)
        {
            _findings.Certain(NoCalDavDoor, address.ServerRoot, address.Uri.AbsolutePath, (int)status);
        }
    }

    private async Task<bool> TryAsync(CalDavAddress address, FeedCredentials credentials, CancellationToken cancellationToken)
    {
        if (ServerAddress.Problem(address.Uri, dispatcher.Connection.Options.AllowInsecureHttp) is not null)
        {
            _findings.Certain(NotEncrypted, address);
            return false;
        }

        // One wrong login at most: nothing else is asked after a 401.
        var home = new Uri(address.ServerRoot, $"/dav/{PathEscaping.Escape(credentials.UserName)}/");
        _tried = true;
        DavAnswer list = await _dav.ListAsync(home, credentials, cancellationToken).ConfigureAwait(false);
        if (list.Status == HttpStatusCode.Unauthorized)
        {
            _findings.Certain(SignInRefused, credentials.UserName);
            return false;
        }

        if (list.Status != HttpStatusCode.MultiStatus)
        {
            // Without the list it is not known what is mounted, and no program finds a calendar.
            _findings.Certain(ServerFailing, address.ServerRoot);
            return false;
        }

        DavAnswer read = await _dav.QueryAsync(address.Uri, credentials, cancellationToken).ConfigureAwait(false);
        DavItem[] mounted = [.. list.Items.Where(item => item.IsMountpoint && item.IsCalendar)];
        if (mounted.Length == 0 && read.Status == HttpStatusCode.MultiStatus)
        {
            _findings.Certain(NoMountpoint, credentials.UserName, address);
        }

        switch (read.Status)
        {
            case HttpStatusCode.MultiStatus:
                _findings.Certain(PasswordAccepted, credentials.UserName, address.ServerRoot);
                return true;
            case HttpStatusCode.NotFound:
                _findings.Certain(NothingGiven, address, credentials.UserName);
                await FindGhostsAsync(home, mounted, credentials, cancellationToken).ConfigureAwait(false);
                break;
            case HttpStatusCode.BadRequest:
                _findings.Certain(CalendarFeatureOff, credentials.UserName);
                break;
            default:
                _findings.Certain(ServerFailing, address.ServerRoot);
                break;
        }

        return false;
    }

    // Listed as a calendar, and not to be read: its grant is gone (recordings 13-263, 13-268, 13-269).
    private async Task FindGhostsAsync(Uri home, DavItem[] mounted, FeedCredentials credentials, CancellationToken cancellationToken)
    {
        foreach (DavItem item in mounted.Take(10))
        {
            DavAnswer answer = await _dav.QueryAsync(new Uri(home, item.Href), credentials, cancellationToken).ConfigureAwait(false);
            if (answer.Status == HttpStatusCode.BadRequest)
            {
                _findings.Certain(GhostCalendar, feed.Owner);
                return;
            }
        }
    }
}
