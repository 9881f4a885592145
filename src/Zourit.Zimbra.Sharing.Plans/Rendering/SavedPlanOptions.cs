namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>How a saved plan is read.</summary>
public sealed record SavedPlanOptions
{
    /// <summary>The SHA-256 that the file must have (<see cref="SavedPlan.HashAsync"/>), in hexadecimal letters: the plan that was looked
    /// at and approved. Null for any.</summary>
    public string? Sha256 { get; init; }
}
