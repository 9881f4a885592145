using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Finds what a guest can see: the owners by their published shares, then the truth by the ACLs of their folders.</summary>
internal sealed class AccessReader(RequestDispatcher dispatcher)
{
    public async IAsyncEnumerable<GuestAccess> ReadAsync(
        GuestAddress mail,
        string? domain,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        GranteeIds ids = await GranteeIds.ReadAsync(dispatcher, mail, cancellationToken).ConfigureAwait(false);
        var owners = new SearchDirectoryRequest
        {
            Query = ids.Owners(),
            Domain = domain is null ? null : GuestDirectory.Ascii(domain),
            AttributeNames = [PublishedShare.Attribute],
            ApplyCos = false,
        };
        await foreach (DirectoryEntry owner in dispatcher.SearchDirectoryAsync(owners, cancellationToken).ConfigureAwait(false))
        {
            Folder? root = await new OwnerFolders(dispatcher).ReadAsync(owner.Name, cancellationToken).ConfigureAwait(false);
            IEnumerable<GuestAccess> found = root is null ? FromDirectory(ids, owner) : FromAcls(ids, owner, root);
            foreach (GuestAccess access in found)
            {
                yield return access;
            }
        }
    }

    private IEnumerable<GuestAccess> FromAcls(GranteeIds ids, DirectoryEntry owner, Folder root)
    {
        DateTimeOffset now = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        var pending = new Stack<(Folder Folder, Folder? Source)>([(root, null)]);
        while (pending.TryPop(out (Folder Folder, Folder? Source) at))
        {
            Folder? source = at.Folder.HasOwnAcl ? at.Folder : at.Source;
            foreach (FolderGrant grant in source?.Acl?.Grants.Where(grant => ids.Covers(grant.Type, grant.GranteeId)) ?? [])
            {
                DateTimeOffset? expires = source!.Acl!.EffectiveExpiry(grant);
                yield return Access(ids, owner, at.Folder.Path ?? "/", at.Folder.Id, grant.Type, grant.GranteeId!, grant.Rights) with
                {
                    View = at.Folder.View,
                    Expires = expires,
                    HasEnded = expires <= now,
                    InheritedFrom = source == at.Folder ? null : FolderPath.FromServer(source.Path ?? "/"),
                };
            }

            foreach (Folder child in at.Folder.Children.Where(child => child.Kind == FolderKind.Folder).Reverse())
            {
                pending.Push((child, source));
            }
        }
    }

    private static IEnumerable<GuestAccess> FromDirectory(GranteeIds ids, DirectoryEntry owner) =>
        from share in PublishedShare.Of(owner)
        let type = GranteeTypeWord.Parse(share.GranteeType)
        where ids.Covers(type, share.GranteeId)
        select Access(ids, owner, share.Path, share.FolderId, type, share.GranteeId, share.Rights) with
        {
            View = share.View is "" or "unknown" ? null : share.View,
            Expires = share.Expires,
            OwnerInMaintenance = true,
        };

    private static GuestAccess Access(
        GranteeIds ids,
        DirectoryEntry owner,
        string path,
        string folderId,
        GranteeType type,
        string granteeId,
        string rights
    ) =>
        new(new SharedCalendar(owner.Name, FolderPath.FromServer(path)), folderId, rights)
        {
            OwnerId = owner.Id,
            Identifier = GuestIdentifier.For(ids.Mail, AccountName.DomainOf(owner.Name)),
            GrantedTo = type,
            GranteeId = granteeId,
            LetsNobodyIn = type == GranteeType.Guest && ids.HasDisplayName(granteeId),
            GroupName = type == GranteeType.Group ? ids.Groups[granteeId] : null,
        };
}
