using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// One request on its way. WCF's channel takes no CancellationToken and tells its HTTP handler nothing of the call, so the call travels
/// to the handler of replies in the asynchronous context.
/// </summary>
internal sealed class RequestScope(string operation, bool isSafe, CancellationToken cancellationToken)
{
    private static readonly AsyncLocal<RequestScope?> Ambient = new();

    public static RequestScope? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public string Operation { get; } = operation;

    /// <summary>Whether the request only reads or logs in.</summary>
    public bool IsSafe { get; } = isSafe;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether the request has been handed to HTTP: from then on the server may have carried it out.</summary>
    public bool Sent { get; set; }

    /// <summary>Whether the server itself has started to answer: it does so when the work is done. A connection that breaks before, a proxy
    /// that gives up, or an empty answer tells nothing of that.</summary>
    public bool ReplyBegun { get; set; }

    /// <summary>How far the server's clock is ahead of this machine's, by the reply's <c>Date</c>; null where it has none.</summary>
    public TimeSpan? ClockDifference { get; set; }

    /// <summary>Whether the reply's headers have come in: HTTP reports headers that are too large like a body that is.</summary>
    public bool HeadersComplete { get; set; }

    /// <summary>Whether the whole reply has come in: what fails from then on is the reply's fault, not the network's.</summary>
    public bool ReplyComplete { get; set; }

    /// <summary>Whether the reply ends in the middle: whoever cut it sent what they had as if it were all.</summary>
    public bool ReplyIsCut { get; set; }

    /// <summary>The failure of a request that was certainly not carried out.</summary>
    public ZimbraConnectionException NotDone(LocalizedText what, Exception? cause = null, bool transient = false) =>
        new(Sentence(what), cause) { Operation = Operation, IsTransient = transient };

    /// <summary>The failure of a request whose reply was lost: a read changes nothing, anything else may have been done.</summary>
    public ZimbraException Lost(LocalizedText what, Exception? cause = null) =>
        IsSafe
            ? NotDone(what, cause, transient: true)
            : new ZimbraOutcomeUnknownException(Sentence(what).Then(HttpTexts.MayBeDone), cause)
            {
                Operation = Operation,
                MayStillRun = !ReplyBegun,
            };

    /// <summary>
    /// The failure of a request whose reply came whole but is no Zimbra's. The cause is named only: those of System.Xml and HttpClient
    /// quote the reply, which may hold a token or a personal link.
    /// </summary>
    public ZimbraException Unreadable(LocalizedText what, Exception? cause = null)
    {
        var broken = new ZimbraProtocolException(Sentence(cause is null or ZimbraException ? what : HttpTexts.Caused(what, cause)))
        {
            Operation = Operation,
        };
        return IsSafe ? broken : Lost(what, broken);
    }

    private LocalizedText Sentence(LocalizedText what) => LocalizedText.Format($"{Operation}: {what}", $"{Operation} : {what}");
}
