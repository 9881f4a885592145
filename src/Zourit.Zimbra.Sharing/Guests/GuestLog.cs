using Microsoft.Extensions.Logging;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Log messages of guests and invitations.</summary>
internal static partial class GuestLog
{
    [LoggerMessage(20, LogLevel.Warning, "The guest's account was made, but its identifier could not be asked ({Failure})")]
    public static partial void IdentifierUnknown(this ILogger logger, string failure);
}
