namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Whether an event takes place (iCalendar <c>STATUS</c>).</summary>
public enum FeedEventStatus
{
    /// <summary>The feed does not say, or says what iCalendar does not know.</summary>
    Unknown = 0,

    /// <summary>It takes place.</summary>
    Confirmed = 1,

    /// <summary>It may take place.</summary>
    Tentative = 2,

    /// <summary>It does not take place.</summary>
    Cancelled = 3,
}
