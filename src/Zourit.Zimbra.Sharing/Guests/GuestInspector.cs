using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Finds out what is wrong with guests' accounts, and repairs what can be repaired without anybody's password.</summary>
internal sealed class GuestInspector(RequestDispatcher dispatcher, GuestDirectory directory)
{
    private readonly Dictionary<string, bool> _domains = new(StringComparer.Ordinal);

    public async Task<GuestInspection> InspectAsync(GuestIdentifier identifier, CancellationToken cancellationToken)
    {
        GuestAccount account = await directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        return await InspectAsync(account, await SharesAsync(account, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
    }

    public async IAsyncEnumerable<GuestInspection> InspectAllAsync(
        GuestSearch search,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var domains = new Dictionary<string, GuestShares>(StringComparer.OrdinalIgnoreCase);
        await foreach (GuestAccount account in directory.SearchAsync(search, cancellationToken).ConfigureAwait(false))
        {
            string domain = AccountName.DomainOf(account.Name);
            if (!domains.TryGetValue(domain, out GuestShares? shares))
            {
                domains[domain] = shares = await SharesAsync(domain, guest: null, cancellationToken).ConfigureAwait(false);
            }

            if (await IfThereAsync(account, shares, cancellationToken).ConfigureAwait(false) is { } inspection)
            {
                yield return inspection;
            }
        }
    }

    /// <summary>Null for an account that was deleted since the page of the search came: the daily task and others do that.</summary>
    private async Task<GuestInspection?> IfThereAsync(GuestAccount account, GuestShares shares, CancellationToken cancellationToken)
    {
        try
        {
            return await InspectAsync(account, shares, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            return null;
        }
    }

    public async Task<GuestRepair> RepairAsync(GuestIdentifier identifier, CancellationToken cancellationToken)
    {
        GuestAccount account = await directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        GuestShares known = await SharesAsync(account, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Folder>? before = await MountpointsAsync(account, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<MountTarget> shares = await known.WithAsync(account, before, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, string> changes = account.ChangesFor(
            shares.Select(share => share.Feature).OfType<string>(),
            account.Mail.ToLowerInvariant(),
            opens: shares.Count > 0,
            dispatcher.Admin?.Administrator
        );
        if (changes.Count > 0)
        {
            account = await new AccountChange(dispatcher, directory).MakeAsync(account, changes, cancellationToken).ConfigureAwait(false);
        }

        var mountpoints = new List<GuestMountpoint>(shares.Count);
        foreach (MountTarget share in shares)
        {
            mountpoints.Add(await MountAsync(account, share, cancellationToken).ConfigureAwait(false));
        }

        IReadOnlyList<Folder>? after = await MountpointsAsync(account, cancellationToken).ConfigureAwait(false);
        return new GuestRepair
        {
            Account = account,
            Step = changes.Count > 0 ? GuestStep.Changed : GuestStep.Unchanged,
            Mountpoints = mountpoints,
            Remaining = await ProblemsAsync(account, shares, after, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<GuestMountpoint> MountAsync(GuestAccount account, MountTarget share, CancellationToken cancellationToken)
    {
        try
        {
            return new GuestMountpoint
            {
                Folder = share.Calendar,
                Step = await new GuestMailbox(dispatcher.ForAccount(account.Name), account.Locale)
                    .EnsureMountpointAsync(share, cancellationToken)
                    .ConfigureAwait(false),
            };
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.Maintenance)
        {
            return Skipped(share, e);
        }
        catch (ZimbraFaultException e)
            when (e.Code is ZimbraFaultCodes.PermissionDenied or ZimbraFaultCodes.NoSuchFolder or ZimbraFaultCodes.NoSuchAccount)
        {
            // The share was revoked a moment ago, or a policy hides the folder: the others are repaired all the same.
            return Skipped(share, e);
        }
    }

    private static GuestMountpoint Skipped(MountTarget share, ZimbraException why) =>
        new()
        {
            Folder = share.Calendar,
            Step = GuestStep.Skipped,
            Failure = why,
        };

    private Task<GuestShares> SharesAsync(GuestAccount account, CancellationToken cancellationToken) =>
        SharesAsync(
            AccountName.DomainOf(account.Name),
            GuestAddress.TryParse(account.Mail, out GuestAddress mail) ? mail : null,
            cancellationToken
        );

    private async Task<GuestShares> SharesAsync(string domain, GuestAddress? guest, CancellationToken cancellationToken) =>
        new(dispatcher, directory, await DomainShares.ReadAsync(dispatcher, domain, guest, cancellationToken).ConfigureAwait(false));

    private async Task<GuestInspection> InspectAsync(GuestAccount account, GuestShares known, CancellationToken cancellationToken)
    {
        IReadOnlyList<Folder>? mountpoints = await MountpointsAsync(account, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<MountTarget> shares = await known.WithAsync(account, mountpoints, cancellationToken).ConfigureAwait(false);
        return new GuestInspection
        {
            Account = account,
            Problems = await ProblemsAsync(account, shares, mountpoints, cancellationToken).ConfigureAwait(false),
            MountpointsKnown = mountpoints is not null,
        };
    }

    private Task<IReadOnlyList<Folder>?> MountpointsAsync(GuestAccount account, CancellationToken cancellationToken) =>
        new GuestMailbox(dispatcher.ForAccount(account.Name), account.Locale).MountpointsIfOpenAsync(cancellationToken);

    private async Task<IReadOnlyList<GuestProblem>> ProblemsAsync(
        GuestAccount account,
        IReadOnlyList<MountTarget> shares,
        IReadOnlyList<Folder>? mountpoints,
        CancellationToken cancellationToken
    )
    {
        List<GuestProblem> problems = [.. Problems(account, shares, mountpoints)];
        if (
            GuestAddress.TryParse(account.Mail, out GuestAddress mail)
            && await IsAccountAsync(mail, AccountName.DomainOf(account.Name), cancellationToken).ConfigureAwait(false)
        )
        {
            problems.Add(GuestProblem.MailIsAccount);
        }

        return problems;
    }

    /// <summary>Whether a guest's mail is an account by now; most mails are of domains that the server does not have.</summary>
    private async Task<bool> IsAccountAsync(GuestAddress mail, string ownerDomain, CancellationToken cancellationToken)
    {
        if (!_domains.TryGetValue(mail.Domain, out bool isHere))
        {
            _domains[mail.Domain] = isHere = await directory.HasDomainAsync(mail.Domain, cancellationToken).ConfigureAwait(false);
        }

        return isHere && await directory.FindInsiderAsync(mail, ownerDomain, cancellationToken).ConfigureAwait(false) is not null;
    }

    private IEnumerable<GuestProblem> Problems(GuestAccount account, IReadOnlyList<MountTarget> shares, IReadOnlyList<Folder>? mountpoints)
    {
        if (account.HasPassword == false)
        {
            yield return GuestProblem.WithoutPassword;
        }

        if (account.HasUpperCaseMail)
        {
            yield return GuestProblem.UpperCaseMail;
        }

        if (
            !GuestAddress.TryParse(account.Mail, out GuestAddress mail)
            || account.Identifier != GuestIdentifier.For(mail, AccountName.DomainOf(account.Name))
        )
        {
            yield return GuestProblem.NameDiffersFromMail;
        }

        if (shares.Count == 0)
        {
            yield return GuestProblem.NothingShared;
            yield break;
        }

        if (account.Status == GuestStatus.Closed)
        {
            yield return GuestProblem.ClosedThoughShared;
        }

        account.RequireShown(dispatcher.Admin?.Administrator, FolderViews.CalendarFeature);
        if (shares.Any(share => share.IsCalendar) && account.Attributes.Flag(FolderViews.CalendarFeature) != true)
        {
            yield return GuestProblem.CalendarFeatureOff;
        }

        int mounted = mountpoints is null ? shares.Count : shares.Count(share => mountpoints.Any(share.IsTargetOf));
        if (mounted < shares.Count)
        {
            yield return mounted == 0 ? GuestProblem.NoMountpoint : GuestProblem.MissingMountpoint;
        }
    }
}
