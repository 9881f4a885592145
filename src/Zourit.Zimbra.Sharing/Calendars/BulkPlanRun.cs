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
        BulkShares entries = BulkShares.Read(folder, shares, owner.Connection.Options.TimeProvider.GetUtcNow());
        SharedFolder known = await AddressLookup
            .WithAccountsAsync(owner, folder, entries.Addresses, cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<ShareChanges> changes = await new GrantPlanner(owner)
            .PlanAsync(known, entries.Desired, cancellationToken)
            .ConfigureAwait(false);
        return (known, entries.Merge<ShareChanges, ShareChanges>(changes, change => (change, null)));
    }
}
