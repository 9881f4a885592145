using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// The owners to whose folders a guest has mountpoints: what was granted a moment ago, or while a deep path keeps the server from
/// publishing, is in the ACL and not in the directory.
/// </summary>
internal static class LinkedOwners
{
    /// <summary>Those of the account's domain who are not known already.</summary>
    public static async Task<IReadOnlyList<DirectoryEntry>> ReadAsync(
        GuestDirectory directory,
        GuestAccount account,
        IReadOnlyList<Folder>? mountpoints,
        Func<string, bool> isKnown,
        CancellationToken cancellationToken
    )
    {
        string domain = PrimaryDomain.Ascii(AccountName.DomainOf(account.Name));

        // A link whose owner is gone names nobody (docs/protocol.md §3.2); of an id that is gone, or of a domain of others, the server says
        // to a delegated administrator that a right is missing (recordings 15-204 to 15-206).
        IEnumerable<string> linked = (mountpoints ?? [])
            .Select(link => link.Target)
            .OfType<MountpointTarget>()
            .Where(target => PrimaryDomain.Ascii(AccountName.DomainOf(target.OwnerName ?? "")) == domain)
            .Select(target => target.OwnerId)
            .OfType<string>()
            .Distinct();
        var owners = new List<DirectoryEntry>();
        foreach (string id in linked.Where(id => !isKnown(id)))
        {
            if (await directory.FindAccountAsync(AccountSelector.ById(id), cancellationToken).ConfigureAwait(false) is { } owner)
            {
                owners.Add(owner);
            }
        }

        return owners;
    }
}
