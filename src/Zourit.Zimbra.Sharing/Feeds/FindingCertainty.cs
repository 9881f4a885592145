namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>How sure a <see cref="FeedFinding"/> is.</summary>
public enum FindingCertainty
{
    /// <summary>Not set; no finding has this.</summary>
    Unknown = 0,

    /// <summary>It is so.</summary>
    Certain = 1,

    /// <summary>It may be so, or matters only in the case that its sentence names.</summary>
    Possible = 2,

    /// <summary>It cannot be known without the owner's or an administrator's credentials, which the client lacks.</summary>
    NotKnowable = 3,
}
