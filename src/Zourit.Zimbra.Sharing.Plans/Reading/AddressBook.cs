using System.Collections.Concurrent;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>Which addresses of new shares are accounts or lists of the server; each is asked for once, many of them at a time.</summary>
internal sealed class AddressBook(ZimbraClient client)
{
    private readonly ConcurrentDictionary<string, (bool IsAccount, string? Id)> _accounts = [];
    private readonly ConcurrentDictionary<string, bool> _isList = [];
    private readonly ListLookup _lists = new(client);
    private bool? _seesAll;

    /// <summary>Asks for those of many owners, by the session of one of them in each domain. What fails is asked again by each
    /// owner.</summary>
    public async Task PrepareAsync(IReadOnlyList<OwnerPlan> plans, CancellationToken cancellationToken)
    {
        try
        {
            foreach (IGrouping<string, OwnerPlan> domain in plans.GroupBy(plan => OwnerDomain.Of(plan.Owner)))
            {
                string[] addresses = [.. domain.SelectMany(plan => plan.Changes).Where(IsAsked).Select(change => change.Grantee.Name)];
                if (addresses.Length > 0)
                {
                    _ = await AccountsAsync(client.Mailbox(domain.First().Owner), addresses, cancellationToken).ConfigureAwait(false);
                    await AskListsAsync(addresses, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (ZimbraException)
        {
            // Whose plan it concerns hears of it.
        }
    }

    /// <summary>Whether it is of use to know who a change is for.</summary>
    public static bool IsAsked(PlannedChange change) => change.Action == ChangeAction.Create && change.Grantee.Kind != GranteeKind.Public;

    /// <summary>Those of some addresses that are accounts, with their ids.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> AccountsAsync(
        ZimbraMailbox mailbox,
        IEnumerable<string> addresses,
        CancellationToken cancellationToken
    )
    {
        string[] asked = [.. addresses.Distinct()];
        foreach (string[] part in asked.Where(address => !_accounts.ContainsKey(address)).Chunk(AccountLookup.BatchSize))
        {
            IReadOnlyDictionary<string, string?> found = await AccountLookup
                .FindAsync(mailbox, part, cancellationToken)
                .ConfigureAwait(false);
            foreach (string address in part)
            {
                _accounts[address] = (found.TryGetValue(address, out string? id), id);
            }
        }

        return asked.Where(address => _accounts[address].IsAccount).ToDictionary(address => address, address => _accounts[address].Id);
    }

    /// <summary>Those of some addresses that are distribution lists, as far as the client sees them.</summary>
    public async Task<HashSet<string>> ListsAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        await AskListsAsync(addresses, cancellationToken).ConfigureAwait(false);
        return [.. addresses.Where(address => _isList[address])];
    }

    /// <inheritdoc cref="ListLookup.SeesAllAsync"/>
    public async Task<bool> SeesAllAsync(CancellationToken cancellationToken) =>
        _seesAll ??= await _lists.SeesAllAsync(cancellationToken).ConfigureAwait(false);

    private async Task AskListsAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        string[] asked = [.. addresses.Distinct().Where(address => !_isList.ContainsKey(address) && !IsKnownAccount(address))];
        if (asked.Length > 0)
        {
            HashSet<string> lists = await _lists.FindAsync(asked, cancellationToken).ConfigureAwait(false);
            foreach (string address in asked)
            {
                _isList[address] = lists.Contains(address);
            }
        }
    }

    private bool IsKnownAccount(string address) =>
        _accounts.TryGetValue(address, out (bool IsAccount, string? Id) known) && known.IsAccount;
}
