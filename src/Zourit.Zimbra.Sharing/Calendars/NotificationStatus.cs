namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What became of the mail about a share.</summary>
public enum NotificationStatus
{
    /// <summary>No mail was due: it was not asked for, or nothing changed that the mail would tell.</summary>
    NotRequested,

    /// <summary>The server handed the mail to its transport.</summary>
    Sent,

    /// <summary>The server said that the mail was not sent; the share stands all the same.</summary>
    Failed,

    /// <summary>The reply was lost and the Sent folder gives no proof: the mail may have left. It was not sent a second time.</summary>
    Unknown,
}
