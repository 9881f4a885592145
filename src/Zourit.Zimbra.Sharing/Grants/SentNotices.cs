using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>Finds out from the owner's Sent folder (protocol.md §9.7) which mails about a share left.</summary>
internal sealed class SentNotices(Exchange exchange, SharedFolder folder)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromDays(1);

    private const string NotAgain = "it was not sent a second time.";
    private const string HowToGoOn = "To have it sent, share again with EnsureNotified, which looks again first, or call NotifyAgainAsync, which mails in any case.";

    private readonly SentFolder _sent = new(exchange);

    /// <summary>What became of a mail whose reply was lost.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="began">When it was first asked for.</param>
    /// <param name="mayStillRun">Whether the server may be at it even now: then a copy may come later.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Sent when there is a copy, failed when the lack of one proves that it did not leave, else unknown.</returns>
    public async Task<ShareNotification> LookAsync(GrantMail mail, DateTimeOffset began, bool mayStillRun, CancellationToken cancellationToken)
    {
        ZimbraClientOptions options = exchange.Connection.Options;
        try
        {
            for (int looks = 1; ; looks++)
            {
                if (await HoldsAsync(mail, Since(began), cancellationToken).ConfigureAwait(false))
                {
                    return ShareNotification.Sent(mail.Address);
                }

                if (await DoubtAsync(mail.Grant, cancellationToken).ConfigureAwait(false) is { } doubt)
                {
                    return ShareNotification.Unknown(mail.Address, $"The server's reply was lost, and no copy was found, but {doubt}; {NotAgain} {HowToGoOn}");
                }

                // A server whose connection broke may be a moment behind.
                if (looks > options.MaxRetries)
                {
                    return mayStillRun
                        ? ShareNotification.Unknown(mail.Address, $"The server's reply did not come in time; the owner's Sent folder holds no copy so far; {NotAgain} {HowToGoOn}")
                        : ShareNotification.NotLeft(mail.Address, $"The server's reply was lost, and the owner's Sent folder, which keeps copies, holds none: the mail did not leave. {HowToGoOn}");
                }

                await Task.Delay(options.RetryDelay * looks, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ZimbraException e)
        {
            return ShareNotification.Unknown(mail.Address, $"The server's reply was lost, and the Sent folder cannot be searched ({e.Message}); {NotAgain} {HowToGoOn}");
        }
    }

    /// <summary>Whether there is a copy of a mail that left after a time; no when that cannot be known.</summary>
    public async Task<bool> IsThereAsync(GrantMail mail, DateTimeOffset began, CancellationToken cancellationToken)
    {
        try
        {
            return await HoldsAsync(mail, Since(began), cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException)
        {
            return false;
        }
    }

    /// <summary>Which of some grantees were never told of the folder by a mail about a new share.</summary>
    /// <returns>For each: null when he was, a mail to send when he was not, the notification to tell when that is not known.</returns>
    public async Task<IReadOnlyList<(GrantMail? Due, ShareNotification? Unknown)>> MissedAsync(IReadOnlyList<GrantMail> mails, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<SentPage> pages = await _sent.PagesAsync([.. mails.Select(mail => mail.Address)], after: null, offset: 0, cancellationToken).ConfigureAwait(false);
            var found = new List<(GrantMail?, ShareNotification?)>(mails.Count);
            for (int i = 0; i < mails.Count; i++)
            {
                bool told = pages[i].Messages.Any(message => IsAbout(message, mails[i]))
                    || (pages[i].More && await HoldsAsync(mails[i], since: null, cancellationToken, pages[i].End).ConfigureAwait(false))
                    || await new GuestArrival(exchange, folder).HasComeInAsync(mails[i].Grant, cancellationToken).ConfigureAwait(false);
                found.Add(told ? (null, null)
                    : await DoubtAsync(mails[i].Grant, cancellationToken).ConfigureAwait(false) is { } doubt
                    ? (null, ShareNotification.Unknown(mails[i].Address, $"No mail about the share was found in the owner's Sent folder, but {doubt}; none was sent. If he was not told, call NotifyAgainAsync."))
                    : (mails[i], null));
            }

            return found;
        }
        catch (ZimbraException e)
        {
            // The shares stand; an exception would hide them.
            return [.. mails.Select(mail => ((GrantMail?)null,
                (ShareNotification?)ShareNotification.Unknown(mail.Address, $"Whether he was told before is not known, since the owner's Sent folder cannot be searched ({e.Message}); no mail was sent.")))];
        }
    }

    // Mail dates have whole seconds and the bound is excluded. Where the mailbox's own count tells what came after the folder was read, the dates serve only to keep the
    // search short: the server's clock may differ from ours, and an earlier mail may be of the same second.
    private DateTimeOffset Since(DateTimeOffset began) =>
        DateTimeOffset.FromUnixTimeSeconds(began.ToUnixTimeSeconds()).AddMilliseconds(-1) - (folder.ChangeNumber is null ? TimeSpan.Zero : MostSkew);

    private async Task<bool> HoldsAsync(GrantMail mail, DateTimeOffset? since, CancellationToken cancellationToken, int offset = 0) =>
        await _sent.MailsToAsync(mail.Address, since, cancellationToken, offset)
            .AnyAsync(message => IsAbout(message, mail) && !(since is not null && message.Revision <= folder.ChangeNumber), cancellationToken).ConfigureAwait(false);

    // A group's mail is addressed to its members (protocol.md §5.5), and is not found by the group's address.
    private async Task<string?> DoubtAsync(FolderGrant grant, CancellationToken cancellationToken) => grant.Type == GranteeType.Group
        ? "a mail to a group goes to its members, and is not found by the group's name"
        : await _sent.DoubtAsync(cancellationToken).ConfigureAwait(false);

    private bool IsAbout(Message message, GrantMail mail)
    {
        // The same person may have been told of another folder a moment ago.
        string id = folder.Id[(folder.Id.LastIndexOf(':') + 1)..];
        if (PersonalLink.FindIn(message) is { } link)
        {
            return mail.Notice == ShareNotice.Created && link.FolderId == id && (folder.Info is not { } owner || link.OwnerId == owner.Id);
        }

        if (message.ShareXml is { } xml && ShareMark.Read(xml) is { } mark)
        {
            return mark.Notice == mail.Notice && mark.FolderId == id;
        }

        // A mail about a new share to a guest always holds a link; the others tell the folder by their subject only.
        return !(mail.Notice == ShareNotice.Created && mail.Grant.Type == GranteeType.Guest) && message.Subject?.Contains(folder.Path.Name, StringComparison.OrdinalIgnoreCase) == true;
    }
}
