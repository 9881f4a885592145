using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// The owners of a domain who share with guests, and with whom, as the directory publishes it: what the daily task goes by
/// (docs/protocol.md §6.7).
/// </summary>
internal sealed class DomainShares(IReadOnlyList<DirectoryEntry> owners, string? administrator)
{
    /// <summary>The guests; one for each share. What is no address can have no account.</summary>
    public IEnumerable<GuestAddress> Guests =>
        owners
            .SelectMany(owner => PublishedShareExtensions.Of(Shown.Require(owner, administrator, PublishedShare.Attribute)))
            .Select(share => share.Guest())
            .OfType<GuestAddress>();

    /// <param name="dispatcher">An administrator's way to the server.</param>
    /// <param name="domain">The owners' domain.</param>
    /// <param name="guest">Only owners who share with this guest; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<DomainShares> ReadAsync(
        RequestDispatcher dispatcher,
        string domain,
        GuestAddress? guest,
        CancellationToken cancellationToken
    )
    {
        var request = new SearchDirectoryRequest
        {
            Query = guest is { } mail
                ? LdapFilter.StartsWith(PublishedShare.Attribute, PublishedShareExtensions.PrefixFor(mail.Value))
                : LdapFilter.Present(PublishedShare.Attribute),
            Domain = PrimaryDomain.Ascii(domain),
            AttributeNames = [PublishedShare.Attribute, "displayName"],
            ApplyCos = false,
        };
        List<DirectoryEntry> owners = await dispatcher
            .SearchDomainAsync(request, cancellationToken)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return new DomainShares(owners, dispatcher.Admin?.Administrator);
    }

    /// <summary>Those whose shares are hidden may be among them.</summary>
    public IEnumerable<DirectoryEntry> OwnersSharingWith(GuestAddress mail) =>
        owners.Where(owner =>
            owner.Hides(PublishedShare.Attribute) || PublishedShareExtensions.Of(owner).Any(share => share.Guest() == mail)
        );
}
