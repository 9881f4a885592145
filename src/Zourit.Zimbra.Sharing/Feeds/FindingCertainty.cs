namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>How sure a <see cref="FeedFinding"/> is.</summary>
public enum FindingCertainty
{
    /// <summary>It is so.</summary>
    Certain,

    /// <summary>It may be so, or matters only in the case that its sentence names.</summary>
    Possible,

    /// <summary>It cannot be told without the owner's or an administrator's credentials, which the client lacks.</summary>
    NotKnowable,
}
