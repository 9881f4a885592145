using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>Sends the requests that callers make themselves, and tells after a lost reply what can be told.</summary>
internal sealed class RequestSender(Exchange exchange)
{
    public async Task<TResponse> SendAsync<TResponse>(ZimbraRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(request);
        var lost = new LostReplies();
        BatchBeginning began = request is BatchRequest given ? await BatchBeginning.OfAsync(exchange, given, cancellationToken).ConfigureAwait(false) : default;
        try
        {
            TResponse response = await exchange.SendAsync(request, cancellationToken, lost).ConfigureAwait(false);
            return lost.Any && request is BatchRequest batch && response is BatchResponse outcomes
                ? (TResponse)(object)await new BatchSettlement(exchange, batch, began, cancellationToken).CompleteAsync(outcomes).ConfigureAwait(false)
                : response;
        }
        catch (ZimbraOutcomeUnknownException e) when (request is BatchRequest { Requests.Count: > 0 } batch)
        {
            return (TResponse)(object)await new BatchSettlement(exchange, batch, began, cancellationToken).SettleAsync(e).ConfigureAwait(false);
        }
        catch (ZimbraOutcomeUnknownException e) when (request.WhereToLook is { } where)
        {
            throw Explained(e, where);
        }
    }

    /// <summary>The same loss, with where to look.</summary>
    public static ZimbraOutcomeUnknownException Explained(ZimbraException e, string? where) =>
        new(where is null ? e.Message : $"{e.Message} {where}", e is ZimbraOutcomeUnknownException ? e.InnerException : e) { Operation = e.Operation };
}
