namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What becomes of the account of a guest with whom nothing is shared any more.</summary>
public enum LeaverAction
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>It is suspended.</summary>
    Suspend = 1,

    /// <summary>It is deleted, 30 days after it was suspended.</summary>
    Delete = 2,

    /// <summary>It remains as it is: a condition does not hold.</summary>
    Keep = 3,
}
