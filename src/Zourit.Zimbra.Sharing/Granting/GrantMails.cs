using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Has the grantees mailed once the grants are made, who were not mailed in the batch of theirs, each once: what may have left with a lost
/// reply is looked for first, and so is what somebody else may have had sent who made the same grant at the same moment.
/// </summary>
internal sealed class GrantMails(RequestDispatcher dispatcher, SharedFolder folder, int mailsAtOnce)
{
    private readonly ShareMailer _mailer = new(dispatcher, folder);

    /// <summary>Sends the mails that are due after the grants.</summary>
    public async Task SendAsync(IReadOnlyList<GrantItem> items, DateTimeOffset started, CancellationToken cancellationToken)
    {
        foreach (GrantItem item in items.Where(item => item is { IsMailDue: true, LostMail: not null }))
        {
            Report(item, await _mailer.FollowAsync(item.Mail, started, item.LostMail!, cancellationToken).ConfigureAwait(false));
        }

        foreach (
            GrantItem[] part in items
                .Where(item => item is { IsMailDue: true, LostMail: null, MayBeAnothers: true })
                .Chunk(mailsAtOnce)
                .ToList()
        )
        {
            IReadOnlyList<ShareNotification?> traces = await _mailer
                .TraceAsync([.. part.Select(item => item.Mail)], started, cancellationToken)
                .ConfigureAwait(false);
            foreach ((GrantItem item, ShareNotification? trace) in part.Zip(traces))
            {
                Report(item, trace);
            }
        }

        foreach (GrantItem[] part in items.Where(item => item.IsMailDue).Chunk(mailsAtOnce).ToList())
        {
            await NotifyAsync([.. part.Select(item => (item, item.Mail))], cancellationToken).ConfigureAwait(false);
        }

        foreach (GrantItem[] part in items.Where(item => item.IsMailInDoubt).Chunk(mailsAtOnce).ToList())
        {
            await NotifyMissedAsync(part, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whom applying would have mailed; null for nobody, also where that cannot be known.</summary>
    public async Task<IReadOnlyList<string?>> PlanAsync(IReadOnlyList<GrantItem> items, CancellationToken cancellationToken)
    {
        string?[] mails = [.. items.Select(item => item.Plan.Notice is null ? null : item.Plan.NoticeAddress)];
        int[] doubts =
        [
            .. Enumerable
                .Range(0, items.Count)
                .Where(i => mails[i] is null && items[i] is { Desired.Mail.Ensure: true, Plan.Standing: not null })
                .Where(i => !folder.PlannedMails.Contains(items[i].Plan.NoticeAddress)),
        ];
        foreach (int[] part in doubts.Chunk(mailsAtOnce))
        {
            IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)> missed = await _mailer
                .MissedAsync([.. part.Select(i => items[i].FirstMail)], cancellationToken)
                .ConfigureAwait(false);
            foreach ((int i, (GrantMail? due, _)) in part.Zip(missed))
            {
                mails[i] = due?.Address;
            }
        }

        return mails;
    }

    /// <summary>
    /// Mails those who were never mailed about their share: a program that ended between the grant and its mail, or whose mail failed,
    /// leaves a grantee who knows nothing, and a second run would find nothing to do.
    /// </summary>
    private async Task NotifyMissedAsync(GrantItem[] items, CancellationToken cancellationToken)
    {
        IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)> missed = await _mailer
            .MissedAsync([.. items.Select(item => item.FirstMail)], cancellationToken)
            .ConfigureAwait(false);
        var due = new List<(GrantItem, GrantMail)>();
        foreach ((GrantItem item, (GrantMail? mail, ShareNotification? unknown)) in items.Zip(missed))
        {
            if (mail is not null)
            {
                due.Add((item, mail));
            }
            else
            {
                Report(item, unknown);
            }
        }

        await NotifyAsync(due, cancellationToken).ConfigureAwait(false);
    }

    private static void Report(GrantItem item, ShareNotification? notification)
    {
        if (notification is not null)
        {
            item.Report(notification);
        }
    }

    private async Task NotifyAsync(IReadOnlyList<(GrantItem Item, GrantMail Mail)> due, CancellationToken cancellationToken)
    {
        IReadOnlyList<ShareNotification> sent = await _mailer
            .NotifyAsync([.. due.Select(each => each.Mail)], cancellationToken)
            .ConfigureAwait(false);
        foreach (((GrantItem item, _), ShareNotification notification) in due.Zip(sent))
        {
            item.Report(notification);
        }
    }
}
