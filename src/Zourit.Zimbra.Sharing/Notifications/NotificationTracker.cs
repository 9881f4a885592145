using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>Finds out from the owner's Sent folder which mails about a share left, and tells it.</summary>
internal sealed class NotificationTracker
{
    private readonly RequestDispatcher _dispatcher;
    private readonly SharedFolder _folder;
    private readonly NoticeSearch _search;

    public NotificationTracker(RequestDispatcher dispatcher, SharedFolder folder)
    {
        _dispatcher = dispatcher;
        _folder = folder;
        _search = new NoticeSearch(new SentFolder(dispatcher), folder);
    }

    private ConnectionSettings Options => _dispatcher.Connection.Options;

    /// <summary>
    /// What became of mails whose reply was lost: they are waited for together, and no longer than a request may take in all.
    /// </summary>
    /// <param name="mails">The mails.</param>
    /// <param name="started">When they were first requested.</param>
    /// <param name="lost">The loss: while the server may be working on the mails, a copy may come later.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Sent when there is a copy, failed when the lack of one proves that it did not leave, else unknown.</returns>
    public async Task<IReadOnlyList<ShareNotification>> LookAsync(
        IReadOnlyList<GrantMail> mails,
        DateTimeOffset started,
        Doubt lost,
        CancellationToken cancellationToken
    )
    {
        var reports = new ShareNotification?[mails.Count];
        long start = Options.TimeProvider.GetTimestamp();
        try
        {
            for (int looks = 1; ; looks++)
            {
                int[] open = [.. Enumerable.Range(0, mails.Count).Where(i => reports[i] is null)];
                IReadOnlyList<bool?> left = await _search
                    .LeftAsync([.. open.Select(i => mails[i])], started, cancellationToken)
                    .ConfigureAwait(false);

                // A server whose connection broke may be a moment behind.
                TimeSpan pause = Pause(looks);
                bool isLast =
                    looks >= Math.Max(1, Options.MaxRetries) || pause > Options.TotalTimeout - Options.TimeProvider.GetElapsedTime(start);
                for (int i = 0; i < open.Length; i++)
                {
                    reports[open[i]] = Judge(mails[open[i]], left[i], isLast, lost);
                }

                if (reports.All(each => each is not null))
                {
                    return reports!;
                }

                await Task.Delay(pause, Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ZimbraException e)
        {
            return
            [
                .. reports.Select(
                    (each, i) => each ?? ShareNotification.Unknown(mails[i].Address, NotificationTexts.LookFailed(e.Explanation))
                ),
            ];
        }
    }

    /// <summary>
    /// What became of mails that somebody else may have had sent, or an earlier attempt; null where there is no trace of one.
    /// </summary>
    public async Task<IReadOnlyList<ShareNotification?>> TraceAsync(
        IReadOnlyList<GrantMail> mails,
        DateTimeOffset started,
        CancellationToken cancellationToken
    )
    {
        try
        {
            IReadOnlyList<bool?> left = await _search.LeftAsync(mails, started, cancellationToken).ConfigureAwait(false);
            return [.. mails.Zip(left, (mail, hasLeft) => hasLeft switch
                    {
                        true => ShareNotification.Sent(mail.Address),
                        false => null,
                        null => ShareNotification.Unknown(mail.Address, NotificationTexts.MadeMeanwhile(NotificationTexts.Unclear)),
                    })];
        }
        catch (ZimbraException e)
        {
            LocalizedText unseen = NotificationTexts.MadeMeanwhileUnseen(e.Explanation);
            return [.. mails.Select(mail => ShareNotification.Unknown(mail.Address, unseen))];
        }
    }

    /// <summary>Which of some grantees never got a mail about the folder's current share.</summary>
    /// <returns>For each: nulls when they got one, the mail to send when not, the notification to report when that is not known.</returns>
    public async Task<IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)>> MissedAsync(
        IReadOnlyList<GrantMail> mails,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<bool?> notified;
        try
        {
            notified = await _search.NotifiedAsync(mails, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            // The shares exist; an exception would hide them.
            return
            [
                .. mails.Select(mail =>
                    (
                        (GrantMail?)null,
                        (ShareNotification?)ShareNotification.Unknown(mail.Address, NotificationTexts.NotKnownBefore(e.Explanation))
                    )
                ),
            ];
        }

        var guests = new GuestMountpointProbe(_dispatcher, _folder);
        var found = new List<(GrantMail?, ShareNotification?)>(mails.Count);
        foreach ((GrantMail mail, bool? isNotified) in mails.Zip(notified))
        {
            bool? knows = isNotified == true ? true : await guests.HasFolderAsync(mail.Grant, cancellationToken).ConfigureAwait(false);
            LocalizedText? doubt = isNotified is null ? NotificationTexts.Unclear : DoubtOf(mail.Grant);
            found.Add(
                knows == true ? (null, null)
                : doubt is not null ? (null, ShareNotification.Unknown(mail.Address, NotificationTexts.NoneFound(doubt)))
                : guests.Failure is { } why && knows is null
                    ? (null, ShareNotification.Unknown(mail.Address, NotificationTexts.GuestUnseen(why)))
                : (mail, null)
            );
        }

        return found;
    }

    private TimeSpan Pause(int looks) =>
        Options.RetryDelay * looks < Options.MaxRetryDelay ? Options.RetryDelay * looks : Options.MaxRetryDelay;

    /// <summary>What to report after a look; null when another is due.</summary>
    private static ShareNotification? Judge(GrantMail mail, bool? left, bool isLast, Doubt lost)
    {
        if (left == true)
        {
            return ShareNotification.Sent(mail.Address);
        }

        if ((left is null ? NotificationTexts.Unclear : DoubtOf(mail.Grant)) is { } doubt)
        {
            return ShareNotification.Unknown(mail.Address, NotificationTexts.LostWithDoubt(doubt));
        }

        return !isLast ? null
            : !lost.IsOver ? ShareNotification.Unknown(mail.Address, NotificationTexts.NoCopySoFar)
            : ShareNotification.NotLeft(mail.Address, NotificationTexts.DidNotLeave);
    }

    // A group's mail is addressed to its members (docs/protocol.md §5.5), and is not found by the group's address.
    private static LocalizedText? DoubtOf(FolderGrant grant) => grant.Type == GranteeType.Group ? NotificationTexts.ToGroup : null;
}
