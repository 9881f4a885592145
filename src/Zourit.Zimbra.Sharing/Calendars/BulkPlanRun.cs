using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out what sharing with a list of grantees would change.</summary>
internal sealed class BulkPlanRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRun<ShareItem, ShareChanges>(dispatcher, options)
{
    protected override string? GranteeOf(ShareItem item) => item.Desire().Address;

    protected override async Task<(SharedFolder? After, IReadOnlyList<(ShareChanges? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<ShareItem> items,
        CancellationToken cancellationToken
    )
    {
        BulkShares shares = await BulkShares.ReadAsync(owner, folder, items, cancellationToken).ConfigureAwait(false);
        SharedFolder after = shares.Folder;
        var done = new List<(ShareChanges? Result, Exception? Error)>(items.Count);
        foreach (IReadOnlyList<DesiredGrant> round in shares.Rounds)
        {
            (after, IReadOnlyList<ShareChanges> changes) = await new GrantPlanner(owner)
                .PlanAsync(after, round, cancellationToken)
                .ConfigureAwait(false);
            done.AddRange(changes.Select(change => ((ShareChanges?)change, (Exception?)null)));
        }

        return (after, shares.Merge(done));
    }
}
