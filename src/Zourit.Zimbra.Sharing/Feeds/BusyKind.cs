namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>How firmly a time is taken (iCalendar <c>FBTYPE</c>).</summary>
public enum BusyKind
{
    /// <summary><c>BUSY</c>, and whatever is not known.</summary>
    Busy,

    /// <summary><c>BUSY-TENTATIVE</c>: perhaps.</summary>
    Tentative,

    /// <summary><c>BUSY-UNAVAILABLE</c>: out of office.</summary>
    Unavailable,
}
