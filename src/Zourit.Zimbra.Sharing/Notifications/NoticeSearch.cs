using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>
/// Looks in the owner's Sent folder (docs/protocol.md §9.7) for copies of mails about a share: of many at once in few round trips.
/// </summary>
internal sealed class NoticeSearch(SentFolder sent, SharedFolder folder)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromDays(1);

    /// <summary>Which mails left after a time: yes, no, or null where there is one that may be it.</summary>
    public Task<IReadOnlyList<bool?>> LeftAsync(
        IReadOnlyList<GrantMail> mails,
        DateTimeOffset started,
        CancellationToken cancellationToken
    ) =>
        FindAsync(
            mails,
            Since(started),
            (mail, message) =>
                message.Revision <= folder.ChangeNumber
                || SentNotice.Read(message, mail, folder) is not { } notice
                || notice.Notice != mail.Notice
                    ? Finding.Nothing
                : notice.IsCertain ? Finding.Yes
                : Finding.Perhaps,
            cancellationToken
        );

    /// <summary>
    /// Who got a mail about the current share, by the last mail about its start or end; null where a mail may or may not be about it.
    /// </summary>
    public Task<IReadOnlyList<bool?>> NotifiedAsync(IReadOnlyList<GrantMail> mails, CancellationToken cancellationToken) =>
        FindAsync(
            mails,
            since: null,
            (mail, message) =>
                SentNotice.Read(message, mail, folder) switch
                {
                    { Notice: ShareNotice.Created } notice => notice.IsCertain ? Finding.Yes : Finding.Perhaps,
                    { Notice: ShareNotice.Revoked or ShareNotice.Expired, IsCertain: true } => Finding.No,
                    _ => Finding.Nothing,
                },
            cancellationToken
        );

    // Mail dates have whole seconds and the bound is excluded. Where the mailbox's own count tells what came after the folder was read, the
    // dates serve only to keep the search short: the server's clock may differ from ours, and an earlier mail may be of the same second.
    private DateTimeOffset Since(DateTimeOffset started) =>
        DateTimeOffset.FromUnixTimeSeconds(started.ToUnixTimeSeconds()).AddMilliseconds(-1)
        - (folder.ChangeNumber is null ? TimeSpan.Zero : MostSkew);

    private async Task<IReadOnlyList<bool?>> FindAsync(
        IReadOnlyList<GrantMail> mails,
        DateTimeOffset? since,
        Func<GrantMail, MailMessage, Finding> judge,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<SentPage> pages = await sent.PagesAsync([.. mails.Select(mail => mail.Address)], since, offset: 0, cancellationToken)
            .ConfigureAwait(false);
        var found = new List<bool?>(mails.Count);
        for (int i = 0; i < mails.Count; i++)
        {
            found.Add(await DecideAsync(mails[i], pages[i], since, judge, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    private async Task<bool?> DecideAsync(
        GrantMail mail,
        SentPage first,
        DateTimeOffset? since,
        Func<GrantMail, MailMessage, Finding> judge,
        CancellationToken cancellationToken
    )
    {
        IAsyncEnumerable<MailMessage> older = first.More
            ? sent.MailsToAsync(mail.Address, since, cancellationToken, first.End)
            : AsyncEnumerable.Empty<MailMessage>();
        bool? found = false;
        await foreach (
            MailMessage message in first
                .Messages.ToAsyncEnumerable()
                .Concat(older)
                .WithCancellation(cancellationToken)
                .ConfigureAwait(false)
        )
        {
            switch (judge(mail, message))
            {
                case Finding.Yes:
                    return true;
                case Finding.No:
                    return found;
                case Finding.Perhaps:
                    found = null;
                    break;
            }
        }

        return found;
    }

    private enum Finding
    {
        Nothing,
        Perhaps,
        Yes,
        No,
    }
}
