namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>What becomes of the account of a guest with whom nothing is shared any more. Only accounts that runs made are
/// touched.</summary>
public enum LeaverMode
{
    /// <summary>Nothing: the shares are removed, and the account remains.</summary>
    Revoke = 0,

    /// <summary>It is suspended.</summary>
    Suspend = 1,

    /// <summary>It is suspended, and deleted 30 days later.</summary>
    Retire = 2,
}
