using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>What became of one request of a batch, with its typed response.</summary>
/// <typeparam name="TResponse">The response of the request.</typeparam>
public sealed class BatchOutcome<TResponse> : BatchOutcome
    where TResponse : class
{
    internal BatchOutcome(
        ZimbraRequest<TResponse> request,
        TResponse? response,
        ZimbraFault? fault,
        ZimbraOutcomeUnknownException? lostReply = null
    )
        : base(request, fault, lostReply)
    {
        Response = response;
        SaysAlreadyDone = fault is not null && request.AlreadyDone(fault) is not null;
    }

    /// <summary>The response; null when the request failed, was not run, or nobody knows.</summary>
    public TResponse? Response { get; }

    /// <inheritdoc/>
    public override bool Succeeded => Response is not null;

    internal override bool SaysAlreadyDone { get; }

    /// <summary>The response, or the reason why there is none as an exception.</summary>
    /// <exception cref="ZimbraFaultException">The server answered this request with a fault.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">The reply was lost, and nobody knows what became of this request.</exception>
    /// <exception cref="InvalidOperationException">The request was not run, because an earlier one of the batch failed.</exception>
    public TResponse ResponseOrThrow() =>
        Response
        ?? throw (
            LostReply is not null ? LostReply
            : Fault is { } fault
                ? new ZimbraFaultException(fault, Request.OperationName) { IsRead = Request.Operation.Repeat == RetrySafety.Safe }
            : new InvalidOperationException($"{Request.OperationName} was not run: an earlier request of the batch failed.")
        );
}
