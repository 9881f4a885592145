using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>A folder as it stands: its data, the ACL in force, and what the server says of its owner.</summary>
internal sealed record SharedFolder
{
    public required Folder Folder { get; init; }

    public required FolderPath Path { get; init; }

    /// <summary>The ACL in force: the folder's own, else the nearest ancestor's, else an empty one (protocol.md §3.5).</summary>
    public required FolderAcl Acl { get; init; }

    /// <summary>The ancestor whose ACL is in force; null when the folder has its own or there is none.</summary>
    public FolderPath? InheritedFrom { get; init; }

    /// <summary>Null where the caller may not ask it: in the mailbox of somebody who only granted him rights.</summary>
    public GetInfoResponse? Info { get; init; }

    /// <summary>The owner's primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>
    /// Where the mailbox stood when the folder was first read: whatever has a higher number came later. Null when the server did not tell.
    /// </summary>
    public long? ChangeNumber { get; init; }

    public string Id => Folder.Id;

    public string OwnerDomain => AccountName.DomainOf(Owner);

    /// <summary>
    /// Whether the ACL is shown: to the owner, and in somebody else's mailbox to who holds the right <c>a</c> (protocol.md §3.3).
    /// </summary>
    public bool ShowsAcl => Folder.EffectiveRights?.Contains('a', StringComparison.Ordinal) ?? true;

    /// <summary>Refuses to take an ACL that is not shown for one that is empty.</summary>
    /// <exception cref="ZimbraFaultException">The ACL is not shown to the account in use.</exception>
    public SharedFolder RequireAcl()
    {
        string reason =
            $"the account in use has the rights '{Folder.EffectiveRights}' on '{Path}' of {Owner}; only who has 'a' "
            + $"(administer) sees and changes its shares";
        return ShowsAcl
            ? this
            : throw new ZimbraFaultException(
                new ZimbraFault(ZimbraFaultCodes.PermissionDenied, reason, IsSenderFault: true, TraceId: null, []),
                "GetFolderRequest"
            );
    }

    /// <summary>
    /// Whose turn it is to change somebody's share of this folder and to mail him about it; the same for all ways to name the folder and to
    /// spell the address.
    /// </summary>
    public string TurnOf(string address) =>
        KeyedLock.KeyOf(Owner, Id, GuestAddress.TryParse(address, out GuestAddress guest) ? guest.Value : address);

    /// <summary>The same folder after its ACL was read again.</summary>
    public SharedFolder With(Folder folder) =>
        this with
        {
            Folder = folder,
            Acl = folder.HasOwnAcl ? folder.Acl ?? new FolderAcl() : Acl,
            InheritedFrom = folder.HasOwnAcl ? null : InheritedFrom,
        };
}
