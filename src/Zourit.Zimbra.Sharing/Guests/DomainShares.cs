using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What the owners of a domain share with guests, as published: what the daily task goes by (protocol.md §6.7).</summary>
internal sealed class DomainShares(IReadOnlyList<DomainShares.Share> all)
{
    public IReadOnlyList<Share> All => all;

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
                ? LdapFilter.StartsWith(PublishedShare.Attribute, PublishedShare.PrefixFor(mail.Value))
                : LdapFilter.Present(PublishedShare.Attribute),
            Domain = GuestDirectory.Ascii(domain),
            AttributeNames = [PublishedShare.Attribute, "displayName"],
            ApplyCos = false,
        };
        var shares = new List<Share>();
        await foreach (DirectoryEntry owner in dispatcher.SearchDirectoryAsync(request, cancellationToken).ConfigureAwait(false))
        {
            shares.AddRange(
                from share in owner.Attributes.Values(PublishedShare.Attribute).Select(PublishedShare.Parse).OfType<PublishedShare>()
                where share.GranteeType == "guest"
                select new Share(owner, share)
            );
        }

        return new DomainShares(shares);
    }

    /// <summary>Folders shared with a guest. The published address is small, whatever was typed.</summary>
    public IEnumerable<Share> With(string mail) =>
        all.Where(share => string.Equals(share.Published.GranteeId, mail, StringComparison.OrdinalIgnoreCase));

    internal sealed record Share(DirectoryEntry Owner, PublishedShare Published)
    {
        public FolderPath Path => FolderPath.FromServer(Published.Path);

        public SharedCalendar Folder => new(Owner.Name, Path);

        public MountTarget Target =>
            new(
                Owner.Id,
                Owner.Attributes["displayName"] ?? Owner.Name,
                Published.FolderId,
                Path,
                Published.View is "" or "unknown" ? null : Published.View
            );
    }
}
