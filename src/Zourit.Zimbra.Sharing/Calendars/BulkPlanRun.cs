using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
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
        IReadOnlyList<ShareChanges> changes = await new GrantPlanner(owner)
            .PlanAsync(shares.Folder, shares.Desired, cancellationToken)
            .ConfigureAwait(false);
        return (shares.Folder, shares.Merge<ShareChanges, ShareChanges>(changes, change => (change, null)));
    }
}
