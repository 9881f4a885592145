using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Changes when the shares of a list end.</summary>
internal sealed class BulkRenewRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRenewals<RenewedShare>(dispatcher, options)
{
    protected override Task<(SharedFolder After, RenewedShare Result)> RenewAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        string? grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    ) => ShareRenewal.RenewAsync(owner, folder, grantee, expiry, cancellationToken);

    // What the server holds then is not known.
    protected override SharedFolder? AfterFailure(SharedFolder folder) => null;
}
