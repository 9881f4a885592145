using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>One folder that a guest can see, and by which grant. Folders shared with the public are not among them.</summary>
public sealed record GuestAccess
{
    /// <summary>The owner and the folder.</summary>
    public required SharedCalendar Folder { get; init; }

    /// <summary>The folder's id in the owner's mailbox.</summary>
    public required string FolderId { get; init; }

    /// <summary>What the grant allows (<c>perm</c>), e.g. <c>r</c>.</summary>
    public required Permissions Permissions { get; init; }

    /// <summary>The owner's account id.</summary>
    public required string OwnerId { get; init; }

    /// <summary>What the guest types as user name for this owner's folders; the domain is the owner's.</summary>
    public required GuestIdentifier Identifier { get; init; }

    /// <summary>As what the guest has it: a guest by mail, a user by the account's id, or a member of a group.</summary>
    public required GranteeType GrantedTo { get; init; }

    /// <summary>The grantee's id in the ACL: the mail as it was typed when granted, or the id of the account or group.</summary>
    public required string GranteeId { get; init; }

    /// <summary>
    /// The grant lets nobody in: it is stored as <c>Name &lt;address&gt;</c>, and the server takes the whole text for the address; or with
    /// an accent in the domain, and the server lets nobody sign up so; or the address has become an account of the server, which a guest's
    /// grant does not let in, and there is no guest's account of it. It is listed because it was meant for the guest, and
    /// <see cref="GuestClient.RetireAsync"/> revokes it with the others.
    /// </summary>
    public bool LetsNobodyIn { get; init; }

    /// <summary>The group's address; null for other grants.</summary>
    public string? GroupName { get; init; }

    /// <summary>The folder's default view, e.g. <c>appointment</c> for a calendar; null when unknown.</summary>
    public string? View { get; init; }

    /// <summary>When the grant expires, by its own expiry or the ACL's ceiling, UTC; null for never.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>The grant has expired and confers nothing; the server removes it a minute later.</summary>
    public bool IsExpired { get; init; }

    /// <summary>The folder above whose ACL this one has; null when it has its own.</summary>
    public FolderPath? InheritedFrom { get; init; }

    /// <summary>
    /// The owner's account or domain is in maintenance, so its folders could not be read: this is what the directory last
    /// knew.
    /// </summary>
    public bool OwnerInMaintenance { get; init; }
}
