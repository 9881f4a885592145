using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out what sharing with a list of guests would change.</summary>
internal sealed class BulkPlanRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRun<ShareChanges>(dispatcher, options)
{
    protected override async Task<(SharedFolder After, IReadOnlyList<(ShareChanges? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<(GuestAddress Guest, GuestShareOptions Options)> shares,
        CancellationToken cancellationToken
    )
    {
        SharedFolder known = await AddressLookup
            .WithAccountsAsync(owner, folder, shares.Select(share => share.Guest.Value), cancellationToken)
            .ConfigureAwait(false);
        BulkShares entries = BulkShares.Read(known, shares, owner.Connection.Options.TimeProvider.GetUtcNow());
        IReadOnlyList<ShareChanges> changes = await new GrantPlanner(owner)
            .PlanAsync(known, entries.Desired, cancellationToken)
            .ConfigureAwait(false);
        return (known, entries.Merge<ShareChanges, ShareChanges>(changes, change => (change, null)));
    }
}
