using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>What stands after granting.</summary>
/// <param name="Outcome">What was changed.</param>
/// <param name="Grant">The grant as the server stored it.</param>
/// <param name="Folder">The folder with its ACL as read last.</param>
/// <param name="Notification">What became of the mail.</param>
internal sealed record GrantResult(ShareOutcome Outcome, FolderGrant Grant, SharedFolder Folder, ShareNotification Notification);
