namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>What became of one request of a batch.</summary>
public abstract class BatchOutcome
{
    private protected BatchOutcome(ZimbraRequest request, ZimbraFault? fault, ZimbraOutcomeUnknownException? lostReply)
    {
        Request = request;
        Fault = fault;
        LostReply = lostReply;
    }

    /// <summary>The request as it was put into the batch.</summary>
    public ZimbraRequest Request { get; }

    /// <summary>The fault the server answered; null when the request succeeded or was not run.</summary>
    public ZimbraFault? Fault { get; }

    /// <summary>
    /// Why it is not known whether the request was carried out: the reply to the batch was lost, and the server could not be asked what
    /// became of this one. The message says where to look. Null in all other cases.
    /// </summary>
    public ZimbraOutcomeUnknownException? LostReply { get; }

    /// <summary>The server carried the request out and answered.</summary>
    public abstract bool Succeeded { get; }

    /// <summary>
    /// Whether the fault says that things are already as the request would make them: after a lost reply that is its success.
    /// </summary>
    internal abstract bool SaysAlreadyDone { get; }

    /// <summary>The server did not reach the request: an earlier one failed and the batch was to stop.</summary>
    public bool NotRun => !Succeeded && Fault is null && LostReply is null;
}
