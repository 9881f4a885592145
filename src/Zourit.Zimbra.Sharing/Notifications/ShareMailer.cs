using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// Has the server mail about grants on a folder, each mail once, in the lock of the grantees' shares. All mails about shares are sent and
/// looked for here. It never throws for a mail: the grants are made, and an exception would hide that.
/// </summary>
internal sealed class ShareMailer(RequestDispatcher dispatcher, SharedFolder folder)
{
    private readonly NotificationTracker _tracker = new(dispatcher, folder);

    private MailOutage Outage => dispatcher.Connection.MailOutage;

    /// <summary>What sends a mail in the batch of the change that it reports; null for none.</summary>
    public MailAlong? Along(GrantMail? mail) =>
        mail is null ? null : new(Request(mail), outcome => ShareNotification.Of(outcome, mail.Address, Outage));

    /// <summary>One mail that somebody asked for, whatever was sent before; never sent twice.</summary>
    public async Task<ShareNotification> NotifyAsync(FolderGrant grant, string? note, CancellationToken cancellationToken)
    {
        string address = (grant.Type == GranteeType.Guest ? grant.GranteeId : grant.GranteeName) ?? "";
        var mail = new GrantMail(grant, ShareNotice.Created, address, new MailSettings { Note = note });
        return (await NotifyAsync([mail], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>What became of a mail in a batch whose reply was lost; null where it is to be sent again.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="started">When the call started.</param>
    /// <param name="lost">What is known of the batch.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ShareNotification?> FollowAsync(
        GrantMail mail,
        DateTimeOffset started,
        Doubt lost,
        CancellationToken cancellationToken
    )
    {
        ShareNotification found = (await _tracker.LookAsync([mail], started, lost, cancellationToken).ConfigureAwait(false))[0];
        return found.WasLost && mail.Settings.Ensure ? null : found;
    }

    /// <inheritdoc cref="NotificationTracker.TraceAsync"/>
    public Task<IReadOnlyList<ShareNotification?>> TraceAsync(
        IReadOnlyList<GrantMail> mails,
        DateTimeOffset started,
        CancellationToken cancellationToken
    ) => _tracker.TraceAsync(mails, started, cancellationToken);

    /// <inheritdoc cref="NotificationTracker.MissedAsync"/>
    public Task<IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)>> MissedAsync(
        IReadOnlyList<GrantMail> mails,
        CancellationToken cancellationToken
    ) => _tracker.MissedAsync(mails, cancellationToken);

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

            open = [.. open.Where(mail => mails[mail].Settings.Ensure && reports[mail]!.WasLost)];
        }

        try
        {
            await dispatcher
                .Verify(Request(mails[0]))
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
                    ? ShareNotification.Refused(mails[mail].Address, fault.Fault, Outage)
                    : ShareNotification.Failed(mails[mail].Address, e.Explanation);
            }
        }

        return reports!;
    }

    private async Task<IReadOnlyList<ShareNotification>> SendAsync(IReadOnlyList<GrantMail> mails, CancellationToken cancellationToken)
    {
        SendShareNotificationRequest[] requests = [.. mails.Select(Request)];
        BatchResponse reply = await dispatcher.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
        return [.. mails.Zip(requests, (mail, request) => ShareNotification.Of(reply.OutcomeOf(request), mail.Address, Outage))];
    }

    private SendShareNotificationRequest Request(GrantMail mail) =>
        new()
        {
            FolderId = folder.Id,
            Addresses = [mail.Address],
            Notice = mail.Notice,
            Notes = NoteText.Escape(mail.Settings.Note),
        };
}
