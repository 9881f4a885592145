using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>Finds out from the owner's Sent folder which mails about a share left, and tells it.</summary>
internal sealed class NotificationTracker
{
    private const string NotAgain = "it was not sent a second time.";
    private const string HowToGoOn =
        "To have it sent, share again with EnsureNotified, which looks again first, or call "
        + "NotifyAgainAsync, which mails in any case.";
    private const string Unclear = "a mail was found of which it cannot be told whether it is about this calendar";

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
    /// <param name="began">When they were first asked for.</param>
    /// <param name="mayStillRun">Whether the server may be working on them even now: then a copy may come later.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Sent when there is a copy, failed when the lack of one proves that it did not leave, else unknown.</returns>
    public async Task<IReadOnlyList<ShareNotification>> LookAsync(
        IReadOnlyList<GrantMail> mails,
        DateTimeOffset began,
        bool mayStillRun,
        CancellationToken cancellationToken
    )
    {
        var told = new ShareNotification?[mails.Count];
        long start = Options.TimeProvider.GetTimestamp();
        try
        {
            for (int looks = 1; ; looks++)
            {
                int[] open = [.. Enumerable.Range(0, mails.Count).Where(i => told[i] is null)];
                IReadOnlyList<bool?> left = await _search
                    .LeftAsync([.. open.Select(i => mails[i])], began, cancellationToken)
                    .ConfigureAwait(false);

                // A server whose connection broke may be a moment behind.
                TimeSpan pause = Pause(looks);
                bool isLast =
                    looks >= Math.Max(1, Options.MaxRetries) || pause > Options.TotalTimeout - Options.TimeProvider.GetElapsedTime(start);
                for (int i = 0; i < open.Length; i++)
                {
                    told[open[i]] = Judge(mails[open[i]], left[i], isLast, mayStillRun);
                }

                if (told.All(each => each is not null))
                {
                    return told!;
                }

                await Task.Delay(pause, Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ZimbraException e)
        {
            return
            [
                .. told.Select(
                    (each, i) =>
                        each
                        ?? ShareNotification.Unknown(
                            mails[i].Address,
                            $"The server's reply was lost, and the Sent folder cannot be searched "
                                + $"({e.Message}); {NotAgain} {HowToGoOn}"
                        )
                ),
            ];
        }
    }

    /// <summary>
    /// What became of a mail that somebody else may have had sent, or an earlier attempt; null when there is no trace of it.
    /// </summary>
    public async Task<ShareNotification?> TraceAsync(GrantMail mail, DateTimeOffset began, CancellationToken cancellationToken)
    {
        try
        {
            return (await _search.LeftAsync([mail], began, cancellationToken).ConfigureAwait(false))[0] switch
            {
                true => ShareNotification.Sent(mail.Address),
                false => null,
                null => ShareNotification.Unknown(mail.Address, $"The share was made meanwhile, and {Unclear}; {NotAgain} {HowToGoOn}"),
            };
        }
        catch (ZimbraException e)
        {
            return ShareNotification.Unknown(
                mail.Address,
                $"The share was made meanwhile, and the Sent folder cannot be searched ({e.Message}); {NotAgain} {HowToGoOn}"
            );
        }
    }

    /// <summary>Which of some grantees were never told of the folder, as it is shared now, by a mail about a new share.</summary>
    /// <returns>For each: null when he was, a mail to send when he was not, the notification to tell when that is not known.</returns>
    public async Task<IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)>> MissedAsync(
        IReadOnlyList<GrantMail> mails,
        CancellationToken cancellationToken
    )
    {
        try
        {
            IReadOnlyList<bool?> told = await _search.ToldAsync(mails, cancellationToken).ConfigureAwait(false);
            var found = new List<(GrantMail?, ShareNotification?)>(mails.Count);
            for (int i = 0; i < mails.Count; i++)
            {
                bool isTold =
                    told[i] == true
                    || await new GuestMountpointProbe(_dispatcher, _folder)
                        .HasFolderAsync(mails[i].Grant, cancellationToken)
                        .ConfigureAwait(false);
                found.Add(
                    isTold ? (null, null)
                    : (told[i] is null ? Unclear : DoubtOf(mails[i].Grant)) is { } doubt
                        ? (
                            null,
                            ShareNotification.Unknown(
                                mails[i].Address,
                                $"No mail about the share was found in the owner's Sent folder, "
                                    + $"but {doubt}; none was sent. If he was not told, call NotifyAgainAsync."
                            )
                        )
                    : (mails[i], null)
                );
            }

            return found;
        }
        catch (ZimbraException e)
        {
            // The shares stand; an exception would hide them.
            return
            [
                .. mails.Select(mail =>
                    (
                        (GrantMail?)null,
                        (ShareNotification?)
                            ShareNotification.Unknown(
                                mail.Address,
                                $"Whether he was told before is not known, since the owner's "
                                    + $"Sent folder cannot be searched ({e.Message}); no mail was sent."
                            )
                    )
                ),
            ];
        }
    }

    private TimeSpan Pause(int looks) =>
        Options.RetryDelay * looks < Options.MaxRetryDelay ? Options.RetryDelay * looks : Options.MaxRetryDelay;

    /// <summary>What to report after a look; null when another is due.</summary>
    private static ShareNotification? Judge(GrantMail mail, bool? left, bool isLast, bool mayStillRun)
    {
        if (left == true)
        {
            return ShareNotification.Sent(mail.Address);
        }

        if ((left is null ? Unclear : DoubtOf(mail.Grant)) is { } doubt)
        {
            return ShareNotification.Unknown(
                mail.Address,
                $"The server's reply was lost, and no copy was found, but {doubt}; {NotAgain} {HowToGoOn}"
            );
        }

        return !isLast ? null
            : mayStillRun
                ? ShareNotification.Unknown(
                    mail.Address,
                    $"The server's reply did not come in time; the owner's Sent folder holds no copy so far; {NotAgain} {HowToGoOn}"
                )
            : ShareNotification.NotLeft(
                mail.Address,
                $"The server's reply was lost, and the owner's Sent folder, which keeps copies, "
                    + $"holds none: the mail did not leave. {HowToGoOn}"
            );
    }

    // A group's mail is addressed to its members (docs/protocol.md §5.5), and is not found by the group's address.
    private static string? DoubtOf(FolderGrant grant) =>
        grant.Type == GranteeType.Group ? "a mail to a group goes to its members, and is not found by the group's name" : null;
}
