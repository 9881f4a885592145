using System.Net;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The server could not be reached, or something in front of it answered in its place. The outcome is known: nothing was changed, so
/// the call may be repeated when the cause is removed.
/// </summary>
public sealed class ZimbraConnectionException : ZimbraException
{
    internal ZimbraConnectionException(LocalizedText explanation, Exception? innerException = null)
        : base(explanation, innerException, nameof(ZimbraConnectionException)) { }

    /// <summary>
    /// The HTTP status of the answer that was not Zimbra's (404, 429, 502, 503, a redirect…); null when there was no answer.
    /// </summary>
    public HttpStatusCode? StatusCode { get; internal init; }

    /// <summary>How long the answer asked to wait (<c>Retry-After</c>); null when it did not.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>True: nothing was changed.</summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>True: nothing was changed.</summary>
    public override bool IsSafeToRepeat => true;

    private protected override ZimbraException Explained(LocalizedText explanation) => With(explanation, StatusCode, RetryAfter);

    /// <summary>The same failure, with what the answer said of it.</summary>
    internal ZimbraConnectionException With(LocalizedText explanation, HttpStatusCode? status, TimeSpan? retryAfter) =>
        new(explanation, InnerException)
        {
            Operation = Operation,
            IsTransient = IsTransient,
            StatusCode = status,
            RetryAfter = retryAfter,
        };
}
