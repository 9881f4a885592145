using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>One folder that a guest can see, and by which grant. Folders shared with the public are not among them.</summary>
/// <param name="Folder">The owner and the folder.</param>
/// <param name="FolderId">The folder's id in the owner's mailbox.</param>
/// <param name="Rights">The letters of the grant (<c>perm</c>), e.g. <c>r</c>.</param>
public sealed record GuestAccess(SharedCalendar Folder, string FolderId, string Rights)
{
    /// <summary>The owner's account id.</summary>
    public required string OwnerId { get; init; }

    /// <summary>What the guest types as user name for this owner's folders; the domain is the owner's.</summary>
    public required GuestIdentifier Identifier { get; init; }

    /// <summary>As what the guest has it: a guest by mail, a user by the account's id, or a member of a group.</summary>
    public required GranteeType GrantedTo { get; init; }

    /// <summary>The grantee's id in the ACL: the mail as it was typed when granted, or the id of the account or group.</summary>
    public required string GranteeId { get; init; }

    /// <summary>
    /// The grant is stored as <c>Name &lt;address&gt;</c>: the server takes the whole text for the address, so it lets nobody in. It is
    /// listed because it was meant for the guest, and <see cref="GuestClient.RetireAsync(string, string, CancellationToken)"/> takes it
    /// back with the others.
    /// </summary>
    public bool LetsNobodyIn { get; init; }

    /// <summary>The group's address; null for other grants.</summary>
    public string? GroupName { get; init; }

    /// <summary>The folder's default view, e.g. <c>appointment</c> for a calendar; null when unknown.</summary>
    public string? View { get; init; }

    /// <summary>When the grant ends, its own end or the ACL's ceiling, UTC; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The grant has ended and confers nothing; the server removes it a minute later.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The folder above whose ACL this one has; null when it has its own.</summary>
    public FolderPath? InheritedFrom { get; init; }

    /// <summary>
    /// The owner's account or domain is in maintenance, so its folders could not be asked: what stands here is what the directory last
    /// knew.
    /// </summary>
    public bool OwnerInMaintenance { get; init; }
}
