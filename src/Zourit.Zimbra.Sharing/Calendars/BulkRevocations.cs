using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>The revocations of a part of a list; nobody is mailed.</summary>
internal static class BulkRevocations
{
    /// <summary>A plan for each item, all on the folder with what is known of the addresses.</summary>
    public static async Task<(SharedFolder Folder, IReadOnlyList<RevocationPlan> Plans)> PlanAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<ShareItem> items,
        CancellationToken cancellationToken
    )
    {
        string?[] names = [.. items.Select(item => GranteeName.Complete(item.ToRevoke(), folder.OwnerDomain))];
        SharedFolder known = await AddressLookup
            .WithAccountsAsync(owner, folder.RequireAcl(), names.OfType<string>(), cancellationToken)
            .ConfigureAwait(false);
        return (known, [.. names.Select(name => RevocationPlan.For(known, name, notify: false))]);
    }
}
