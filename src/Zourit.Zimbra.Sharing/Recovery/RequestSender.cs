using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>Sends the requests that callers make themselves, and finds out after a lost reply what can be found out.</summary>
internal sealed class RequestSender(RequestDispatcher dispatcher)
{
    public async Task<TResponse> SendAsync<TResponse>(ZimbraRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(request);
        var lost = new LostReplies();
        Beginning began = await Beginning.OfAsync(dispatcher, request, cancellationToken).ConfigureAwait(false);
        try
        {
            TResponse response = await dispatcher.SendAsync(request, cancellationToken, lost).ConfigureAwait(false);
            return lost.Any && request is BatchRequest batch && response is BatchResponse outcomes
                ? (TResponse)
                    (object)
                        await new BatchSettlement(dispatcher, batch, began, cancellationToken).CompleteAsync(outcomes).ConfigureAwait(false)
                : response;
        }
        catch (ZimbraOutcomeUnknownException e) when (request is BatchRequest batch)
        {
            return (TResponse)
                (object)await new BatchSettlement(dispatcher, batch, began, cancellationToken).SettleAsync(e).ConfigureAwait(false);
        }
        catch (ZimbraOutcomeUnknownException e) when (request.Operation.Repeat == RetrySafety.Verifiable)
        {
            Settled<TResponse> settled = await new RequestSettlement(dispatcher, began, isBatch: false, cancellationToken)
                .SettleAsync(request, e)
                .ConfigureAwait(false);
            return settled.Response ?? throw settled.Error!;
        }
    }
}
