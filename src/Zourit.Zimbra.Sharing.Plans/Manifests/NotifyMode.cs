namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Whether the server mails whom a calendar is shared with.</summary>
public enum NotifyMode
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>Once, where the share is new. The default.</summary>
    Created = 1,

    /// <summary>Never.</summary>
    Never = 2,

    /// <summary>Once, where the share is new or nobody mailed so far, for instance because a run was broken off.</summary>
    Ensure = 3,
}
