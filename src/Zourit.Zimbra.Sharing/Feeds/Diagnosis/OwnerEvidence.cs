using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What the owner's mailbox tells: the folder, the ACL in force, the policy that the owner may see of itself.</summary>
internal sealed record OwnerEvidence(GetInfoResponse Info, Folder Tree, FolderPath Path, Folder? Folder, FolderAcl Acl)
{
    /// <summary>When it was read.</summary>
    public DateTimeOffset ReadAt { get; private init; }

    public string OwnerDomain => AccountName.DomainOf(Info.Name);

    /// <summary>The addresses of the guests in the ACL.</summary>
    public IReadOnlyList<GuestAddress> Guests =>
        [
            .. Acl
                .Grants.Where(grant => grant.Type == GranteeType.Guest)
                .Select(grant => GuestAddress.TryParse(GrantSearch.Bare(grant.GranteeId), out GuestAddress mail) ? mail : default)
                .Where(mail => mail.Value.Length > 0),
        ];

    /// <summary>
    /// Where there is no folder of that path: one whose path looks the same, but has its accents composed or decomposed otherwise. The
    /// server does not normalise names (docs/protocol.md §8.2).
    /// </summary>
    public FolderPath? SameLooking =>
        Tree.SelfAndDescendants()
            .Where(folder => folder is { Kind: FolderKind.Folder, Path: { } path } && LooksLike(path))
            .Select(folder => (FolderPath?)FolderPath.FromServer(folder.Path!))
            .FirstOrDefault();

    /// <summary>Asks with the client's credentials; null when they are not the owner's or an administrator's.</summary>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: the administrator's server does not know the
    /// owner.</exception>
    public static async Task<OwnerEvidence?> GatherAsync(
        RequestDispatcher dispatcher,
        string owner,
        FolderPath path,
        CancellationToken cancellationToken
    )
    {
        if (!dispatcher.HasLogin)
        {
            return null;
        }

        RequestDispatcher asOwner = dispatcher.Admin is null ? dispatcher : dispatcher.ForAccount(owner);
        var info = new GetInfoRequest();
        var tree = new GetFolderRequest();
        BatchResponse reply = await asOwner.SendAsync(new BatchRequest([info, tree]), cancellationToken).ConfigureAwait(false);
        return
            reply.OutcomeOf(info).Response is { } known
            && reply.OutcomeOf(tree).Response is { } folders
            && IsOwner(known, owner, dispatcher)
            ? Of(known, folders.Folder, path) with
            {
                ReadAt = dispatcher.Connection.Options.TimeProvider.GetUtcNow(),
            }
            : null;
    }

    // The server completes and resolves names, so an alias of the owner in the address is the owner too; only an administrator's token says
    // so surely.
    private static bool IsOwner(GetInfoResponse info, string owner, RequestDispatcher dispatcher) =>
        dispatcher.Admin is not null
        || string.Equals(info.Name, owner, StringComparison.OrdinalIgnoreCase)
        || info.Attributes.Values("zimbraMailAlias").Contains(owner, StringComparer.OrdinalIgnoreCase);

    private bool LooksLike(string path) =>
        string.Equals(Accents.Decompose(path), Accents.Decompose(Path.Value), StringComparison.OrdinalIgnoreCase);

    private static OwnerEvidence Of(GetInfoResponse info, Folder tree, FolderPath path)
    {
        var acl = EffectiveAcl.Resolve(tree, path, out Folder? folder);
        return new OwnerEvidence(info, tree, path, folder, acl.Acl);
    }
}
