using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;

namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>
/// Settles the requests of a batch one by one, after a reply to it was lost: a batch is no transaction, and some of them may have been
/// carried out.
/// </summary>
internal sealed class BatchSettlement(
    RequestDispatcher dispatcher,
    BatchRequest batch,
    Beginning began,
    CancellationToken cancellationToken
) : IRequestVisitor<Task<BatchOutcome>>
{
    private readonly RequestSettlement _each = new(dispatcher, began, isBatch: true, cancellationToken);
    private ZimbraOutcomeUnknownException? _cause;

    /// <summary>Settles a batch whose reply was lost. Where not even the first thing to ask is answered, that loss is thrown.</summary>
    /// <exception cref="ZimbraOutcomeUnknownException">Nothing could be settled.</exception>
    public async Task<BatchResponse> SettleAsync(ZimbraOutcomeUnknownException cause)
    {
        _cause = cause;
        BatchResponse settled = await SettleFromAsync([]).ConfigureAwait(false);
        return settled.Outcomes.All(outcome => outcome.LostReply is not null)
            ? throw RequestSettlement.Explained(cause, settled.Outcomes[0].Request.WhereToLook)
            : settled;
    }

    /// <summary>
    /// Reads the answer to a repetition: a fault that says "already so" is the earlier attempt's success. A batch that stops at a fault
    /// stopped there, so what stands behind it is sent now.
    /// </summary>
    public async Task<BatchResponse> CompleteAsync(BatchResponse answered)
    {
        List<BatchOutcome> outcomes = [.. answered.Outcomes.Select(outcome => outcome.Request.Accept(new AlreadyDoneReader(outcome)))];
        int first = outcomes.FindIndex(outcome => outcome.NotRun);
        return first > 0 && outcomes[first - 1].Succeeded
            ? await SettleFromAsync(outcomes[..first]).ConfigureAwait(false)
            : new BatchResponse(outcomes);
    }

    public async Task<BatchOutcome> Visit<TResponse>(ZimbraRequest<TResponse> request)
        where TResponse : class
    {
        ZimbraOutcomeUnknownException cause = _cause
            ?? new ZimbraOutcomeUnknownException($"{request.OperationName}: the reply to the " + $"batch was lost.");
        (TResponse? response, ZimbraException? error) = await _each.SettleAsync(request, cause).ConfigureAwait(false);
        return error is ZimbraFaultException refusal
            ? new BatchOutcome<TResponse>(request, null, refusal.Fault)
            : new BatchOutcome<TResponse>(
                request,
                response,
                null,
                error is null ? null : error as ZimbraOutcomeUnknownException ?? RequestSettlement.Explained(error, request.WhereToLook)
            );
    }

    private async Task<BatchResponse> SettleFromAsync(List<BatchOutcome> outcomes)
    {
        foreach (ZimbraRequest request in batch.Requests.Skip(outcomes.Count))
        {
            BatchOutcome? last = outcomes.Count == 0 ? null : outcomes[^1];
            bool stopped = batch.OnError == BatchErrorMode.Stop && last is { Succeeded: false };

            // Waiting once more for a server that does not answer would take as long again at each of the others.
            ZimbraOutcomeUnknownException? lost = _each.Unreachable
                ?? (
                    stopped && last!.LostReply is not null
                        ? new ZimbraOutcomeUnknownException(
                            $"{request.OperationName}: it is not known whether {last.Request.OperationName}, "
                                + $"before it in the batch, stopped that."
                        )
                        : null
                );
            outcomes.Add(
                lost is not null || stopped
                    ? request.Accept(new Unreached(lost is null ? null : RequestSettlement.Explained(lost, request.WhereToLook)))
                    : await request.Accept(this).ConfigureAwait(false)
            );
        }

        return new BatchResponse(outcomes);
    }

    /// <summary>The outcome of a request behind one that stopped the batch, or may have stopped it.</summary>
    private sealed class Unreached(ZimbraOutcomeUnknownException? lost) : IRequestVisitor<BatchOutcome>
    {
        public BatchOutcome Visit<TResponse>(ZimbraRequest<TResponse> request)
            where TResponse : class => new BatchOutcome<TResponse>(request, null, null, lost);
    }

    private sealed class AlreadyDoneReader(BatchOutcome outcome) : IRequestVisitor<BatchOutcome>
    {
        public BatchOutcome Visit<TResponse>(ZimbraRequest<TResponse> request)
            where TResponse : class =>
            outcome.Fault is { } fault && request.AlreadyDone(fault) is { } done
                ? new BatchOutcome<TResponse>(request, done, null)
                : outcome;
    }
}
