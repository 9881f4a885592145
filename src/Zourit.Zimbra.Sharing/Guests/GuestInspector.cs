using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Finds out what is wrong with guests' accounts, and mends what can be mended without anybody's password.</summary>
internal sealed class GuestInspector(RequestDispatcher dispatcher, GuestDirectory directory)
{
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
        var domains = new Dictionary<string, DomainShares>(StringComparer.OrdinalIgnoreCase);
        await foreach (GuestAccount account in directory.SearchAsync(search, cancellationToken).ConfigureAwait(false))
        {
            string domain = AccountName.DomainOf(account.Name);
            if (!domains.TryGetValue(domain, out DomainShares? shares))
            {
                domains[domain] = shares = await DomainShares
                    .ReadAsync(dispatcher, domain, guest: null, cancellationToken)
                    .ConfigureAwait(false);
            }

            yield return await InspectAsync(account, [.. shares.With(account.Mail)], cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<GuestRepair> RepairAsync(GuestIdentifier identifier, CancellationToken cancellationToken)
    {
        GuestAccount account = await directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DomainShares.Share> shares = await SharesAsync(account, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, string> changes = account.ChangesFor(
            shares.Select(share => share.Target.Feature).OfType<string>(),
            account.Mail.ToLowerInvariant(),
            opens: shares.Count > 0
        );
        if (changes.Count > 0)
        {
            account = await new AccountChange(dispatcher, directory).MakeAsync(account, changes, cancellationToken).ConfigureAwait(false);
        }

        var mountpoints = new List<GuestMountpoint>(shares.Count);
        foreach (DomainShares.Share share in shares)
        {
            mountpoints.Add(await MountAsync(account, share, cancellationToken).ConfigureAwait(false));
        }

        GuestInspection after = await InspectAsync(account, shares, cancellationToken).ConfigureAwait(false);
        return new GuestRepair(account, changes.Count > 0 ? GuestStep.Changed : GuestStep.Unchanged, mountpoints, after.Problems);
    }

    private async Task<GuestMountpoint> MountAsync(GuestAccount account, DomainShares.Share share, CancellationToken cancellationToken)
    {
        try
        {
            return new GuestMountpoint(
                share.Folder,
                await new GuestMailbox(dispatcher.ForAccount(account.Name), account.Locale)
                    .EnsureMountpointAsync(share.Target, cancellationToken)
                    .ConfigureAwait(false)
            );
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.TokenRejected)
        {
            // Any other status lets an administrator act for the guest (protocol.md §2.3).
            return new GuestMountpoint(share.Folder, GuestStep.Skipped)
            {
                Failure = new ZimbraAuthenticationException(
                    AuthenticationFailure.Maintenance,
                    $"{account.Name} or its domain is in maintenance, so the mountpoint of "
                        + $"{share.Folder} was not made. Repair again afterwards.",
                    e
                )
                {
                    Operation = e.Operation,
                },
            };
        }
        catch (ZimbraFaultException e)
            when (e.Code is ZimbraFaultCodes.PermissionDenied or ZimbraFaultCodes.NoSuchFolder or ZimbraFaultCodes.NoSuchAccount)
        {
            // The directory is a moment behind the folders, or a policy hides this one: the others are mended all the same.
            return new GuestMountpoint(share.Folder, GuestStep.Skipped) { Failure = e };
        }
    }

    private async Task<IReadOnlyList<DomainShares.Share>> SharesAsync(GuestAccount account, CancellationToken cancellationToken) =>
        GuestAddress.TryParse(account.Mail, out GuestAddress mail)
            ?
            [
                .. (
                    await DomainShares
                        .ReadAsync(dispatcher, AccountName.DomainOf(account.Name), mail, cancellationToken)
                        .ConfigureAwait(false)
                ).With(mail.Value),
            ]
            : [];

    private async Task<GuestInspection> InspectAsync(
        GuestAccount account,
        IReadOnlyList<DomainShares.Share> shares,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<Folder>? mountpoints = await MountpointsAsync(account, cancellationToken).ConfigureAwait(false);
        return new GuestInspection(account, [.. Problems(account, shares, mountpoints)]) { MountpointsKnown = mountpoints is not null };
    }

    private async Task<IReadOnlyList<Folder>?> MountpointsAsync(GuestAccount account, CancellationToken cancellationToken)
    {
        try
        {
            return await new GuestMailbox(dispatcher.ForAccount(account.Name), account.Locale)
                .MountpointsAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.TokenRejected)
        {
            // In maintenance, by its own status or its domain's; any other status lets an administrator act for the guest (protocol.md
            // §2.3).
            return null;
        }
    }

    private static IEnumerable<GuestProblem> Problems(
        GuestAccount account,
        IReadOnlyList<DomainShares.Share> shares,
        IReadOnlyList<Folder>? mountpoints
    )
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

        if (shares.Any(share => share.Published.View == "appointment") && account.Attributes.Flag("zimbraFeatureCalendarEnabled") != true)
        {
            yield return GuestProblem.CalendarFeatureOff;
        }

        int mounted = mountpoints is null ? shares.Count : shares.Count(share => mountpoints.Any(share.Target.IsTargetOf));
        if (mounted < shares.Count)
        {
            yield return mounted == 0 ? GuestProblem.NoMountpoint : GuestProblem.MissingMountpoint;
        }
    }
}
