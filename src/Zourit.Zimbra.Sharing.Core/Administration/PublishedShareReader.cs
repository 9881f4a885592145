using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>Reads the published shares of a domain, page by page.</summary>
internal sealed class PublishedShareReader(RequestDispatcher dispatcher)
{
    public async IAsyncEnumerable<OwnerShares> ReadAsync(
        string domain,
        GuestAddress? guest,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var request = new SearchDirectoryRequest
        {
            Query = guest is { } mail
                ? LdapFilter.StartsWith(PublishedShare.Attribute, $"granteeId:{mail.Value};")
                : LdapFilter.Present(PublishedShare.Attribute),
            Domain = domain,
            AttributeNames = [PublishedShare.Attribute],
            Limit = pageSize,
            ApplyCos = false,
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (DirectoryEntry owner in dispatcher.SearchDomainAsync(request, cancellationToken).ConfigureAwait(false))
        {
            // Whoever starts or stops sharing meanwhile shifts the pages.
            if (seen.Add(owner.Id))
            {
                yield return Read(owner, guest);
            }
        }
    }

    private static OwnerShares Read(DirectoryEntry owner, GuestAddress? guest)
    {
        var items = new List<PublishedShare>();
        var unreadable = new List<string>();
        foreach (string value in owner.Attributes.Values(PublishedShare.Attribute))
        {
            if (!PublishedShare.TryParse(value, out PublishedShare? item))
            {
                unreadable.Add(value);
            }
            else if (guest is not { } mail || IsWith(item, mail))
            {
                items.Add(item);
            }
        }

        return new OwnerShares
        {
            Owner = owner.Name,
            OwnerId = owner.Id,
            Items = items,
            Unreadable = unreadable,
            IsHidden = owner.Hides(PublishedShare.Attribute),
        };
    }

    private static bool IsWith(PublishedShare item, GuestAddress guest) =>
        item.GranteeType == GranteeType.Guest && string.Equals(item.GranteeId, guest.Value, StringComparison.OrdinalIgnoreCase);
}
