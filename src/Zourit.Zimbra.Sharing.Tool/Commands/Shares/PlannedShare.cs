using Zourit.Zimbra.Sharing.Calendars;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>What a call would do to a share.</summary>
/// <param name="Grantee">With whom; null for everybody.</param>
/// <param name="Changes">What would be done.</param>
internal sealed record PlannedShare(string? Grantee, ShareChanges Changes);
