using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Shares with a list of grantees, or works out what that would change.</summary>
internal static class BulkSharing
{
    public static BulkRun<TItem, TShare> Apply<TItem, TShare>(RequestDispatcher dispatcher, BulkOptions options)
        where TItem : ShareItem
        where TShare : CalendarShare => Run<TItem, TShare>(dispatcher, options, async (owner, before, desired, token) =>
        {
            var results = new ShareResults(owner.Connection);
            (SharedFolder after, IReadOnlyList<GrantItem> items) = await new GrantApplier(owner, options.MailBatchSize)
                .ApplyAsync(before, desired, token)
                .ConfigureAwait(false);
            return new BulkPart<TShare>(
                after,
                [
                    .. items.Select(item =>
                        item.Result is { } result
                            ? ((TShare?)results.Of(new AppliedGrant(before, item.Desired, result)), (Exception?)null)
                            : (null, item.Error)
                    ),
                ]
            );
        });

    public static BulkRun<ShareItem, ShareChanges> Plan(RequestDispatcher dispatcher, BulkOptions options) =>
        Run<ShareItem, ShareChanges>(dispatcher, options, async (owner, before, desired, token) =>
        {
            (SharedFolder after, IReadOnlyList<ShareChanges> changes) = await new GrantPlanner(owner)
                .PlanAsync(before, desired, token)
                .ConfigureAwait(false);
            return new BulkPart<ShareChanges>(after, changes);
        });

    private static BulkRun<TItem, TResult> Run<TItem, TResult>(
        RequestDispatcher dispatcher,
        BulkOptions options,
        BulkWork<DesiredGrant, TResult> work
    )
        where TItem : ShareItem
        where TResult : class =>
        new(
            dispatcher,
            options,
            item => item.Desire().Address,
            async (owner, folder, items, token) =>
            {
                var shares = BulkShares.Of(folder, items, owner.Connection.Options.TimeProvider.GetUtcNow());
                SharedFolder after = shares.Folder;
                var done = new List<(TResult? Result, Exception? Error)>(items.Count);
                foreach (IReadOnlyList<DesiredGrant> round in shares.Rounds)
                {
                    BulkPart<TResult> part = await work(owner, after, round, token).ConfigureAwait(false);
                    after = part.After ?? after;
                    done.AddRange(part.Done);
                }

                return new BulkPart<TResult>(after, shares.Merge(done));
            }
        );
}
