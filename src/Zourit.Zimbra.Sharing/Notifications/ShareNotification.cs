using System.Globalization;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// The mail that the server sends about a share (urn:zimbraMail SendShareNotificationRequest), reported apart from the share: a share can
/// exist although its mail failed.
/// </summary>
public sealed record ShareNotification
{
    // Of a mail that the server did not try; what else fails may do so after the mail has left (docs/protocol.md §5.5).
    private const string NotTried = "Messaging Exception while sending share notification message";

    internal static ShareNotification NotRequested { get; } = new() { Status = NotificationStatus.NotRequested };

    /// <summary>What became of it.</summary>
    public required NotificationStatus Status { get; init; }

    /// <summary>To which address, spelled as in the ACL; null when no mail was due.</summary>
    public string? Address { get; init; }

    /// <summary>Why it failed or is not known, with the remedy; null otherwise.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>The server's fault when it failed, e.g. <c>mail.SEND_ABORTED_ADDRESS_FAILURE</c>, or when the fault leaves open whether the
    /// mail left, as <c>service.FAILURE</c> does; null otherwise.</summary>
    public ZimbraFault? Fault { get; init; }

    internal static ShareNotification Sent(string address) => new() { Status = NotificationStatus.Sent, Address = address };

    internal static ShareNotification Unknown(string address, LocalizedText reason) =>
        new()
        {
            Status = NotificationStatus.Unknown,
            Address = address,
            Reason = reason,
        };

    internal static ShareNotification Failed(string address, LocalizedText reason) =>
        new()
        {
            Status = NotificationStatus.Failed,
            Address = address,
            Reason = reason,
        };

    /// <summary>The reply was lost on the way, and it is certain that the mail did not leave.</summary>
    internal bool WasLost { get; private init; }

    internal static ShareNotification NotLeft(string address, LocalizedText reason) => Failed(address, reason) with { WasLost = true };

    /// <summary>What became of a mail that was asked for in a batch, and reached there.</summary>
    internal static ShareNotification Of(BatchOutcome<SendShareNotificationResponse> outcome, string address, MailOutage outage) =>
        outcome.Fault is { } fault ? Refused(address, fault, outage) : Sent(address);

    /// <summary>
    /// The server answered with a fault: failed, or unknown where the fault leaves that open. Of a mail that does not fit into the mailbox
    /// nothing leaves, since its copy is kept first; nor while the server does not try its mail transport.
    /// </summary>
    internal static ShareNotification Refused(string address, ZimbraFault fault, MailOutage outage)
    {
        bool isOutage =
            fault.Code == ZimbraFaultCodes.Failure && fault.Reason.Contains(NotTried, StringComparison.Ordinal) && outage.Left is not null;
        if (fault.Code == ZimbraFaultCodes.TryAgain)
        {
            outage.Start();
        }

        bool isFull = fault.Code is ZimbraFaultCodes.QuotaExceeded or ZimbraFaultCodes.DomainQuotaExceeded;
        bool isOpen = FaultCatalogue.LeavesOpen(fault.Code) && !isFull && !isOutage;
        LocalizedText? remedy = isOutage ? NotificationTexts.Outage : ZimbraFaultCodes.RemedyFor(fault.Code);
        LocalizedText reason = NotificationTexts.Refused(fault.Code, fault.PlainReason).Then(remedy);
        if (isFull)
        {
            reason = reason.Then(NotificationTexts.NoMailLeft);
        }
        else if (isOpen)
        {
            reason = reason.Then(NotificationTexts.MayHaveLeft);
        }
        else if (outage.Left is { } left)
        {
            reason = reason.Then(NotificationTexts.Wait(Math.Ceiling(left.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }

        return new ShareNotification
        {
            Status = isOpen ? NotificationStatus.Unknown : NotificationStatus.Failed,
            Address = address,
            Fault = fault,
            Reason = reason,
        };
    }

    /// <summary>The status, with the reason where there is one.</summary>
    public override string ToString() => Reason is null ? Status.ToString() : $"{Status} ({Reason})";
}
