namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What came of reading one address of the manifest: the plan alone is kept, since what there is may be large.</summary>
/// <param name="Owner">The address as the manifest has it.</param>
/// <param name="Plan">What changes there.</param>
/// <param name="Alias">What there is, where the address is an alias: the account may have another one in the manifest.</param>
internal sealed record OwnerReading(string Owner, OwnerPlan Plan, OwnerState? Alias = null);
