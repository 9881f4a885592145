using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Shares with a list of guests.</summary>
internal sealed class BulkShareRun(RequestDispatcher dispatcher, BulkOptions options) : BulkRun<GuestShare>(dispatcher, options)
{
    private readonly int _mailsAtOnce = options.MailBatchSize;

    protected override async Task<(SharedFolder After, IReadOnlyList<(GuestShare? Result, Exception? Error)> Done)> DoAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<(GuestAddress Guest, GuestShareOptions Options)> shares,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset now = owner.Connection.Options.TimeProvider.GetUtcNow();
        SharedFolder known = await AddressLookup
            .WithAccountsAsync(owner, folder, shares.Select(share => share.Guest.Value), cancellationToken)
            .ConfigureAwait(false);
        BulkShares entries = BulkShares.Read(known, shares, now);
        (SharedFolder after, IReadOnlyList<GrantItem> items) = await new GrantApplier(owner, _mailsAtOnce)
            .ApplyAsync(known, entries.Desired, cancellationToken)
            .ConfigureAwait(false);
        return (
            after,
            entries.Merge<GrantItem, GuestShare>(items, item =>
                item.Result is { } result
                    ? (
                        ShareResults.Guest(
                            new AppliedGrant(known, item.Desired, result),
                            item.Desired.Guest!.Value,
                            owner.Connection.Server,
                            now
                        ),
                        null
                    )
                    : (null, item.Error)
            )
        );
    }
}
