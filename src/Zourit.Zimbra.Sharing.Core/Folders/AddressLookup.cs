using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// Whose address something is: an ACL shows accounts by their primary names only, and an address that was a guest's may have become an
/// account. One GetAccountInfo with the token in use answers both, and needs no administrator; groups and unknown addresses have no answer.
/// </summary>
internal static class AddressLookup
{
    private const int BatchSize = 100;

    /// <summary>Asks for one address; null where the text cannot be an account's whole name.</summary>
    public static GetAccountInfoRequest? RequestFor(string? name) =>
        name is not null && name.Contains('@', StringComparison.Ordinal)
            ? new GetAccountInfoRequest { Account = AccountSelector.ByName(name) }
            : null;

    /// <summary>The account; null when it does not exist, or the server does not answer the question.</summary>
    public static KnownAccount? Read(BatchOutcome<GetAccountInfoResponse> outcome) =>
        outcome.Response is { Id: { } id } found ? new KnownAccount(found.Name, id) : null;

    /// <summary>
    /// The folder with what is known of the accounts of a list's addresses. Only those are asked about of whom it is of use: an address
    /// without a grant may be an alias of somebody internal who has one; a guest's address in a domain of the server may have become an
    /// account.
    /// </summary>
    public static async Task<SharedFolder> WithAccountsAsync(
        RequestDispatcher dispatcher,
        SharedFolder folder,
        IEnumerable<string> addresses,
        CancellationToken cancellationToken
    )
    {
        string[] asked =
        [
            .. addresses.Where(address =>
                RequestFor(address) is not null && !folder.Accounts.ContainsKey(address) && IsOfUse(folder, address)
            ),
        ];
        return asked.Length == 0 ? folder : folder.Plus(await FindAsync(dispatcher, asked, cancellationToken).ConfigureAwait(false));
    }

    private static bool IsOfUse(SharedFolder folder, string address)
    {
        string domain = AccountName.DomainOf(address);
        bool isOwners = string.Equals(domain, folder.OwnerDomain, StringComparison.OrdinalIgnoreCase);
        return folder.Grants.Find(address) is { } found
            ? found.Type == GranteeType.Guest && (isOwners || folder.Grants.InternalDomains.Contains(domain))
            : isOwners || folder.Grants.InternalNames.Count > 0;
    }

    /// <summary>The accounts of some addresses, as far as there are any.</summary>
    public static async Task<IReadOnlyDictionary<string, KnownAccount>> FindAsync(
        RequestDispatcher dispatcher,
        IEnumerable<string> names,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, KnownAccount>(StringComparer.OrdinalIgnoreCase);
        foreach (
            string[] part in names.Where(name => RequestFor(name) is not null).Distinct(StringComparer.OrdinalIgnoreCase).Chunk(BatchSize)
        )
        {
            GetAccountInfoRequest[] requests = [.. part.Select(name => RequestFor(name)!)];
            BatchResponse reply = await dispatcher.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
            foreach ((string name, GetAccountInfoRequest request) in part.Zip(requests))
            {
                if (Read(reply.OutcomeOf(request)) is { } account)
                {
                    found[name] = account;
                }
            }
        }

        return found;
    }
}
