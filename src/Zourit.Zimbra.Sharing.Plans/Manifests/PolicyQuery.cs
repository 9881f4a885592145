using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>What a policy is asked to allow.</summary>
internal readonly record struct PolicyQuery(string Owner, PlanGrantee Grantee, Permissions? Rights, bool HasNote, bool HasAccount);
