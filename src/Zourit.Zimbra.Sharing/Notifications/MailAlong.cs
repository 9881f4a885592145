using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>A mail in the batch of the change that it reports, behind it: the batch stops at the first fault.</summary>
/// <param name="request">The request that sends it.</param>
/// <param name="read">Reads what became of it.</param>
internal sealed class MailAlong(
    ZimbraRequest<SendShareNotificationResponse> request,
    Func<BatchOutcome<SendShareNotificationResponse>, ShareNotification> read
)
{
    public ZimbraRequest Request => request;

    /// <summary>What became of it; null where the batch stopped before it.</summary>
    public ShareNotification? In(BatchResponse reply) => reply.OutcomeOf(request) is { NotRun: false } outcome ? read(outcome) : null;
}
