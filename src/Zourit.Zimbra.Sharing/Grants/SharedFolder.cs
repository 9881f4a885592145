using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Grants;

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

    public string Id => Folder.Id;

    public string OwnerDomain => Owner[(Owner.LastIndexOf('@') + 1)..];

    /// <summary>The same folder after its ACL was read again.</summary>
    public SharedFolder With(Folder folder) => this with
    {
        Folder = folder,
        Acl = folder.HasOwnAcl ? folder.Acl ?? new FolderAcl() : Acl,
        InheritedFrom = folder.HasOwnAcl ? null : InheritedFrom,
    };
}
