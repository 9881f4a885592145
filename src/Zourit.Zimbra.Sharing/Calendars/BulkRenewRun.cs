using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Changes when the shares of a list end.</summary>
internal sealed class BulkRenewRun(RequestDispatcher dispatcher, BulkOptions options)
    : BulkRun<RenewalItem, RenewedShare>(dispatcher, options)
{
    /// <summary>The parameter of the public method that the items come from.</summary>
    public const string Parameter = "renewals";

    protected override string? GranteeOf(RenewalItem item) => item.Grantee is null ? null : GranteeName.Parse(item.Grantee, Parameter);

    protected override async Task<(SharedFolder? After, IReadOnlyList<(RenewedShare? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<RenewalItem> items,
        CancellationToken cancellationToken
    )
    {
        string?[] names = [.. items.Select(item => GranteeName.Complete(GranteeOf(item), folder.OwnerDomain))];
        folder = await AddressLookup
            .WithAccountsAsync(owner, folder.RequireAcl(), names.OfType<string>(), cancellationToken)
            .ConfigureAwait(false);
        DateTimeOffset now = owner.Connection.Options.TimeProvider.GetUtcNow();
        var done = new List<(RenewedShare? Result, Exception? Error)>();
        foreach ((RenewalItem item, string? name) in items.Zip(names))
        {
            try
            {
                ShareRenewal.Check(item.Expiry, name is null, now, Parameter);
                (folder, RenewedShare share) = await ShareRenewal
                    .RenewAsync(owner, folder, name, item.Expiry, cancellationToken)
                    .ConfigureAwait(false);
                done.Add((share, null));
            }
            catch (Exception e) when (e is ZimbraException or ArgumentException)
            {
                done.Add((null, e));
            }
        }

        // What the server holds after a failure is read again.
        return (done.Exists(each => each.Error is ZimbraException) ? null : folder, done);
    }
}
