namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>How firmly a time is taken (iCalendar <c>FBTYPE</c>).</summary>
public enum BusyKind
{
    /// <summary>Not known; no result of this version has it, since what the server calls otherwise counts as busy (RFC 5545,
    /// 3.2.9).</summary>
    Unknown = 0,

    /// <summary><c>BUSY</c>, and whatever is not known.</summary>
    Busy = 1,

    /// <summary><c>BUSY-TENTATIVE</c>: perhaps.</summary>
    Tentative = 2,

    /// <summary><c>BUSY-UNAVAILABLE</c>: out of office.</summary>
    Unavailable = 3,
}
