using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>Which personal links to look for in the owner's Sent folder.</summary>
public sealed record InvitationSearch
{
    /// <summary>The guest's mail address; upper and lower case do not matter.</summary>
    public required string Guest { get; init; }

    /// <summary>Only for this folder of the owner (a mountpoint means the folder it points to); null for all.</summary>
    public FolderPath? Calendar { get; init; }

    /// <summary>
    /// Only for the folder with this id in the owner's mailbox; spares the request that <see cref="Calendar"/> needs. Null for all.
    /// </summary>
    public string? FolderId { get; init; }

    /// <summary>Only mails sent after this time; mail dates have whole seconds. Null for all.</summary>
    public DateTimeOffset? After { get; init; }
}
