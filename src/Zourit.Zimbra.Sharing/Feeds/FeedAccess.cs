namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Whether a guest gets in, by a <see cref="FeedDiagnosis"/>.</summary>
public enum FeedAccess
{
    /// <summary>It cannot be known: credentials or the guest's password would be needed.</summary>
    Unknown = 0,

    /// <summary>The guest gets in, with the right user name and password, or because the calendar is public.</summary>
    Open = 1,

    /// <summary>The guest does not get in; the findings say why.</summary>
    Closed = 2,
}
