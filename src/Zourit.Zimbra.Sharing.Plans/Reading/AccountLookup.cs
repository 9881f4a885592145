using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>Which of some addresses are accounts of the server, and their ids (urn:zimbraAccount GetAccountInfoRequest, in one
/// batch).</summary>
internal static class AccountLookup
{
    public const int BatchSize = 100;

    public static IReadOnlyDictionary<string, string?> None { get; } = new Dictionary<string, string?>();

    public static async Task<IReadOnlyDictionary<string, string?>> FindAsync(
        ZimbraMailbox mailbox,
        IReadOnlyList<string> addresses,
        CancellationToken cancellationToken
    )
    {
        if (addresses.Count == 0)
        {
            return None;
        }

        GetAccountInfoRequest[] requests = Requests(addresses);
        return Found(await mailbox.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false), addresses, requests);
    }

    /// <summary>The requests for a batch, one for each address.</summary>
    public static GetAccountInfoRequest[] Requests(IReadOnlyList<string> addresses) =>
        [.. addresses.Select(address => new GetAccountInfoRequest { Account = AccountSelector.ByName(address) })];

    /// <summary>What a batch with them says: the accounts, with their ids.</summary>
    public static IReadOnlyDictionary<string, string?> Found(
        BatchResponse reply,
        IReadOnlyList<string> addresses,
        GetAccountInfoRequest[] requests
    )
    {
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
