using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Says what applying grants would change, and mail, by the plan that applying starts from.</summary>
internal sealed class GrantPlanner(RequestDispatcher dispatcher)
{
    /// <summary>What making grants would change, and the folder as it would be afterwards.</summary>
    public async Task<(SharedFolder After, IReadOnlyList<ShareChanges> Changes)> PlanAsync(
        SharedFolder folder,
        IReadOnlyList<DesiredGrant> desired,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<GrantItem> items = await new GrantApplier(dispatcher)
            .PlanAsync(folder, desired, cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<string?> mails = await new GrantMails(dispatcher, folder, GrantApplier.DefaultMailsAtOnce)
            .PlanAsync(items, cancellationToken)
            .ConfigureAwait(false);
        return (PlannedFolder.After(folder, items, mails), [.. items.Zip(mails, (item, mail) => Planned(item, mail))]);
    }

    /// <summary>What renewing a grant would change, and the folder as it would be afterwards.</summary>
    public async Task<(SharedFolder After, ShareChanges Changes)> PlanRenewalAsync(
        SharedFolder folder,
        FolderGrant standing,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    )
    {
        if (new GrantRenewer(dispatcher).CeilingUpdater(folder, standing, expiry) is { } updater)
        {
            ShareChanges moved = Current(folder, standing) with { Outcome = ShareOutcome.Changed, Expiry = expiry.Time };
            return (folder with { Acl = updater.Plan() }, moved);
        }

        DesiredGrant desired = GrantRenewer.Desired(standing, expiry);
        (_, IReadOnlyList<ShareChanges> planned) = await PlanAsync(folder, [desired], cancellationToken).ConfigureAwait(false);
        ShareChanges changes = planned[0] with { Outcome = GrantRenewer.OutcomeOf(planned[0].Outcome) };
        FolderGrant renewed = standing with { Expiry = changes.Expiry };
        IEnumerable<FolderGrant> grants = folder.Acl.Grants.Select(grant => ReferenceEquals(grant, standing) ? renewed : grant);
        return (folder with { Acl = folder.Acl with { Grants = [.. grants] } }, changes);
    }

    private static ShareChanges Planned(GrantItem item, string? mailTo)
    {
        FolderGrant? standing = item.Plan.Standing;
        return Current(item.Before, standing) with
        {
            Outcome = item.Plan.Outcome,
            Permissions = item.Desired.Permissions ?? Permissions.ParseLenient(standing?.Rights ?? ""),
            Expiry = item.Plan.Expiry,
            Revokes = item.Plan.Dead is { } dead ? GrantSearch.GranteeOf(dead) : null,
            MailTo = mailTo,
        };
    }

    private static ShareChanges Current(SharedFolder folder, FolderGrant? standing) =>
        new()
        {
            Outcome = ShareOutcome.Unchanged,
            Owner = folder.Owner,
            Path = folder.Path,
            FolderId = folder.Id,
            Current = standing is null ? null : GrantSearch.GranteeOf(standing),
            CurrentPermissions = standing is null ? null : Permissions.ParseLenient(standing.Rights),
            CurrentExpiry = standing?.Expiry,
            CurrentEffectiveExpiry = standing is null ? null : folder.Acl.EffectiveExpiry(standing),
            Permissions = Permissions.ParseLenient(standing?.Rights ?? ""),
            Expiry = standing?.Expiry,
        };
}
