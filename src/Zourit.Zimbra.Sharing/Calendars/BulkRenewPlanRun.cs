using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out what changing the ends of the shares of a list would change.</summary>
internal sealed class BulkRenewPlanRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRenewals<ShareChanges>(dispatcher, options)
{
    protected override Task<(SharedFolder After, ShareChanges Result)> RenewAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        string? grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    ) => ShareRenewal.PlanAsync(owner, folder, grantee, expiry, cancellationToken);

    protected override SharedFolder? AfterFailure(SharedFolder folder) => folder;
}
