namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What was done to the account of a guest with whom nothing is shared any more.</summary>
public enum LeaverStatus
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>It was suspended.</summary>
    Suspended = 1,

    /// <summary>It was deleted, 30 days after it was suspended.</summary>
    Retired = 2,

    /// <summary>It remains as it is: a condition does not hold.</summary>
    Kept = 3,

    /// <summary>The server refused it, or was not reached.</summary>
    Failed = 4,
}
