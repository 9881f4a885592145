using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// Has the server mail about grants, each mail once, in the lock of the grantees' shares. It never throws for a mail: the grants are made,
/// and an exception would hide that.
/// </summary>
internal sealed class GrantNotifier(RequestDispatcher dispatcher, SharedFolder folder)
{
    private readonly NotificationTracker _tracker = new(dispatcher, folder);

    /// <summary>One mail that somebody asked for, whatever was sent before; never sent twice.</summary>
    public async Task<ShareNotification> NotifyAsync(FolderGrant grant, string? note, CancellationToken cancellationToken)
    {
        string address = (grant.Type == GranteeType.Guest ? grant.GranteeId : grant.GranteeName) ?? "";
        var mail = new GrantMail(grant, ShareNotice.Created, address, note, IsEnsured: false);
        return (await NotifyAsync([mail], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>
    /// Mails in one batch. Those whose reply was lost are looked for in the Sent folder; those that are ensured are sent again where it is
    /// certain that they did not leave.
    /// </summary>
    public async Task<IReadOnlyList<ShareNotification>> NotifyAsync(IReadOnlyList<GrantMail> mails, CancellationToken cancellationToken)
    {
        if (mails.Count == 0)
        {
            return [];
        }

        var reports = new ShareNotification?[mails.Count];
        int[] open = [.. Enumerable.Range(0, mails.Count)];
        DateTimeOffset started = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        var attempt = new Attempt("SendShareNotificationRequest");
        void Report(IReadOnlyList<ShareNotification> notifications)
        {
            foreach ((int mail, ShareNotification notification) in open.Zip(notifications))
            {
                reports[mail] = notification;
            }

            open = [.. open.Where(mail => mails[mail].IsEnsured && reports[mail]!.WasLost)];
        }

        try
        {
            await dispatcher
                .Verify(mails[0].Request(folder))
                .RunAsync(
                    attempt,
                    async token =>
                    {
                        Report(await SendAsync([.. open.Select(mail => mails[mail])], token).ConfigureAwait(false));
                        return true;
                    },
                    token => _tracker.LookAsync([.. open.Select(mail => mails[mail])], started, attempt, token),
                    found =>
                    {
                        Report(found);
                        return open.Length == 0 ? Verdict<bool>.Done(true) : Verdict<bool>.NotDone;
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            // After a loss each mail has what was found of it; without one nothing was sent.
            foreach (int mail in open.Where(mail => reports[mail] is null))
            {
                reports[mail] = e is ZimbraFaultException fault
                    ? ShareNotification.Refused(mails[mail].Address, fault.Fault, dispatcher.Connection.MailOutage)
                    : ShareNotification.Failed(mails[mail].Address, e.Explanation);
            }
        }

        return reports!;
    }

    private async Task<IReadOnlyList<ShareNotification>> SendAsync(IReadOnlyList<GrantMail> mails, CancellationToken cancellationToken)
    {
        SendShareNotificationRequest[] requests = [.. mails.Select(mail => mail.Request(folder))];
        BatchResponse reply = await dispatcher.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
        return
        [
            .. mails.Select(
                (mail, i) => ShareNotification.Of(reply.OutcomeOf(requests[i]), mail.Address, dispatcher.Connection.MailOutage)
            ),
        ];
    }
}
