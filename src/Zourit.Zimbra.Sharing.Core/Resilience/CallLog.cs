using Microsoft.Extensions.Logging;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// Log messages of requests, repetitions and servers that are left alone. They name operations, codes and durations, never content.
/// </summary>
internal static partial class CallLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} answered after {ElapsedMilliseconds:0.0} ms")]
    public static partial void Answered(this ILogger logger, string operation, double elapsedMilliseconds);

    [LoggerMessage(2, LogLevel.Information, "{Operation} refused with {FaultCode} (trace {TraceId}) after {ElapsedMilliseconds:0.0} ms")]
    public static partial void Refused(
        this ILogger logger,
        string operation,
        string faultCode,
        string? traceId,
        double elapsedMilliseconds
    );

    [LoggerMessage(3, LogLevel.Warning, "{Operation} failed with {Failure} after {ElapsedMilliseconds:0.0} ms")]
    public static partial void Failed(this ILogger logger, string operation, string failure, double elapsedMilliseconds);

    [LoggerMessage(4, LogLevel.Information, "{Operation}: the token is not accepted any more; logging in again")]
    public static partial void LoggingInAgain(this ILogger logger, string operation);

    [LoggerMessage(5, LogLevel.Warning, "{Operation} is repeated after {PauseMilliseconds:0} ms: attempt {Attempt} failed with {Failure}")]
    public static partial void Repeated(this ILogger logger, string? operation, double pauseMilliseconds, int attempt, string failure);

    [LoggerMessage(6, LogLevel.Error, "{Host}:{Port} is paused (open circuit) for {Seconds:0.#} s: too many of the last requests failed")]
    public static partial void LeftAlone(this ILogger logger, string host, int port, double seconds);

    [LoggerMessage(7, LogLevel.Information, "{Host}:{Port} is back")]
    public static partial void Back(this ILogger logger, string host, int port);
}
