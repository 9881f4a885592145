using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Goes through the renewals of a list, one after the other on each calendar.</summary>
/// <typeparam name="TResult">The result of one renewal.</typeparam>
internal abstract class BulkRenewals<TResult>(RequestDispatcher dispatcher, BulkOptions options)
    : BulkRun<RenewalItem, TResult>(dispatcher, options)
    where TResult : class
{
    /// <summary>Does one renewal: gives the folder as it is afterwards, and the result.</summary>
    protected abstract Task<(SharedFolder After, TResult Result)> RenewAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        string? grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    );

    /// <summary>The folder after a renewal failed; null to read it again.</summary>
    protected abstract SharedFolder? AfterFailure(SharedFolder folder);

    protected override string? GranteeOf(RenewalItem item) =>
        item.Grantee is null ? null : GranteeName.Parse(item.Grantee, RenewalItem.Parameter);

    protected override async Task<(SharedFolder? After, IReadOnlyList<(TResult? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<RenewalItem> items,
        CancellationToken cancellationToken
    )
    {
        string?[] names = [.. items.Select(GranteeOf)];
        folder = await AddressLookup
            .WithAccountsAsync(
                owner,
                folder.RequireAcl(),
                names.OfType<string>().Select(name => GranteeName.Complete(name, folder.OwnerDomain)!),
                cancellationToken
            )
            .ConfigureAwait(false);
        DateTimeOffset now = owner.Connection.Options.TimeProvider.GetUtcNow();
        var done = new List<(TResult? Result, Exception? Error)>();
        foreach ((RenewalItem item, string? name) in items.Zip(names))
        {
            try
            {
                ShareRenewal.Check(item.Expiry, name is null, now, RenewalItem.Parameter);
                (folder, TResult result) = await RenewAsync(owner, folder, name, item.Expiry, cancellationToken).ConfigureAwait(false);
                done.Add((result, null));
            }
            catch (Exception e) when (e is ZimbraException or ArgumentException)
            {
                done.Add((null, e));
            }
        }

        return (done.Exists(each => each.Error is ZimbraException) ? AfterFailure(folder) : folder, done);
    }
}
