namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>Why a share is changed.</summary>
public enum ChangeReason
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>The manifest wants it so.</summary>
    Wanted = 1,

    /// <summary>The manifest says that it is absent.</summary>
    Absent = 2,

    /// <summary>Its end in the manifest has passed.</summary>
    Ended = 3,

    /// <summary>The manifest applied last named it, this one does not.</summary>
    NoLongerNamed = 4,

    /// <summary>It is within the scope, and the manifest does not name it.</summary>
    NotNamed = 5,
}
