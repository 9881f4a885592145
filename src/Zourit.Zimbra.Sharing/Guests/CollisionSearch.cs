using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Looks for guests of a domain who would have one and the same account (docs/protocol.md §6.1).</summary>
internal sealed class CollisionSearch(RequestDispatcher dispatcher, GuestDirectory directory)
{
    private const int BatchSize = 50;

    public async IAsyncEnumerable<GuestCollision> FindAsync(
        string ownerDomain,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string domain = (await directory.DomainAsync(ownerDomain, cancellationToken).ConfigureAwait(false)).Name;
        Dictionary<GuestIdentifier, HashSet<GuestAddress>> guests = [];
        DomainShares shares = await DomainShares.ReadAsync(dispatcher, domain, guest: null, cancellationToken).ConfigureAwait(false);
        foreach (GuestAddress guest in shares.Guests)
        {
            Add(guest);
        }

        Dictionary<GuestIdentifier, GuestAddress> holders = [];
        await foreach (
            GuestAccount account in directory.SearchAsync(new GuestSearch { OwnerDomain = domain }, cancellationToken).ConfigureAwait(false)
        )
        {
            if (account.Identifier is { } name && GuestAddress.TryParse(account.Mail, out GuestAddress holder))
            {
                holders[name] = holder;
                Add(holder);
            }
        }

        foreach (GuestIdentifier[] some in guests.Keys.OrderBy(identifier => identifier.Value, StringComparer.Ordinal).Chunk(BatchSize))
        {
            Dictionary<GuestIdentifier, string> regular = await RegularAccountsAsync(
                    some.Where(identifier => !holders.ContainsKey(identifier)),
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (
                GuestIdentifier identifier in some.Where(identifier => guests[identifier].Count > 1 || regular.ContainsKey(identifier))
            )
            {
                yield return new GuestCollision
                {
                    Identifier = identifier,
                    Guests = [.. guests[identifier].OrderBy(guest => guest.Value, StringComparer.Ordinal)],
                    Holder = holders.TryGetValue(identifier, out GuestAddress holder) ? holder : null,
                    RegularAccount = regular.GetValueOrDefault(identifier),
                };
            }
        }

        void Add(GuestAddress guest)
        {
            var identifier = GuestIdentifier.For(guest, domain);
            if (!guests.TryGetValue(identifier, out HashSet<GuestAddress>? claims))
            {
                guests[identifier] = claims = [];
            }

            claims.Add(guest);
        }
    }

    private async Task<Dictionary<GuestIdentifier, string>> RegularAccountsAsync(
        IEnumerable<GuestIdentifier> identifiers,
        CancellationToken cancellationToken
    )
    {
        (GuestIdentifier Identifier, GetAccountRequest Request)[] lookups =
        [
            .. identifiers.Select(identifier =>
                (
                    identifier,
                    new GetAccountRequest
                    {
                        Account = AccountSelector.ByName(identifier.Value),
                        ApplyCos = false,
                        AttributeNames = [GuestAttributes.VirtualFlag],
                    }
                )
            ),
        ];
        if (lookups.Length == 0)
        {
            return [];
        }

        BatchResponse answers = await dispatcher
            .SendAsync(new BatchRequest(lookups.Select(lookup => lookup.Request)), cancellationToken)
            .ConfigureAwait(false);
        var found = new Dictionary<GuestIdentifier, string>();
        foreach ((GuestIdentifier identifier, GetAccountRequest request) in lookups)
        {
            BatchOutcome<AccountResponse> answer = answers.OutcomeOf(request);
            if (
                answer.Fault?.Code != ZimbraFaultCodes.NoSuchAccount
                && answer.ResponseOrThrow().Account is var account
                && !GuestAttributes.IsGuest(account)
            )
            {
                found[identifier] = account.Name;
            }
        }

        return found;
    }
}
