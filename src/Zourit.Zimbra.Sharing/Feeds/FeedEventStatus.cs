namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Whether an event takes place (iCalendar <c>STATUS</c>).</summary>
public enum FeedEventStatus
{
    /// <summary>The feed does not say.</summary>
    None,

    /// <summary>It takes place.</summary>
    Confirmed,

    /// <summary>It may take place.</summary>
    Tentative,

    /// <summary>It does not take place.</summary>
    Cancelled,
}
