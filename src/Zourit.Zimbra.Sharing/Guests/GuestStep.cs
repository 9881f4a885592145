namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What one step of a guest's provisioning did.</summary>
public enum GuestStep
{
    /// <summary>It stood already as wanted.</summary>
    Unchanged,

    /// <summary>It was made.</summary>
    Created,

    /// <summary>It existed and was changed.</summary>
    Changed,

    /// <summary>It could not be done now; a warning says why, or, of a repair, the <see cref="GuestMountpoint.Failure"/>.</summary>
    Skipped,
}
