using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// The base of everything this library throws besides argument errors and cancellation. The derived types differ by what the caller
/// can do: see <see cref="ZimbraFaultException"/>, <see cref="ZimbraInvitationException"/>, <see cref="ZimbraGuestCollisionException"/>,
/// <see cref="ZimbraFeedException"/>, <see cref="ZimbraAuthenticationException"/>, <see cref="ZimbraConnectionException"/>,
/// <see cref="ZimbraOutcomeUnknownException"/> and <see cref="ZimbraProtocolException"/>. No message holds a secret.
/// <see cref="Exception.HelpLink"/> leads to what the page of faults (<c>docs/faults.md</c>) says about this very failure.
/// </summary>
public abstract class ZimbraException : Exception, IExplained
{
    private protected ZimbraException(LocalizedText explanation, Exception? innerException, string anchor)
        : base(explanation.ToString(), innerException)
    {
        Explanation = explanation;
        base.HelpLink = FaultPage.LinkTo(anchor);
    }

    /// <summary>
    /// What happened and what to do about it, for people: the message, in English and French. No secret is in it.
    /// </summary>
    public LocalizedText Explanation { get; }

    /// <summary>The same failure, with a further sentence.</summary>
    internal ZimbraException Then(LocalizedText more)
    {
        ZimbraException longer = Explained(Explanation.Then(more));
        longer.FailedAt = FailedAt;
        return longer;
    }

    /// <summary>The same failure, explained otherwise.</summary>
    private protected abstract ZimbraException Explained(LocalizedText explanation);

    /// <summary>The Zimbra request that was being made, e.g. <c>FolderActionRequest</c>; or, no SOAP request, <c>GET ics</c> (reading a
    /// feed), <c>extuserprov GET</c> (opening a personal link) or <c>extuserprov POST</c> (signing up by it). Null where none was made.
    /// What earlier requests of the same call did remains.</summary>
    public string? Operation { get; internal init; }

    /// <summary>
    /// Host and port of the server at which the login before the request failed; null where it was the request's own, and where no login
    /// failed.
    /// </summary>
    internal string? FailedAt { get; set; }

    /// <summary>
    /// Whether it is known what became of the request: true when it certainly changed nothing, false when it may have been carried out,
    /// wholly or in part. Then look at the server's state; the calls of the sub-clients do that themselves when they are made again.
    /// </summary>
    public abstract bool IsOutcomeKnown { get; }

    /// <summary>
    /// Whether making the same call again can do no harm: nothing would happen twice, no mail would be sent twice, no failed login would
    /// count towards a lock-out. It need not be of use: see <see cref="IsTransient"/>.
    /// </summary>
    public abstract bool IsSafeToRepeat { get; }

    /// <summary>Whether the same call may succeed later by itself. Where the cause may pass within moments the library has waited and
    /// repeated already, as far as <see cref="ZimbraClientOptions"/> and the operation allow; not in the maintenance of an account, which
    /// outlasts repetitions. Of a <see cref="ZimbraConnectionException"/>: true after a timeout, a cut, 429 or 503; false for a wrong
    /// address or certificate.</summary>
    public virtual bool IsTransient { get; internal init; }
}
