namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>One folder that somebody shares with the account (<c>share</c> of GetShareInfoResponse).</summary>
public sealed record ShareInfo
{
    /// <summary>The owner's account id (<c>ownerId</c>).</summary>
    public required string OwnerId { get; init; }

    /// <summary>The folder's path in the owner's mailbox (<c>folderPath</c>).</summary>
    public required string FolderPath { get; init; }

    /// <summary>The folder's id there (<c>folderId</c>).</summary>
    public required string FolderId { get; init; }

    /// <summary>The owner's address (<c>ownerEmail</c>).</summary>
    public string? OwnerEmail { get; init; }

    /// <summary>The owner's display name (<c>ownerName</c>).</summary>
    public string? OwnerName { get; init; }

    /// <summary>The folder's UUID (<c>folderUuid</c>).</summary>
    public string? FolderUuid { get; init; }

    /// <summary>The folder's default view (<c>view</c>), e.g. <c>appointment</c>.</summary>
    public string? View { get; init; }

    /// <summary>The permission letters (<c>rights</c>).</summary>
    public string? Rights { get; init; }

    /// <summary>The grantee's type (<c>granteeType</c>).</summary>
    public string? GranteeType { get; init; }

    /// <summary>The grantee's id (<c>granteeId</c>): a UUID, or a guest's mail address; absent for everybody.</summary>
    public string? GranteeId { get; init; }

    /// <summary>
    /// The grantee's name (<c>granteeName</c>); the word <c>guest</c> for a guest when an owner was named, else absent for guests.
    /// </summary>
    public string? GranteeName { get; init; }

    /// <summary>The grantee's display name (<c>granteeDisplayName</c>).</summary>
    public string? GranteeDisplayName { get; init; }

    /// <summary>Whether the folder is kept from mobile sync (<c>activeSyncDisabled</c>).</summary>
    public bool? IsActiveSyncDisabled { get; init; }

    /// <summary>The id of the account's own mountpoint for it (<c>mid</c>); null when it has none.</summary>
    public string? MountpointId { get; init; }
}
