namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>Which shares are removed that the manifest does not name.</summary>
public enum PruneMode
{
    /// <summary>None. Only what is marked <c>absent</c> is removed.</summary>
    None = 0,

    /// <summary>Those that the manifest applied last named: <see cref="PlanOptions.Record"/>.</summary>
    Record = 1,

    /// <summary>All within the manifest's <c>scope</c>.</summary>
    Scope = 2,
}
