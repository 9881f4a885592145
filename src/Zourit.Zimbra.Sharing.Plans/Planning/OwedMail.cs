using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A mail of which an earlier run could not say that it left.</summary>
/// <param name="Owner">The owner's primary address.</param>
/// <param name="Calendar">The calendar.</param>
/// <param name="Grantee">Whom it is for.</param>
public readonly record struct OwedMail(string Owner, FolderPath Calendar, PlanGrantee Grantee);
