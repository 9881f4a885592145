using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>One grant of those that are made together on a folder, and what became of it.</summary>
internal sealed class GrantItem
{
    public GrantItem(SharedFolder folder, DesiredGrant desired, GrantPlan plan)
    {
        Before = folder;
        Desired = desired;
        Plan = plan;
        Request = plan.Grant is null ? null : FolderActionRequest.Grant(folder.Id, plan.Grant);
        Result = plan.Grant is null
            ? new GrantResult(ShareOutcome.Unchanged, plan.Standing!, folder, ShareNotification.NotRequested)
            : null;
    }

    /// <summary>The folder as it was planned on.</summary>
    public SharedFolder Before { get; }

    public DesiredGrant Desired { get; }

    public GrantPlan Plan { get; private set; }

    /// <summary>Null when nothing differs.</summary>
    public FolderActionRequest? Request { get; }

    /// <summary>The grant as it is; null when it was refused.</summary>
    public GrantResult? Result { get; set; }

    public ZimbraException? Error { get; set; }

    /// <summary>
    /// What is known of the batch with the mail in it, whose reply was lost, so that the mail may have left; null for none.
    /// </summary>
    public Doubt? LostMail { get; set; }

    /// <summary>Whether somebody else may have made the grant, and mailed.</summary>
    public bool MayBeAnothers { get; set; }

    /// <summary>
    /// Whether only the answer to the grant tells if it is a guest's: the address is an account of another domain, which is a guest like
    /// any other where the owner's domain does not share with that one (docs/protocol.md §4.3).
    /// </summary>
    public bool MayStayGuest =>
        Desired.Guest is not null
        && Plan.Standing is null
        && Before.AccountOf(Desired.Address) is { } account
        && !string.Equals(AccountName.DomainOf(account.Name), Before.OwnerDomain, StringComparison.OrdinalIgnoreCase);

    public bool IsSettled => Result is not null || Error is not null;

    /// <summary>The mail about the grant as it is, or is to be.</summary>
    public GrantMail Mail =>
        new(
            Result?.Grant ?? Plan.Standing ?? Plan.Grant!,
            Plan.Notice ?? ShareNotice.Created,
            MayStayGuest && Result?.Grant is { Type: GranteeType.Guest, GranteeId: { } guest } ? guest : Plan.NoticeAddress,
            Desired.Mail
        );

    /// <summary>The mail to who was never mailed: about a new share, with a guest's link.</summary>
    public GrantMail FirstMail => Mail with { Notice = ShareNotice.Created };

    /// <summary>Whether the mail may be in the batch of the grant: it is known before how the grantee will be spelled.</summary>
    public bool IsMailAlong => Plan is { Notice: not null, Dead: null } && !MayStayGuest;

    public bool IsMailDue =>
        Plan.Notice is not null && Result is { Outcome: not ShareOutcome.Unchanged, Notification.Status: NotificationStatus.NotRequested };

    /// <summary>
    /// Whether it must be looked up that anybody ever mailed the grantee: there is a share, and nothing was sent about it now.
    /// </summary>
    public bool IsMailInDoubt => Desired.Mail.Ensure && Result is { Notification.Status: NotificationStatus.NotRequested };

    /// <summary>
    /// Turns a mail about changed rights into one about a new share, with a guest's link: the grantee was never mailed.
    /// </summary>
    public void Introduce() => Plan = Plan with { Notice = ShareNotice.Created };

    /// <summary>After a lost reply: takes the grant as it is now for the result, if it is what was desired.</summary>
    public void Recover(SharedFolder after, DateTimeOffset now)
    {
        if (Find(after) is { } found && GrantPlan.For(Desired, after, now).Grant is null)
        {
            Settle(Plan.Outcome, found, after);
        }
    }

    /// <summary>The grantee's grant after granting: the one that gives access, else a guest's that the server kept as such.</summary>
    public FolderGrant? Find(SharedFolder after) =>
        Desired.FindIn(after) ?? (Desired is { Meant: null, Address: { } address } ? after.Grants.Guest(address) : null);

    public void Settle(ShareOutcome outcome, FolderGrant grant, SharedFolder after, ShareNotification? mailed = null)
    {
        // The guest's grant that was thought to be dead is the one that was changed.
        bool wasThere = grant.Type == GranteeType.Guest && Plan.Dead is not null && outcome == ShareOutcome.Created;
        Result = new GrantResult(wasThere ? ShareOutcome.Changed : outcome, grant, after, mailed ?? ShareNotification.NotRequested);
    }

    /// <summary>Takes for the result what the folder does not show.</summary>
    public void Infer(ShareOutcome outcome, FolderGrant grant, SharedFolder after)
    {
        Settle(outcome, grant, after);
        Result = Result! with { IsInferred = true };
    }

    public void Report(ShareNotification notification) => Result = Result! with { Notification = notification };
}
