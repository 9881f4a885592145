using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Recovery;

/// <summary>Where things stood before a request was sent, or a batch, to tell what it did from what was done before.</summary>
/// <param name="Time">By our own clock.</param>
/// <param name="ChangeNumber">Of the mailbox; only where mails are to be sent, which leave no other trace. Null also when the server does
/// not tell.</param>
internal readonly record struct Beginning(DateTimeOffset Time, long? ChangeNumber)
{
    public static async Task<Beginning> OfAsync(RequestDispatcher dispatcher, ZimbraRequest request, CancellationToken cancellationToken)
    {
        bool mails =
            request is SendShareNotificationRequest
            || (request is BatchRequest batch && batch.Requests.Any(each => each is SendShareNotificationRequest));
        if (mails)
        {
            // What cannot be sent needs no reading before it.
            RequestMessage.WriteNowhere(request);
        }

        return new Beginning(
            dispatcher.Connection.Options.TimeProvider.GetUtcNow(),
            mails ? await ChangeNumberAsync(dispatcher, cancellationToken).ConfigureAwait(false) : null
        );
    }

    private static async Task<long?> ChangeNumberAsync(RequestDispatcher dispatcher, CancellationToken cancellationToken)
    {
        try
        {
            return (
                await dispatcher.SendAsync(new BatchRequest([new NoOpRequest()]), cancellationToken).ConfigureAwait(false)
            ).ChangeNumber;
        }
        catch (ZimbraFaultException)
        {
            // Whatever refuses this refuses what is to be sent, or does not matter to it.
            return null;
        }
    }
}
