using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Grant, read back, notify, in one round trip that stops at the first fault: a grant that fails mails nobody. The reading stands before
/// the mail, so that a mail that fails does not cost the truth about the grant.
/// </summary>
internal sealed class GrantBatch
{
    public GrantBatch(SharedFolder folder, GrantPlan plan, string? note)
    {
        Grant = FolderActionRequest.Grant(folder.Id, plan.Grant!);
        ReadBack = GetFolderRequest.WithId(folder.Id);
        Notice = plan.Notice is { } notice
            ? new SendShareNotificationRequest(folder.Id, [plan.NoticeAddress]) { Notice = notice, Notes = NoteText.Escape(note) }
            : null;
        Request = new BatchRequest(Notice is null ? [Grant, ReadBack] : [Grant, ReadBack, Notice], BatchErrorMode.Stop);
    }

    public FolderActionRequest Grant { get; }

    public GetFolderRequest ReadBack { get; }

    public SendShareNotificationRequest? Notice { get; }

    public BatchRequest Request { get; }
}
