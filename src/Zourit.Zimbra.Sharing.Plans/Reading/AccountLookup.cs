using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>Which of some addresses are accounts of the server, and their ids (urn:zimbraAccount GetAccountInfoRequest, in one
/// batch).</summary>
internal static class AccountLookup
{
    public const int BatchSize = 100;

    public static async Task<IReadOnlyDictionary<string, string?>> FindAsync(
        ZimbraMailbox mailbox,
        IReadOnlyList<string> addresses,
        CancellationToken cancellationToken
    )
    {
        if (addresses.Count == 0)
        {
            return new Dictionary<string, string?>();
        }

        GetAccountInfoRequest[] requests =
        [
            .. addresses.Select(address => new GetAccountInfoRequest { Account = AccountSelector.ByName(address) }),
        ];
        BatchResponse reply = await mailbox.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
        Dictionary<string, string?> found = [];
        foreach ((string address, GetAccountInfoRequest request) in addresses.Zip(requests))
        {
            if (reply.OutcomeOf(request).Response is { } account)
            {
                found[address] = account.Id;
            }
        }

        return found;
    }
}
