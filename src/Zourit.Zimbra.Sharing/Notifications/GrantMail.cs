using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>A mail about a grant that exists.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="Notice">What the mail tells.</param>
/// <param name="Address">Whom to mail, spelled as in the ACL.</param>
/// <param name="Settings">How.</param>
internal sealed record GrantMail(FolderGrant Grant, ShareNotice Notice, string Address, MailSettings Settings);
