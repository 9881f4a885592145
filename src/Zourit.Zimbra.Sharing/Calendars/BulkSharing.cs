using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Shares with a list of grantees.</summary>
/// <typeparam name="TItem">What is asked for.</typeparam>
/// <typeparam name="TShare">The share of such an item.</typeparam>
internal sealed class BulkShareRun<TItem, TShare>(RequestDispatcher dispatcher, BulkOptions options)
    : BulkRun<TItem, TShare>(dispatcher, options)
    where TItem : ShareItem
    where TShare : CalendarShare
{
    private readonly int _mailsAtOnce = options.MailBatchSize;

    protected override string? GranteeOf(TItem item) => item.Desire().Address;

    protected override async Task<(SharedFolder? After, IReadOnlyList<(TShare? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<TItem> items,
        CancellationToken cancellationToken
    )
    {
        BulkShares shares = await BulkShares.ReadAsync(owner, folder, items, cancellationToken).ConfigureAwait(false);
        var results = new ShareResults(owner.Connection);
        SharedFolder after = shares.Folder;
        var done = new List<(TShare? Result, Exception? Error)>(items.Count);
        foreach (IReadOnlyList<DesiredGrant> round in shares.Rounds)
        {
            SharedFolder before = after;
            (after, IReadOnlyList<GrantItem> applied) = await new GrantApplier(owner, _mailsAtOnce)
                .ApplyAsync(before, round, cancellationToken)
                .ConfigureAwait(false);
            done.AddRange(
                applied.Select(item =>
                    item.Result is { } result
                        ? ((TShare?)results.Of(new AppliedGrant(before, item.Desired, result)), (Exception?)null)
                        : (null, item.Error)
                )
            );
        }

        return (after, shares.Merge(done));
    }
}
