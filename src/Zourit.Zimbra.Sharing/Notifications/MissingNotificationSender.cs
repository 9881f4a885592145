using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// Sees to it that everybody was told once of a share that stands: a program that ended between the grant and its mail, or whose mail
/// failed, leaves a grantee who knows nothing, and a second run would find nothing to do.
/// </summary>
internal sealed class MissingNotificationSender(RequestDispatcher dispatcher, SharedFolder folder)
{
    private readonly NotificationTracker _sent = new(dispatcher, folder);

    /// <summary>
    /// Turns mails about changed rights into mails about a new share, with a guest's link, for those who were never told.
    /// </summary>
    public async Task<IReadOnlyList<GrantPlan>> ReviseAsync(
        IReadOnlyList<(DesiredGrant Wanted, GrantPlan Plan)> entries,
        CancellationToken cancellationToken
    )
    {
        GrantPlan[] plans = [.. entries.Select(entry => entry.Plan)];
        int[] edits =
        [
            .. Enumerable.Range(0, plans.Length).Where(i => entries[i].Wanted.EnsureNotified && plans[i].Notice == ShareNotice.Edited),
        ];
        if (edits.Length > 0)
        {
            IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)> missed = await _sent
                .MissedAsync(
                    [.. edits.Select(i => plans[i].Mail(plans[i].Standing!, entries[i].Wanted) with { Notice = ShareNotice.Created })],
                    cancellationToken
                )
                .ConfigureAwait(false);
            for (int i = 0; i < edits.Length; i++)
            {
                plans[edits[i]] = missed[i].Due is null ? plans[edits[i]] : plans[edits[i]] with { Notice = ShareNotice.Created };
            }
        }

        return plans;
    }

    /// <summary>Mails those who were never told, and tells of each what became of it; not requested for those who were.</summary>
    public async Task<IReadOnlyList<ShareNotification>> NotifyAsync(IReadOnlyList<GrantMail> mails, CancellationToken cancellationToken)
    {
        if (mails.Count == 0)
        {
            return [];
        }

        IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)> missed = await _sent
            .MissedAsync(mails, cancellationToken)
            .ConfigureAwait(false);
        var sent = new Queue<ShareNotification>(
            await new GrantNotifier(dispatcher, folder)
                .NotifyAsync([.. missed.Select(each => each.Due).OfType<GrantMail>()], cancellationToken)
                .ConfigureAwait(false)
        );
        return [.. missed.Select(each => each.Due is not null ? sent.Dequeue() : each.Unknown ?? ShareNotification.NotRequested)];
    }
}
