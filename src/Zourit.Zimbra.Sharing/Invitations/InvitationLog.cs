using Microsoft.Extensions.Logging;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>Log messages of invitations.</summary>
internal static partial class InvitationLog
{
    [LoggerMessage(20, LogLevel.Warning, "The guest's account was made, but its identifier could not be asked ({Failure})")]
    public static partial void IdentifierUnknown(this ILogger logger, string failure);
}
