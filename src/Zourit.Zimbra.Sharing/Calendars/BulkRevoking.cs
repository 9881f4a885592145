using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Goes through the revocations of a list; nobody is mailed.</summary>
/// <typeparam name="TResult">The result of one revocation.</typeparam>
internal abstract class BulkRevocations<TResult>(RequestDispatcher dispatcher, BulkOptions options)
    : BulkRun<ShareItem, TResult>(dispatcher, options)
    where TResult : class
{
    /// <summary>Does the revocations of one folder: gives the folder as it is afterwards, and what became of each.</summary>
    /// <param name="owner">The owner's dispatcher.</param>
    /// <param name="folder">The folder, with what is known of the addresses.</param>
    /// <param name="plans">A plan for each item, all on that folder.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    protected abstract Task<(SharedFolder After, IReadOnlyList<(TResult? Result, Exception? Error)> Done)> RevokeAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<RevocationPlan> plans,
        CancellationToken cancellationToken
    );

    protected override string? GranteeOf(ShareItem item) => item.ToRevoke();

    protected override async Task<(SharedFolder? After, IReadOnlyList<(TResult? Result, Exception? Error)> Done)> DoAsync(
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
        RevocationPlan[] plans = [.. items.Select(item => RevocationPlan.For(known, item.ToRevoke(), notify: false))];
        return await RevokeAsync(owner, known, plans, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The same plans as their results tell them: a grant that an earlier item removes, which names the same grantee in another way, is
    /// not there any more for a later one.
    /// </summary>
    protected static IEnumerable<RevocationPlan> InTurn(IEnumerable<RevocationPlan> plans)
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
