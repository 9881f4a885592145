namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>Whether a failed attempt may be repeated: by the operation's rule and what is known of the outcome (protocol.md §10.3).</summary>
internal static class RetryRules
{
    public static bool MayRepeat(RepeatRule rule, Exception? failure) => failure switch
    {
        // Nothing was done, whatever the operation.
        ZimbraConnectionException connection => connection.IsTransient,
        ZimbraOutcomeUnknownException => rule != RepeatRule.Verifiable,
        ZimbraFaultException fault => rule != RepeatRule.Verifiable && FaultCatalogue.MayPassSoon(fault.Code),
        _ => false,
    };

    /// <summary>How long the answer asked to wait; null when it did not.</summary>
    public static TimeSpan? WaitAskedBy(Exception? failure) => failure switch
    {
        ZimbraConnectionException connection => connection.RetryAfter,
        ZimbraOutcomeUnknownException unknown => unknown.RetryAfter,
        _ => null,
    };
}
