using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>A mail about a grant that exists.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="Notice">What the mail tells.</param>
/// <param name="Address">Whom to mail, spelled as in the ACL.</param>
/// <param name="Note">The caller's note, not escaped yet.</param>
/// <param name="IsEnsured">Whether it is sent again once it is certain that it did not leave.</param>
internal sealed record GrantMail(FolderGrant Grant, ShareNotice Notice, string Address, string? Note, bool IsEnsured)
{
    public SendShareNotificationRequest Request(SharedFolder folder) =>
        new()
        {
            FolderId = folder.Id,
            Addresses = [Address],
            Notice = Notice,
            Notes = NoteText.Escape(Note),
        };
}
