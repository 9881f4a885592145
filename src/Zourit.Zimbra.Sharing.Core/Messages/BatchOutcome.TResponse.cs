using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>What became of one request of a batch, with its typed response.</summary>
/// <typeparam name="TResponse">The response of the request.</typeparam>
public sealed class BatchOutcome<TResponse> : BatchOutcome
    where TResponse : class
{
    private readonly ZimbraRequest<TResponse> _request;

    internal BatchOutcome(ZimbraRequest<TResponse> request, TResponse? response, ZimbraFault? fault)
        : base(request, fault)
    {
        _request = request;
        Response = response;
    }

    /// <summary>The response; null when the request failed or was not run.</summary>
    public TResponse? Response { get; }

    /// <inheritdoc/>
    public override bool Succeeded => Response is not null;

    /// <summary>The response, or the reason why it is missing as an exception.</summary>
    /// <exception cref="ZimbraFaultException">The server answered this request with a fault.</exception>
    /// <exception cref="InvalidOperationException">The request was not run, because an earlier one of the batch failed.</exception>
    public TResponse ResponseOrThrow() =>
        Response
        ?? throw (
            Refusal
            ?? (Exception)new InvalidOperationException($"{Request.OperationName} was not run: an earlier request of the batch failed.")
        );

    /// <summary>The fault as an exception; null without one.</summary>
    internal ZimbraFaultException? Refusal
    {
        get
        {
            if (Fault is null)
            {
                return null;
            }

            var refusal = new ZimbraFaultException(Fault, Request.OperationName) { IsRead = Request.Operation.Repeat == RetrySafety.Safe };
            return (Request.Operation.IsAdmin ? MissingRights.Explain(Request, refusal, Administrator) : null) ?? refusal;
        }
    }

    internal override BatchOutcome AfterLoss() =>
        Fault is { } fault && _request.AlreadyDone(fault) is { } done ? new BatchOutcome<TResponse>(_request, done, null) : this;
}
