using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;

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
        return (known, [.. items.Select(item => RevocationPlan.For(known, item.ToRevoke(), notify: false))]);
    }

    /// <summary>
    /// The same plans as their results tell them: a grant that an earlier item removes, which names the same grantee in another way, is
    /// there no more for a later one.
    /// </summary>
    public static IEnumerable<RevocationPlan> InTurn(IEnumerable<RevocationPlan> plans)
    {
        var gone = new HashSet<FolderGrant>(ReferenceEqualityComparer.Instance);
        foreach (RevocationPlan plan in plans)
        {
            yield return plan with
            {
                Grants = [.. plan.Grants.Where(gone.Add)],
            };
        }
    }
}
