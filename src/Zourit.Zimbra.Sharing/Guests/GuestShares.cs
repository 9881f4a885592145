using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// The folders that the owners of a domain share with guests by mail now. The shares published in the directory and the guest's mountpoints
/// say which owners to ask, and the ACLs of their folders what is shared: what is published lags behind, and keeps expired grants for a
/// while. Each owner's folders are read once.
/// </summary>
internal sealed class GuestShares(RequestDispatcher dispatcher, GuestDirectory directory, DomainShares published)
{
    private readonly Dictionary<string, ILookup<GuestAddress, MountTarget>> _owners = new(StringComparer.Ordinal);

    /// <param name="account">The guest's account.</param>
    /// <param name="mountpoints">The mountpoints in it; null where they cannot be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<MountTarget>> WithAsync(
        GuestAccount account,
        IReadOnlyList<Folder>? mountpoints,
        CancellationToken cancellationToken
    )
    {
        if (!GuestAddress.TryParse(account.Mail, out GuestAddress mail))
        {
            return [];
        }

        var found = new List<MountTarget>();
        foreach (DirectoryEntry owner in await OwnersAsync(account, mail, mountpoints, cancellationToken).ConfigureAwait(false))
        {
            if (!_owners.TryGetValue(owner.Id, out ILookup<GuestAddress, MountTarget>? shares))
            {
                _owners[owner.Id] = shares = await SharesOfAsync(owner, cancellationToken).ConfigureAwait(false);
            }

            found.AddRange(shares[mail]);
        }

        return found;
    }

    private async Task<IEnumerable<DirectoryEntry>> OwnersAsync(
        GuestAccount account,
        GuestAddress mail,
        IReadOnlyList<Folder>? mountpoints,
        CancellationToken cancellationToken
    )
    {
        var owners = published.OwnersSharingWith(mail).ToDictionary(owner => owner.Id, StringComparer.Ordinal);
        IReadOnlyList<DirectoryEntry> linked = await LinkedOwners
            .ReadAsync(directory, account, mountpoints, owners.ContainsKey, cancellationToken)
            .ConfigureAwait(false);
        foreach (DirectoryEntry owner in linked)
        {
            owners[owner.Id] = owner;
        }

        return owners.Values;
    }

    private async Task<ILookup<GuestAddress, MountTarget>> SharesOfAsync(DirectoryEntry owner, CancellationToken cancellationToken)
    {
        IReadOnlyList<SharedFolder>? folders = await new OwnerFolders(dispatcher)
            .ReadAsync(owner.Name, cancellationToken)
            .ConfigureAwait(false);
        DateTimeOffset now = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        return (folders is null ? Published(owner, now) : InForce(owner, folders, now)).ToLookup(
            share => share.Guest,
            share => share.Target
        );
    }

    private static IEnumerable<(GuestAddress Guest, MountTarget Target)> InForce(
        DirectoryEntry owner,
        IReadOnlyList<SharedFolder> folders,
        DateTimeOffset now
    ) =>
        from folder in folders
        where folder.Folder.HasOwnAcl
        from grant in folder.Acl.Grants
        where !(folder.Acl.EffectiveExpiry(grant) <= now)
        let guest = GrantSearch.GuestOf(grant)
        where guest is not null
        select (guest.Value, MountTarget.Of(owner, folder));

    /// <summary>What the directory knows of an owner in maintenance.</summary>
    private IEnumerable<(GuestAddress Guest, MountTarget Target)> Published(DirectoryEntry owner, DateTimeOffset now) =>
        from share in PublishedShareExtensions.Of(Shown.Require(owner, dispatcher.Admin?.Administrator, PublishedShare.Attribute))
        where !(share.Expiry <= now)
        let guest = share.Guest()
        where guest is not null
        select (guest.Value, share.TargetOf(owner));
}
