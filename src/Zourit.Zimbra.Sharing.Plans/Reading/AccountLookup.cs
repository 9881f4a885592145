using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>Which of some addresses are accounts of the server (urn:zimbraAccount GetAccountInfoRequest, in one batch).</summary>
internal static class AccountLookup
{
    public const int BatchSize = 100;

    public static async Task<IReadOnlySet<string>> FindAsync(
        ZimbraMailbox mailbox,
        IReadOnlyList<string> addresses,
        CancellationToken cancellationToken
    )
    {
        if (addresses.Count == 0)
        {
            return new HashSet<string>();
        }

        GetAccountInfoRequest[] requests =
        [
            .. addresses.Select(address => new GetAccountInfoRequest { Account = AccountSelector.ByName(address) }),
        ];
        BatchResponse reply = await mailbox.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
        return addresses
            .Zip(requests)
            .Where(each => reply.OutcomeOf(each.Second).Response is not null)
            .Select(each => each.First)
            .ToHashSet();
    }
}
