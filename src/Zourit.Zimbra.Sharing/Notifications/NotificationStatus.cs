using Zourit.Zimbra.Sharing.Calendars;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>What became of the mail about a share.</summary>
public enum NotificationStatus
{
    /// <summary>
    /// The mail may have left: the reply was lost and the Sent folder gives no proof, or the server's fault leaves it open
    /// (<see cref="ShareNotification.Fault"/>). It was not sent a second time. Sharing again with
    /// <see cref="GuestShareOptions.EnsureNotified"/> looks once more and sends it only if the Sent folder, which keeps copies, holds none;
    /// <see cref="CalendarClient.NotifyAgainAsync"/> mails in any case.
    /// </summary>
    Unknown = 0,

    /// <summary>No mail was due: it was not asked for, or nothing changed that the mail would tell.</summary>
    NotRequested = 1,

    /// <summary>The server handed the mail to its transport.</summary>
    Sent = 2,

    /// <summary>The mail was not sent: the server said so, or its reply was lost and the owner's Sent folder, which keeps copies, holds
    /// none. The share exists all the same.</summary>
    Failed = 3,
}
