namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Why a plan is not applied.</summary>
public enum PlanObjectionCode
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>It exceeds a limit.</summary>
    Limit = 1,

    /// <summary>The policy does not allow it.</summary>
    Policy = 2,

    /// <summary>It was made from another server.</summary>
    OtherServer = 3,

    /// <summary>It is too old, or dated in the future.</summary>
    TooOld = 4,

    /// <summary>It makes accounts, and there is no file for their passwords.</summary>
    NoPasswordFile = 5,

    /// <summary>The journal is another server's.</summary>
    OtherJournal = 6,

    /// <summary>It was made from the directory alone.</summary>
    Unverified = 7,
}
