using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Finds what a guest can see: the owners by their published shares, then the truth by the ACLs of their folders.</summary>
internal sealed class AccessReader(RequestDispatcher dispatcher, GuestDirectory directory)
{
    public async IAsyncEnumerable<GuestAccess> ReadAsync(
        GuestAddress mail,
        string? domain,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        DirectoryEntry? insider = await directory.FindInsiderAsync(mail, domain, cancellationToken).ConfigureAwait(false);
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

            // Of a mail that has become an account, only a guest's account that was made before uses guests' grants.
            bool isDead = insider is not null && !ids.HasAccountIn(AccountName.DomainOf(owner.Name));
            foreach (GuestAccess access in found)
            {
                yield return isDead && access.GrantedTo == GranteeType.Guest ? access with { LetsNobodyIn = true } : access;
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
                DateTimeOffset? expiry = source!.Acl!.EffectiveExpiry(grant);
                yield return Access(ids, owner, grant) with
                {
                    Folder = new SharedCalendar(owner.Name, FolderPath.FromServer(at.Folder.Path ?? "/")),
                    FolderId = at.Folder.Id,
                    View = at.Folder.View,
                    Expiry = expiry,
                    IsExpired = expiry <= now,
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
        select Access(
            ids,
            owner,
            new FolderGrant
            {
                Type = type,
                GranteeId = share.GranteeId,
                Rights = share.Rights,
            }
        ) with
        {
            Folder = share.TargetOf(owner).Calendar,
            FolderId = share.FolderId,
            View = share.TargetOf(owner).View,
            Expiry = share.Expires,
            OwnerInMaintenance = true,
        };

    private static GuestAccess Access(GranteeIds ids, DirectoryEntry owner, FolderGrant grant) =>
        new()
        {
            Folder = default,
            FolderId = "",
            Rights = grant.Rights,
            OwnerId = owner.Id,
            Identifier = GuestIdentifier.For(ids.Mail, AccountName.DomainOf(owner.Name)),
            GrantedTo = grant.Type,
            GranteeId = grant.GranteeId!,
            LetsNobodyIn = grant.Type == GranteeType.Guest && ids.HasDisplayName(grant.GranteeId!),
            GroupName = grant.Type == GranteeType.Group ? ids.Groups[grant.GranteeId!] : null,
        };
}
