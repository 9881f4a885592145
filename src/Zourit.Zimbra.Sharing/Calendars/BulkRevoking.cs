using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Revokes the shares of a list of grantees, or works out what that would change; nobody is mailed.</summary>
internal static class BulkRevoking
{
    public static BulkRun<ShareItem, Revocation> Apply(
        RequestDispatcher dispatcher,
        BulkOptions options,
        IEnumerable<SharedFolder>? known = null
    ) => Run(dispatcher, options, RevokeAsync, known);

    public static BulkRun<ShareItem, RevocationChanges> Plan(RequestDispatcher dispatcher, BulkOptions options) =>
        Run(dispatcher, options, (owner, folder, plans, _) =>
        {
            SharedFolder after = RevocationPlan.After(folder, plans);
            var results = new ShareResults(owner.Connection);
            return Task.FromResult(new BulkPart<RevocationChanges>(after, InTurn(plans).Select(plan => results.Planned(plan, after))));
        });

    private static BulkRun<ShareItem, TResult> Run<TResult>(
        RequestDispatcher dispatcher,
        BulkOptions options,
        BulkWork<RevocationPlan, TResult> work,
        IEnumerable<SharedFolder>? known = null
    )
        where TResult : class =>
        new(
            dispatcher,
            options,
            item => item.ToRevoke(),
            (owner, folder, items, token) =>
                work(
                    owner,
                    folder.RequireAcl(),
                    [.. items.Select(item => RevocationPlan.For(folder, item.ToRevoke(), notify: false))],
                    token
                )
        )
        {
            Known = (known ?? []).ToDictionary(folder => FolderReference.KeyOf(folder.Id)),
        };

    private static async Task<BulkPart<Revocation>> RevokeAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<RevocationPlan> plans,
        CancellationToken cancellationToken
    )
    {
        FolderGrant[] all = [.. plans.SelectMany(plan => plan.Grants).Distinct()];
        RevokedGrants revoked =
            all.Length == 0
                ? new RevokedGrants(folder, [], ShareNotification.NotRequested)
                : await new GrantRevoker(owner).RevokeAsync(folder, all, mail: null, cancellationToken).ConfigureAwait(false);
        Dictionary<FolderGrant, ZimbraException?> errors = all.Zip(revoked.Errors).ToDictionary(each => each.First, each => each.Second);
        bool isTrue = all.Length > 0 && revoked.Errors.All(error => error is null);
        return new BulkPart<Revocation>(
            isTrue ? revoked.After with { HasTrueRevocations = true } : revoked.After,
            [.. plans.Zip(InTurn(plans), (plan, inTurn) => Outcome(inTurn, revoked.After, plan.Grants.Select(grant => errors[grant])))]
        );
    }

    private static (Revocation?, Exception?) Outcome(RevocationPlan plan, SharedFolder after, IEnumerable<ZimbraException?> errors) =>
        errors.FirstOrDefault(error => error is not null) is { } error
            ? (null, error)
            : (ShareResults.Revoked(plan, after, ShareNotification.NotRequested), null);

    /// <summary>
    /// The same plans as their results tell them: a grant that an earlier item removes, which names the same grantee in another way, is
    /// not there any more for a later one.
    /// </summary>
    private static IEnumerable<RevocationPlan> InTurn(IEnumerable<RevocationPlan> plans)
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
