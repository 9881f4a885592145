namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What one step about a guest's account did.</summary>
public enum GuestStep
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>It was as desired already.</summary>
    Unchanged = 1,

    /// <summary>It was made.</summary>
    Created = 2,

    /// <summary>It existed and was changed.</summary>
    Changed = 3,

    /// <summary>It could not be done now; a warning says why, or, of a repair, the <see cref="GuestMountpoint.Failure"/>.</summary>
    Skipped = 4,
}
