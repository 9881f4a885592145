using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Says what applying grants would change, and mail, by the plan that applying starts from.</summary>
internal sealed class GrantPlanner(RequestDispatcher dispatcher)
{
    public async Task<IReadOnlyList<ShareChanges>> PlanAsync(
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
        return [.. items.Zip(mails, (item, mail) => Planned(item, mail))];
    }

    private static ShareChanges Planned(GrantItem item, string? mailTo)
    {
        SharedFolder folder = item.Before;
        FolderGrant? standing = item.Plan.Standing;
        return new ShareChanges
        {
            Outcome = item.Plan.Outcome,
            Owner = folder.Owner,
            Path = folder.Path,
            FolderId = folder.Id,
            Current = standing is null ? null : GrantSearch.GranteeOf(standing),
            CurrentPermissions = standing is null ? null : Permissions.ParseLenient(standing.Rights),
            CurrentExpiry = standing?.Expiry,
            Permissions = item.Desired.Permissions ?? Permissions.ParseLenient(standing?.Rights ?? ""),
            Expiry = item.Plan.Expiry,
            Revokes = item.Plan.Dead is { } dead ? GrantSearch.GranteeOf(dead) : null,
            MailTo = mailTo,
        };
    }
}
