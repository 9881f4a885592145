using Microsoft.Extensions.Logging;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Log messages of requests. They name operations, codes and durations, never content.</summary>
internal static partial class SessionLog
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
}
