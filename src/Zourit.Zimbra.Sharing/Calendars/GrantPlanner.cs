using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;

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
        return [.. items.Zip(mails, (item, mail) => ShareResults.Planned(item, mail))];
    }
}
