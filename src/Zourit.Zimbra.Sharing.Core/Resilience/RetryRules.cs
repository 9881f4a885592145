using System.Net;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// Whether a failed attempt may be repeated: by the operation's rule and what is known of the outcome (docs/protocol.md §10.3).
/// </summary>
internal static class RetryRules
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromMilliseconds(1_100);

    public static bool MayRepeat(RetrySafety rule, Exception? failure) =>
        failure switch
        {
            // Nothing was done, whatever the operation.
            ZimbraConnectionException connection => connection.IsTransient,
            ZimbraOutcomeUnknownException => rule != RetrySafety.Verifiable,
            ZimbraFaultException fault => rule != RetrySafety.Verifiable && FaultCatalogue.MayPassSoon(fault.Code),
            _ => false,
        };

    /// <summary>The refusal in an answer for which that is asked for once more; null for none. Only where all that was asked is read, and
    /// no login among it was refused, since those are counted.</summary>
    public static ZimbraFault? ReasonToRepeat(RetrySafety rule, IReadOnlyList<ZimbraFault>? refusals) =>
        rule != RetrySafety.Safe
        || refusals is null
        || refusals.Any(refusal => FaultCatalogue.RepeatOf(refusal.Code) == FaultDisposition.Never)
            ? null
            : refusals.FirstOrDefault(refusal => FaultCatalogue.MayPassSoon(refusal.Code));

    /// <summary>How long the answer asked to wait; null when it did not.</summary>
    public static TimeSpan? WaitAskedBy(Exception? failure) =>
        failure switch
        {
            // The server's flood filter counts requests by the second, and says nothing of a pause (docs/protocol.md §F).
            ZimbraConnectionException { StatusCode: HttpStatusCode.TooManyRequests, RetryAfter: null } => OneSecond,
            ZimbraConnectionException connection => connection.RetryAfter,
            ZimbraOutcomeUnknownException unknown => unknown.RetryAfter,
            _ => null,
        };
}
