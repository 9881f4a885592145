using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Finds what a guest can see: the owners by their published shares, then the truth by the ACLs of their folders.</summary>
internal sealed class AccessReader(RequestDispatcher dispatcher, GuestDirectory directory)
{
    /// <param name="mail">The guest.</param>
    /// <param name="ownerDomain">The owners' domain, or an alias of it; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<GuestAccess> ListAsync(
        GuestAddress mail,
        string? ownerDomain,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? domain = ownerDomain is null
            ? null
            : (await directory.DomainAsync(ownerDomain, cancellationToken).ConfigureAwait(false)).Name;
        await foreach (FoundShare share in ReadAsync(mail, domain, account: null, cancellationToken).ConfigureAwait(false))
        {
            yield return share.Access;
        }
    }

    /// <param name="mail">The guest.</param>
    /// <param name="domain">The owners' domain by its primary name; null for all.</param>
    /// <param name="account">The guest's account in that domain, whose mountpoints name further owners; null for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<FoundShare> ReadAsync(
        GuestAddress mail,
        string? domain,
        GuestAccount? account,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        DirectoryEntry? insider = await directory.FindInsiderAsync(mail, domain, cancellationToken).ConfigureAwait(false);
        GranteeIds ids = await GranteeIds.ReadAsync(dispatcher, mail, cancellationToken).ConfigureAwait(false);
        string? ownerDomain = domain is null ? null : PrimaryDomain.Ascii(domain);
        await new SharedGroups(dispatcher).RequireVisibleAsync(ownerDomain, cancellationToken).ConfigureAwait(false);
        var owners = new SearchDirectoryRequest
        {
            Query = Owners(ids),
            Domain = ownerDomain,
            AttributeNames = [PublishedShare.Attribute],
            ApplyCos = false,
        };
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (DirectoryEntry owner in dispatcher.SearchDomainAsync(owners, cancellationToken).ConfigureAwait(false))
        {
            known.Add(owner.Id);
            foreach (FoundShare share in await OfOwnerAsync(ids, insider, owner, cancellationToken).ConfigureAwait(false))
            {
                yield return share;
            }
        }

        if (account is null)
        {
            yield break;
        }

        IReadOnlyList<Folder>? mountpoints = await new GuestMailbox(dispatcher.ForAccount(account.Name), account.Locale)
            .MountpointsIfOpenAsync(cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<DirectoryEntry> linked = await LinkedOwners
            .ReadAsync(directory, account, mountpoints, known.Contains, cancellationToken)
            .ConfigureAwait(false);
        foreach (DirectoryEntry owner in linked)
        {
            foreach (FoundShare share in await OfOwnerAsync(ids, insider, owner, cancellationToken).ConfigureAwait(false))
            {
                yield return share;
            }
        }
    }

    private async Task<IEnumerable<FoundShare>> OfOwnerAsync(
        GranteeIds ids,
        DirectoryEntry? insider,
        DirectoryEntry owner,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<FoundShare> found = await new OwnerFolders(dispatcher).ReadAsync(owner.Name, cancellationToken).ConfigureAwait(false)
            is { } folders
            ? FromAcls(ids, owner, folders)
            : FromDirectory(ids, owner);

        // Of a mail that has become an account, only a guest's account that was made before uses guests' grants.
        bool isDead = insider is not null && !ids.HasAccountIn(AccountName.DomainOf(owner.Name));
        return found.Select(share =>
            isDead && share.Grant.Type == GranteeType.Guest ? share with { Access = share.Access with { LetsNobodyIn = true } } : share
        );
    }

    /// <summary>Owners who share with the guest in any of these ways.</summary>
    private static LdapFilter Owners(GranteeIds ids) =>
        LdapFilter.Or([
            .. ids
                .Mail.Spellings.Concat(ids.Accounts.Keys)
                .Concat(ids.Groups.Keys)
                .Select(id => LdapFilter.StartsWith(PublishedShare.Attribute, PublishedShareExtensions.PrefixFor(id))),
            .. ids.Mail.Spellings.Select(mail => LdapFilter.Contains(PublishedShare.Attribute, $"<{mail}>;")),
        ]);

    private IEnumerable<FoundShare> FromAcls(GranteeIds ids, DirectoryEntry owner, IReadOnlyList<SharedFolder> folders)
    {
        DateTimeOffset now = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        foreach (SharedFolder folder in folders)
        {
            foreach (FolderGrant grant in folder.Acl.Grants.Where(each => ids.Covers(each.Type, each.GranteeId)))
            {
                DateTimeOffset? expiry = folder.Acl.EffectiveExpiry(grant);
                GuestAccess access = Access(ids, owner, grant) with
                {
                    Folder = new SharedCalendar { Owner = owner.Name, Calendar = folder.Path },
                    FolderId = folder.Id,
                    View = folder.Folder.View,
                    Expiry = expiry,
                    IsExpired = expiry <= now,
                    InheritedFrom = folder.InheritedFrom,
                };
                yield return new FoundShare(access, grant, folder);
            }
        }
    }

    private IEnumerable<FoundShare> FromDirectory(GranteeIds ids, DirectoryEntry owner) =>
        from share in PublishedShareExtensions.Of(Shown.Require(owner, dispatcher.Admin?.Administrator, PublishedShare.Attribute))
        let grant = new FolderGrant
        {
            Type = share.GranteeType,
            GranteeId = share.GranteeId,
            Rights = share.Permissions.Letters,
        }
        where ids.Covers(grant.Type, grant.GranteeId)
        let target = share.TargetOf(owner)
        let access = Access(ids, owner, grant) with
        {
            Folder = target.Calendar,
            FolderId = share.FolderId,
            View = target.View,
            Expiry = share.Expiry,
            OwnerInMaintenance = true,
        }
        select new FoundShare(access, grant, Folder: null);

    private static GuestAccess Access(GranteeIds ids, DirectoryEntry owner, FolderGrant grant) =>
        new()
        {
            Folder = default,
            FolderId = "",
            Permissions = Permissions.ParseLenient(grant.Rights),
            OwnerId = owner.Id,
            Identifier = GuestIdentifier.For(ids.Mail, AccountName.DomainOf(owner.Name)),
            GrantedTo = grant.Type,
            GranteeId = grant.GranteeId!,
            LetsNobodyIn = grant.Type == GranteeType.Guest && GrantSearch.GuestOf(grant) is null,
            GroupName = grant.Type == GranteeType.Group ? ids.Groups[grant.GranteeId!] : null,
        };
}
