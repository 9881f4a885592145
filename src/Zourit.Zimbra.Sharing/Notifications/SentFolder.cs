using System.Globalization;
using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>Reads whole mails out of an account's Sent folder (protocol.md §9.7): a share mail leaves no other trace.</summary>
internal sealed class SentFolder(RequestDispatcher dispatcher)
{
    private const int PageSize = 10;

    // More than a share mail takes.
    private const long RoomForCopy = 100 * 1024;

    private (string? Doubt, bool IsKnown) _settings;

    /// <summary>All mails to an address, the newest first; each page is read when it is reached.</summary>
    public async IAsyncEnumerable<Message> MailsToAsync(
        string address,
        DateTimeOffset? after,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        int offset = 0
    )
    {
        SentPage page;
        var guard = new PageGuard("SearchRequest");
        do
        {
            page = (await PagesAsync([address], after, offset, cancellationToken).ConfigureAwait(false))[0];
            guard.Pass(page.Messages.Count > 0 ? page.Messages[0].Id : null);
            foreach (Message message in page.Messages)
            {
                yield return message;
            }

            offset = page.End;
        } while (page.More);
    }

    /// <summary>The same page of the mails to each of several addresses, in two round trips for all of them.</summary>
    public async Task<IReadOnlyList<SentPage>> PagesAsync(
        IReadOnlyList<string> addresses,
        DateTimeOffset? after,
        int offset,
        CancellationToken cancellationToken
    )
    {
        SearchRequest[] searches =
        [
            .. addresses.Select(address => new SearchRequest(Query(address, after))
            {
                Limit = PageSize,
                Offset = offset == 0 ? null : offset,
            }),
        ];
        BatchResponse found = await dispatcher.SendAsync(new BatchRequest(searches), cancellationToken).ConfigureAwait(false);
        SearchResponse[] hits = [.. searches.Select(search => found.OutcomeOf(search).ResponseOrThrow())];
        GetMsgRequest[][] reads =
        [
            .. hits.Select(hit => hit.Messages.Take(PageSize).Select(message => new GetMsgRequest(message.Id)).ToArray()),
        ];
        BatchResponse? texts = reads.Any(each => each.Length > 0)
            ? await dispatcher.SendAsync(new BatchRequest(reads.SelectMany(each => each)), cancellationToken).ConfigureAwait(false)
            : null;

        // What was deleted since the search is left out. Dates have whole seconds, so those of one second may come in any order.
        return
        [
            .. hits.Select(
                (hit, i) =>
                    new SentPage(
                        [
                            .. reads[i]
                                .Select(read => texts!.OutcomeOf(read))
                                .Where(text => text.Fault?.Code != ZimbraFaultCodes.NoSuchMessage)
                                .Select(text => text.ResponseOrThrow().Message)
                                .OrderByDescending(message => message.Date)
                                .ThenByDescending(message => message.Revision),
                        ],
                        offset + reads[i].Length,
                        hit.Messages.Count > PageSize || (hit.More && hit.Messages.Count > 0)
                    )
            ),
        ];
    }

    /// <summary>
    /// Why it would prove nothing that the folder holds no copy of a mail; null when it would. Told by the settings in force now.
    /// </summary>
    public async Task<string?> DoubtAsync(CancellationToken cancellationToken)
    {
        if (!_settings.IsKnown)
        {
            _settings = (await AskSettingsAsync(cancellationToken).ConfigureAwait(false), true);
        }

        return _settings.Doubt;
    }

    private async Task<string?> AskSettingsAsync(CancellationToken cancellationToken)
    {
        try
        {
            GetInfoResponse info = await dispatcher
                .SendAsync(new GetInfoRequest { Sections = ["mbox", "prefs", "attrs"] }, cancellationToken)
                .ConfigureAwait(false);
            AttributeList settings = info.Preferences;
            return settings switch
            {
                _ when settings.Flag("zimbraPrefSaveToSent") != true => "the owner's mailbox keeps no copies of sent mails "
                    + "(zimbraPrefSaveToSent)",
                _ when settings["zimbraPrefSentMailFolder"]?.Trim('/') is { Length: > 0 } folder
                        && !folder.Equals("sent", StringComparison.OrdinalIgnoreCase) =>
                    "the owner keeps copies in another folder (zimbraPrefSentMailFolder)",
                _ when settings["zimbraPrefDelegatedSendSaveTarget"] is "sender" or "none" =>
                    "what others send for the owner leaves no copy in his mailbox (zimbraPrefDelegatedSendSaveTarget)",
                _ when long.TryParse(info.Attributes["zimbraMailQuota"], CultureInfo.InvariantCulture, out long quota)
                        && quota > 0
                        && info.UsedBytes > quota - RoomForCopy =>
                    "the owner's mailbox is full, so that it may take no copies (zimbraMailQuota)",
                _ => null,
            };
        }
        catch (ZimbraFaultException e)
        {
            return $"the owner's settings are not shown to the account in use ({e.Code})";
        }
    }

    private static string Query(string address, DateTimeOffset? after) =>
        SearchQuery.All([
            SearchQuery.InFolder("sent"),
            SearchQuery.To(address),
            .. after is { } time ? [SearchQuery.After(time)] : Array.Empty<string>(),
        ]);
}
