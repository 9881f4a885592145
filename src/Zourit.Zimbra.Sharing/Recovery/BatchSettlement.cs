using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>Settles the requests of a batch one by one, after a reply to it was lost: a batch is no transaction, and some of them may have been carried out.</summary>
internal sealed class BatchSettlement(Exchange exchange, BatchRequest batch, BatchBeginning began, CancellationToken cancellationToken) : IRequestVisitor<Task<BatchOutcome>>
{
    private readonly LostRequests _lost = new(exchange, began);
    private ZimbraOutcomeUnknownException? _cause;
    private ZimbraOutcomeUnknownException? _unreachable;

    /// <summary>Settles a batch whose reply was lost. Where not even the first thing to ask is answered, that loss is thrown.</summary>
    /// <exception cref="ZimbraOutcomeUnknownException">Nothing could be settled.</exception>
    public async Task<BatchResponse> SettleAsync(ZimbraOutcomeUnknownException cause)
    {
        _cause = cause;
        BatchResponse settled = await SettleFromAsync([]).ConfigureAwait(false);
        return settled.Outcomes.All(outcome => outcome.LostReply is not null) ? throw RequestSender.Explained(cause, settled.Outcomes[0].Request.WhereToLook) : settled;
    }

    /// <summary>
    /// Reads the answer to a repetition: a fault that says "already so" is the earlier attempt's success. A batch that stops at a fault stopped there, so what stands
    /// behind it is sent now.
    /// </summary>
    public async Task<BatchResponse> CompleteAsync(BatchResponse answered)
    {
        List<BatchOutcome> outcomes = [.. answered.Outcomes.Select(outcome => outcome.Request.Accept(new AlreadyDoneReader(outcome)))];
        int first = outcomes.FindIndex(outcome => outcome.NotRun);
        return first > 0 && outcomes[first - 1].Succeeded ? await SettleFromAsync(outcomes[..first]).ConfigureAwait(false) : new BatchResponse(outcomes);
    }

    public async Task<BatchOutcome> Visit<TResponse>(ZimbraRequest<TResponse> request)
        where TResponse : class
    {
        ZimbraOutcomeUnknownException cause = _cause ?? new ZimbraOutcomeUnknownException($"{request.OperationName}: the reply to the batch was lost.");
        try
        {
            for (int round = 0; ; round++)
            {
                if (request.Operation.Repeat == RepeatRule.Verifiable)
                {
                    (bool isKnown, TResponse? done) = await LookAsync(request, cause).ConfigureAwait(false);
                    if (!isKnown || done is not null)
                    {
                        return new BatchOutcome<TResponse>(request, done, null, isKnown ? null : RequestSender.Explained(cause, request.WhereToLook));
                    }
                }

                try
                {
                    return new BatchOutcome<TResponse>(request, await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false), null);
                }
                catch (ZimbraFaultException e) when (request.Operation.Repeat != RepeatRule.Verifiable)
                {
                    TResponse? already = request.AlreadyDone(e.Fault);
                    return new BatchOutcome<TResponse>(request, already, already is null ? e.Fault : null);
                }
                catch (ZimbraFaultException e)
                {
                    return await RefusedAsync(request, e, cause).ConfigureAwait(false);
                }
                catch (ZimbraOutcomeUnknownException e) when (request.Operation.Repeat == RepeatRule.Verifiable && round < exchange.Connection.Options.MaxRetries)
                {
                    cause = e;
                }
            }
        }
        catch (ZimbraException e) when (e is not ZimbraFaultException)
        {
            // The server cannot be asked now: waiting for it at each of the others would take as long again.
            _unreachable = e as ZimbraOutcomeUnknownException ?? cause;
            return new BatchOutcome<TResponse>(request, null, null, RequestSender.Explained(e, request.WhereToLook));
        }
    }

    private async Task<(bool IsKnown, TResponse? Done)> LookAsync<TResponse>(ZimbraRequest<TResponse> request, ZimbraOutcomeUnknownException cause)
        where TResponse : class
    {
        try
        {
            return await _lost.LookAsync(request, cause, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ZimbraFaultException or ArgumentException)
        {
            // The account in use may not look there, or the request names what cannot be looked for.
            return (false, null);
        }
    }

    /// <summary>A refusal after a lost attempt, which may have come late, after it was looked for: then it is what the name is taken by.</summary>
    private async Task<BatchOutcome> RefusedAsync<TResponse>(ZimbraRequest<TResponse> request, ZimbraFaultException refusal, ZimbraOutcomeUnknownException cause)
        where TResponse : class
    {
        (bool isKnown, TResponse? done) = await LookAsync(request, cause).ConfigureAwait(false);
        bool isOpen = !isKnown || (done is null && cause.MayStillRun && (refusal.IsTransient || !refusal.IsOutcomeKnown));
        return done is not null ? new BatchOutcome<TResponse>(request, done, null)
            : isOpen ? new BatchOutcome<TResponse>(request, null, null, RequestSender.Explained(refusal, request.WhereToLook))
            : new BatchOutcome<TResponse>(request, null, refusal.Fault);
    }

    private async Task<BatchResponse> SettleFromAsync(List<BatchOutcome> outcomes)
    {
        foreach (ZimbraRequest request in batch.Requests.Skip(outcomes.Count))
        {
            BatchOutcome? last = outcomes.Count == 0 ? null : outcomes[^1];
            bool stopped = batch.OnError == BatchErrorMode.Stop && last is { Succeeded: false };
            ZimbraOutcomeUnknownException? lost = _unreachable ?? (stopped && last!.LostReply is not null
                ? new ZimbraOutcomeUnknownException($"{request.OperationName}: it is not known whether {last.Request.OperationName}, before it in the batch, stopped that.")
                : null);
            outcomes.Add(lost is not null || stopped
                ? request.Accept(new Unreached(lost is null ? null : RequestSender.Explained(lost, request.WhereToLook)))
                : await request.Accept(this).ConfigureAwait(false));
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
            outcome.Fault is { } fault && request.AlreadyDone(fault) is { } done ? new BatchOutcome<TResponse>(request, done, null) : outcome;
    }
}
