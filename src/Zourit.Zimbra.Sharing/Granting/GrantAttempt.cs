using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>One grant of several that are made together, and what became of it.</summary>
internal sealed class GrantAttempt
{
    public GrantAttempt(SharedFolder folder, DesiredGrant wanted, GrantPlan plan)
    {
        Wanted = wanted;
        Plan = plan;
        Request = plan.Grant is null ? null : FolderActionRequest.Grant(folder.Id, plan.Grant);
        Result = plan.Grant is null
            ? new GrantResult(ShareOutcome.Unchanged, plan.Standing!, folder, ShareNotification.NotRequested)
            : null;
    }

    public DesiredGrant Wanted { get; }

    public GrantPlan Plan { get; }

    /// <summary>Null when nothing differs.</summary>
    public FolderActionRequest? Request { get; }

    /// <summary>What stands; null when it was refused.</summary>
    public GrantResult? Result { get; set; }

    public ZimbraException? Error { get; set; }

    public bool IsSettled => Result is not null || Error is not null;

    public GrantMail Mail => Plan.Mail(Result!.Grant, Wanted);

    /// <summary>
    /// Whether it must be looked up that somebody ever told the grantee: he has a share, and nothing was sent about it now.
    /// </summary>
    public bool IsMailInDoubt => Wanted.EnsureNotified && Result is { Notification.Status: NotificationStatus.NotRequested };

    public bool IsMailDue =>
        Plan.Notice is not null && Result is { Outcome: not ShareOutcome.Unchanged, Notification.Status: NotificationStatus.NotRequested };

    /// <summary>After a lost reply: takes what stands for the result, if it is what was wanted.</summary>
    public void Recover(SharedFolder after, DateTimeOffset now)
    {
        if (Wanted.FindIn(after.Acl) is { } found && GrantPlan.For(Wanted, after, now).Grant is null)
        {
            Result = new GrantResult(Plan.Outcome, found, after, ShareNotification.NotRequested);
        }
    }

    public void Tell(ShareNotification notification) => Result = Result! with { Notification = notification };
}
