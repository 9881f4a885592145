using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>A grant after it was made.</summary>
/// <param name="Outcome">What was changed.</param>
/// <param name="Grant">The grant as the server keeps it.</param>
/// <param name="Folder">The folder with its ACL as read last.</param>
/// <param name="Notification">What became of the mail.</param>
internal sealed record GrantResult(ShareOutcome Outcome, FolderGrant Grant, SharedFolder Folder, ShareNotification Notification)
{
    /// <summary>The grant to a guest whose address has become an account, which was revoked; null for none.</summary>
    public FolderGrant? Replaced { get; init; }

    /// <summary>
    /// Whether only the ACL, which shows primary names, or the server's word suggests that this is the grantee who was asked for.
    /// </summary>
    public bool IsInferred { get; init; }
}
