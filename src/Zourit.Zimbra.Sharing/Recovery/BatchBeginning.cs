using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>Where things stood before a batch was sent, to tell what it did from what was done before.</summary>
/// <param name="Time">By our own clock.</param>
/// <param name="ChangeNumber">Of the mailbox; only where the batch has mails sent, which leave no other trace. Null also when the server does not tell.</param>
internal readonly record struct BatchBeginning(DateTimeOffset Time, long? ChangeNumber)
{
    public static async Task<BatchBeginning> OfAsync(Exchange exchange, BatchRequest batch, CancellationToken cancellationToken) => new(
        exchange.Connection.Options.TimeProvider.GetUtcNow(),
        batch.Requests.Any(request => request is SendShareNotificationRequest) ? await ChangeNumberAsync(exchange, cancellationToken).ConfigureAwait(false) : null);

    private static async Task<long?> ChangeNumberAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            return (await exchange.SendAsync(new BatchRequest([new NoOpRequest()]), cancellationToken).ConfigureAwait(false)).ChangeNumber;
        }
        catch (ZimbraFaultException)
        {
            // Whatever refuses this refuses the batch, or does not matter to it.
            return null;
        }
    }
}
