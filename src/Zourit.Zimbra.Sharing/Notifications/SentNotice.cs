using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>What a mail in the owner's Sent folder says to a grantee of a folder.</summary>
/// <param name="Notice">What it says.</param>
/// <param name="IsCertain">Whether that and the folder are certain. Of a mail to a guest in a language that is not known, the default
/// calendar is not, since its name is translated.</param>
internal sealed record SentNotice(ShareNotice Notice, bool IsCertain)
{
    /// <summary>Null when the mail is about another folder, for somebody else, or no share mail.</summary>
    public static SentNotice? Read(MailMessage message, GrantMail mail, SharedFolder folder)
    {
        string id = folder.Number.Number;
        if (message.ShareXml is { } xml && ShareMailXml.Read(xml) is { } mark)
        {
            return mark.FolderId == id ? new SentNotice(mark.Notice, IsCertain: true) : null;
        }

        ShareMailText text = ShareMailText.Read(message);
        if (text.Invitation is { } link)
        {
            return IsFor(link, mail, folder, id) ? new SentNotice(ShareNotice.Created, IsCertain: true) : null;
        }

        (ShareMailSubjects Words, ShareNotice Notice)? subject = ShareMailSubjects.Read(message.Subject);
        bool? isFolder = IsFolder(text.FolderName, subject?.Words, folder, id);
        if (isFolder == false || (subject is null && text.FolderName is null))
        {
            return null;
        }

        // Without known words only the link, which guests alone get, separates a mail about a new share from one about a change.
        bool isGuest = mail.Grant.Type == GranteeType.Guest;
        ShareNotice notice = subject?.Notice
            ?? (
                text.IsOver ? ShareNotice.Revoked
                : isGuest ? ShareNotice.Edited
                : mail.Notice
            );
        return new SentNotice(notice, isFolder == true && (subject is not null || text.IsOver || isGuest));
    }

    // A forwarded invitation is somebody else's.
    private static bool IsFor(PersonalLink link, GrantMail mail, SharedFolder folder, string id) =>
        link.FolderId == id
        && (folder.Info is not { } owner || link.OwnerId == owner.Id)
        && string.Equals(link.Mail, mail.Address, StringComparison.OrdinalIgnoreCase);

    private static bool? IsFolder(string? name, ShareMailSubjects? words, SharedFolder folder, string id) =>
        name switch
        {
            null => null,
            _ when Same(name, folder.Path.Name) => true,
            _ when id != FolderId.DefaultCalendar => false,
            _ => words is null ? null : Same(name, words.DefaultCalendar),
        };

    private static bool Same(string left, string right) => string.Equals(left, right.Trim(), StringComparison.OrdinalIgnoreCase);
}
