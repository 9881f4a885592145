using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>Has the server mail about grants that stand, in the turn at the grantees' shares.</summary>
internal sealed class GrantNotifier(RequestDispatcher dispatcher, SharedFolder folder)
{
    private readonly NotificationTracker _sent = new(dispatcher, folder);

    /// <summary>One mail that somebody asked for, whatever was sent before.</summary>
    public async Task<ShareNotification> NotifyAsync(FolderGrant grant, string? note, CancellationToken cancellationToken)
    {
        var mail = new GrantMail(
            grant,
            ShareNotice.Created,
            (grant.Type == GranteeType.Guest ? grant.GranteeId : grant.GranteeName) ?? "",
            note,
            IsEnsured: false
        );
        DateTimeOffset began = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        try
        {
            await dispatcher.SendAsync(mail.Request(folder), cancellationToken).ConfigureAwait(false);
            return ShareNotification.Sent(mail.Address);
        }
        catch (ZimbraFaultException e)
        {
            return ShareNotification.Refused(mail.Address, e.Fault);
        }
        catch (ZimbraOutcomeUnknownException e)
        {
            return await _sent.LookAsync(mail, began, e.MayStillRun, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Mails after granting, in one batch, each once. It never throws for a mail: the grants stand, and an exception would hide them.
    /// </summary>
    public async Task<IReadOnlyList<ShareNotification>> NotifyAsync(IReadOnlyList<GrantMail> mails, CancellationToken cancellationToken)
    {
        var told = new ShareNotification[mails.Count];
        List<int> due = [.. Enumerable.Range(0, mails.Count)];
        for (int round = 0; due.Count > 0; round++)
        {
            foreach ((int mail, ShareNotification notification) in await SendAsync(mails, due, cancellationToken).ConfigureAwait(false))
            {
                told[mail] = notification;
            }

            // Failed without a fault of the server's: lost on the way, and certain not to have left.
            due =
            [
                .. due.Where(mail =>
                    mails[mail].IsEnsured
                    && told[mail] is { Status: NotificationStatus.Failed, WasLost: true }
                    && round < dispatcher.Connection.Options.MaxRetries
                ),
            ];
        }

        return told;
    }

    private async Task<IReadOnlyList<(int Mail, ShareNotification Told)>> SendAsync(
        IReadOnlyList<GrantMail> mails,
        List<int> due,
        CancellationToken cancellationToken
    )
    {
        SendShareNotificationRequest[] requests = [.. due.Select(mail => mails[mail].Request(folder))];
        DateTimeOffset began = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        try
        {
            BatchResponse reply = await dispatcher.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
            return [.. due.Select((mail, i) => (mail, GrantWriter.Told(reply.OutcomeOf(requests[i]), mails[mail].Address)))];
        }
        catch (ZimbraOutcomeUnknownException e)
        {
            IReadOnlyList<ShareNotification> found = await _sent
                .LookAsync([.. due.Select(mail => mails[mail])], began, e.MayStillRun, cancellationToken)
                .ConfigureAwait(false);
            return [.. due.Zip(found)];
        }
        catch (ZimbraFaultException e)
        {
            return [.. due.Select(mail => (mail, ShareNotification.Refused(mails[mail].Address, e.Fault)))];
        }
        catch (ZimbraException e)
        {
            return [.. due.Select(mail => (mail, ShareNotification.Failed(mails[mail].Address, e.Message)))];
        }
    }
}
