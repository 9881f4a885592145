using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Which share a line is about.</summary>
/// <param name="Owner">Whose calendar.</param>
/// <param name="Calendar">Which one; null for all of the owner's.</param>
/// <param name="Grantee">Whom it is shared with.</param>
internal readonly record struct ShareKey(string Owner, FolderPath? Calendar, PlanGrantee Grantee);
