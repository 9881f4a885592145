using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The request may have been carried out: it was sent, and the reply was lost (connection cut, timeout, gateway error, HTTP 503). Look at
/// the server's state before repeating it.
/// </summary>
public sealed class ZimbraOutcomeUnknownException : ZimbraException
{
    internal ZimbraOutcomeUnknownException(LocalizedText explanation, Exception? innerException = null)
        : base(explanation, innerException, nameof(ZimbraOutcomeUnknownException)) { }

    /// <summary>False.</summary>
    public override bool IsOutcomeKnown => false;

    /// <summary>False for a request of your own. The calls of the sub-clients look first, so they may be made again.</summary>
    public override bool IsSafeToRepeat => false;

    /// <summary>False: look first.</summary>
    public override bool IsTransient => false;

    /// <summary>
    /// Whether the server may be at it even now: it had not started to answer when the connection broke or the time was up.
    /// </summary>
    internal bool MayStillRun { get; init; }

    /// <summary>How long the answer asked to wait before a repetition, for those that converge; null when it did not.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The same loss, with a further sentence; and with the wait that the answer asked for, where it did.</summary>
    internal ZimbraOutcomeUnknownException With(LocalizedText? sentence, TimeSpan? retryAfter = null) =>
        new(Explanation.Then(sentence), InnerException)
        {
            Operation = Operation,
            MayStillRun = MayStillRun,
            RetryAfter = retryAfter ?? RetryAfter,
        };

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraOutcomeUnknownException(explanation, InnerException)
        {
            Operation = Operation,
            MayStillRun = MayStillRun,
            RetryAfter = RetryAfter,
        };
}
