using Zourit.Zimbra.Sharing.Calendars;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>What a revocation did.</summary>
/// <param name="Grantee">Whose share was meant, as the command names them; null for everybody's.</param>
/// <param name="Revocation">What became of it.</param>
internal sealed record RevokedShare(string? Grantee, Revocation Revocation);
