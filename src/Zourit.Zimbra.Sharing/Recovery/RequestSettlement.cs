using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>Settles requests whose replies were lost: what may be repeated is, what must not be done twice is looked for first.</summary>
/// <param name="dispatcher">The way to the server.</param>
/// <param name="began">Where things stood before.</param>
/// <param name="isBatch">Whether they were lost together: then each is looked for at once, since a pause for each would add up.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class RequestSettlement(RequestDispatcher dispatcher, Beginning began, bool isBatch, CancellationToken cancellationToken)
{
    private readonly LostRequests _lost = new(dispatcher, began);

    /// <summary>Why the server could not be asked any more; null while it answers.</summary>
    public ZimbraOutcomeUnknownException? Unreachable { get; private set; }

    /// <summary>The same loss, with where to look.</summary>
    public static ZimbraOutcomeUnknownException Explained(ZimbraException e, string? where) =>
        new(where is null ? e.Message : $"{e.Message} {where}", e is ZimbraOutcomeUnknownException ? e.InnerException : e)
        {
            Operation = e.Operation,
        };

    /// <summary>Finds out what became of a request, or has it done.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cause">How the reply was lost, to it or to the batch that it was in.</param>
    public async Task<Settled<TResponse>> SettleAsync<TResponse>(ZimbraRequest<TResponse> request, ZimbraOutcomeUnknownException cause)
        where TResponse : class
    {
        bool looks = request.Operation.Repeat == RetrySafety.Verifiable;
        ZimbraOutcomeUnknownException lost = cause;
        ZimbraOutcomeUnknownException last = cause;
        try
        {
            for (int round = 0; ; round++)
            {
                if (looks)
                {
                    bool mayRepeat = round < dispatcher.Connection.Options.MaxRetries;
                    bool pauses = mayRepeat && !(isBatch && round == 0);
                    Repetition? again = pauses
                        ? await dispatcher.PauseAsync(request, last, round, cancellationToken).ConfigureAwait(false)
                        : null;
                    (bool isKnown, TResponse? done) = await LookAsync(request, lost).ConfigureAwait(false);
                    if (!isKnown || done is not null || !mayRepeat || (pauses && again is null))
                    {
                        return new(
                            done,
                            done is not null ? null
                                : isKnown ? NotDone(request, lost)
                                : Explained(lost, request.WhereToLook)
                        );
                    }

                    again?.Tell();
                }

                try
                {
                    return new(await dispatcher.SendAsync(request, cancellationToken).ConfigureAwait(false), null);
                }
                catch (ZimbraFaultException e) when (!looks)
                {
                    TResponse? already = request.AlreadyDone(e.Fault);
                    return new(already, already is null ? e : null);
                }
                catch (ZimbraFaultException e)
                {
                    return await RefusedAsync(request, e, lost).ConfigureAwait(false);
                }
                catch (ZimbraException e) when (looks && e.IsOutcomeKnown && !lost.MayStillRun)
                {
                    // It was seen not to be done, and this attempt was turned away.
                    Unreachable = lost;
                    return new(null, e);
                }
                catch (ZimbraOutcomeUnknownException e) when (looks)
                {
                    // Of an attempt that may still run the end is not known, whatever became of a later one.
                    last = e;
                    lost = lost.MayStillRun ? lost : e;
                }
            }
        }
        catch (ZimbraException e) when (e is not ZimbraFaultException)
        {
            Unreachable = e as ZimbraOutcomeUnknownException ?? lost;
            var unknown = new ZimbraOutcomeUnknownException($"{lost.Message} Finding out what became of it failed too: {e.Message}", e)
            {
                Operation = request.OperationName,
            };
            return new(null, Explained(unknown, request.WhereToLook));
        }
    }

    private async Task<(bool IsKnown, TResponse? Done)> LookAsync<TResponse>(
        ZimbraRequest<TResponse> request,
        ZimbraOutcomeUnknownException cause
    )
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

    /// <summary>
    /// A refusal after a lost attempt, which may have come late, after it was looked for: then it is what the name is taken by.
    /// </summary>
    private async Task<Settled<TResponse>> RefusedAsync<TResponse>(
        ZimbraRequest<TResponse> request,
        ZimbraFaultException refusal,
        ZimbraOutcomeUnknownException cause
    )
        where TResponse : class
    {
        (bool isKnown, TResponse? done) = await LookAsync(request, cause).ConfigureAwait(false);
        bool isOpen = !isKnown || (cause.MayStillRun && (refusal.IsTransient || !refusal.IsOutcomeKnown));
        return done is not null
            ? new(done, null)
            : new(
                null,
                isOpen
                    ? Explained(refusal, request.WhereToLook)
                    : new ZimbraFaultException(refusal.Fault, refusal.Operation)
                    {
                        ChangedNothing = !FaultCatalogue.MayStillRun(refusal.Code),
                    }
            );
    }

    private static ZimbraException NotDone(ZimbraRequest request, ZimbraOutcomeUnknownException lost) =>
        lost.MayStillRun
            ? Explained(lost, request.WhereToLook)
            : new LostReply(
                new ZimbraOutcomeUnknownException(lost.Message, lost.InnerException) { Operation = request.OperationName }
            ).NotDone();
}
