using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out what revoking the shares of a list of grantees would change.</summary>
internal sealed class BulkRevokePlanRun(RequestDispatcher dispatcher, BulkOptions options)
    : BulkRun<ShareItem, RevocationChanges>(dispatcher, options)
{
    protected override string? GranteeOf(ShareItem item) => item.ToRevoke();

    protected override async Task<(SharedFolder? After, IReadOnlyList<(RevocationChanges? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<ShareItem> items,
        CancellationToken cancellationToken
    )
    {
        (SharedFolder known, IReadOnlyList<RevocationPlan> plans) = await BulkRevocations
            .PlanAsync(owner, folder, items, cancellationToken)
            .ConfigureAwait(false);
        SharedFolder after = RevocationPlan.After(known, plans);
        var results = new ShareResults(owner.Connection);
        return (after, [.. BulkRevocations.InTurn(plans).Select(plan => (results.Planned(plan, after), (Exception?)null))]);
    }
}
