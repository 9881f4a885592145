using Zourit.Zimbra.Sharing.Calendars;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>What a revocation would remove.</summary>
/// <param name="Grantee">Whose share is meant, as the command names them; null for everybody's.</param>
/// <param name="Changes">What would change.</param>
internal sealed record PlannedRevocation(string? Grantee, RevocationChanges Changes);
