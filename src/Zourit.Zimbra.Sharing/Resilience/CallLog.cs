using Microsoft.Extensions.Logging;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// Log messages of repetitions and of servers that are left alone. They name operations, codes and durations, never content.
/// </summary>
internal static partial class CallLog
{
    [LoggerMessage(5, LogLevel.Warning, "{Operation} is repeated after {PauseMilliseconds:0} ms: attempt {Attempt} failed with {Failure}")]
    public static partial void Repeated(this ILogger logger, string? operation, double pauseMilliseconds, int attempt, string failure);

    [LoggerMessage(6, LogLevel.Error, "{Host}:{Port} is paused (open circuit) for {Seconds:0.#} s: too many of the last requests failed")]
    public static partial void LeftAlone(this ILogger logger, string host, int port, double seconds);

    [LoggerMessage(7, LogLevel.Information, "{Host}:{Port} is back")]
    public static partial void Back(this ILogger logger, string host, int port);
}
