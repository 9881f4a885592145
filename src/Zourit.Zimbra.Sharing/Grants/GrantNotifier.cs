using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>Has the server mail about a grant that stands.</summary>
internal sealed class GrantNotifier(Exchange exchange)
{
    public async Task<ShareNotification> NotifyAsync(SharedFolder folder, FolderGrant grant, string? note, CancellationToken cancellationToken)
    {
        DateTimeOffset began = exchange.Connection.Options.TimeProvider.GetUtcNow();
        string address = (grant.Type == GranteeType.Guest ? grant.GranteeId : grant.GranteeName) ?? "";
        try
        {
            await exchange.SendAsync(SendShareNotificationRequest.Created(folder.Id, address, NoteText.Escape(note)), cancellationToken).ConfigureAwait(false);
            return ShareNotification.Sent(address);
        }
        catch (ZimbraFaultException e)
        {
            return ShareNotification.Failed(address, e.Fault);
        }
        catch (ZimbraOutcomeUnknownException)
        {
            return await new SentMails(exchange, folder, ShareNotice.Created, address, began).LookAsync(grant, cancellationToken).ConfigureAwait(false);
        }
    }
}
