namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What a plan is bounded by.</summary>
public enum PlanLimit
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>Removals in the plan: by default the larger of 5 and 10 % of the shares that there are.</summary>
    Removals = 1,

    /// <summary>Removals in a domain of owners: by default the larger of 3 and 20 %.</summary>
    RemovalsPerDomain = 2,

    /// <summary>Removals at an owner: by default the larger of 2 and 50 %.</summary>
    RemovalsPerOwner = 3,

    /// <summary>New shares.</summary>
    Creations = 4,

    /// <summary>Shares with more rights.</summary>
    Widenings = 5,

    /// <summary>Mails.</summary>
    Mails = 6,

    /// <summary>New shares with everybody.</summary>
    Public = 7,

    /// <summary>A manifest without shares is to prune.</summary>
    EmptyManifest = 8,
}
