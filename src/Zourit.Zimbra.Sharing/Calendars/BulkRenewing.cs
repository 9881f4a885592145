using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>
/// Changes when the shares of a list end, one after the other on each calendar, or works out what that would change.
/// </summary>
internal static class BulkRenewing
{
    public static BulkRun<RenewalItem, RenewedShare> Apply(RequestDispatcher dispatcher, BulkOptions options) =>
        // What the server holds after a failure is not known.
        Run<RenewedShare>(dispatcher, options, ShareRenewal.RenewAsync, afterFailure: _ => null);

    public static BulkRun<RenewalItem, ShareChanges> Plan(RequestDispatcher dispatcher, BulkOptions options) =>
        Run<ShareChanges>(dispatcher, options, ShareRenewal.PlanAsync, afterFailure: folder => folder);

    private static BulkRun<RenewalItem, TResult> Run<TResult>(
        RequestDispatcher dispatcher,
        BulkOptions options,
        Func<RequestDispatcher, SharedFolder, string?, ShareExpiry, CancellationToken, Task<(SharedFolder After, TResult Result)>> renew,
        Func<SharedFolder, SharedFolder?> afterFailure
    )
        where TResult : class => new(dispatcher, options, GranteeOf, async (owner, folder, items, token) =>
        {
            SharedFolder after = folder.RequireAcl();
            DateTimeOffset now = owner.Connection.Options.TimeProvider.GetUtcNow();
            var done = new List<(TResult? Result, Exception? Error)>();
            foreach (RenewalItem item in items)
            {
                try
                {
                    ShareRenewal.Check(item.Expiry, item.Grantee is null, now, RenewalItem.Parameter);
                    (after, TResult result) = await renew(owner, after, GranteeOf(item), item.Expiry, token).ConfigureAwait(false);
                    done.Add((result, null));
                }
                catch (Exception e) when (e is ZimbraException or ArgumentException)
                {
                    done.Add((null, e));
                }
            }

            return new BulkPart<TResult>(done.Exists(each => each.Error is ZimbraException) ? afterFailure(after) : after, done);
        });

    private static string? GranteeOf(RenewalItem item) =>
        item.Grantee is null ? null : GranteeName.Parse(item.Grantee, RenewalItem.Parameter);
}
