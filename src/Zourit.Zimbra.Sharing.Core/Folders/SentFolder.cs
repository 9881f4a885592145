using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>Reads whole mails out of an account's Sent folder (docs/protocol.md §9.7): a share mail leaves no other trace.</summary>
internal sealed class SentFolder(RequestDispatcher dispatcher)
{
    private const int PageSize = 10;

    /// <summary>All mails to an address, the newest first; each page is read when it is reached.</summary>
    public async IAsyncEnumerable<MailMessage> MailsToAsync(
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
            foreach (MailMessage message in page.Messages)
            {
                cancellationToken.ThrowIfCancellationRequested();
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
            .. addresses.Select(address => new SearchRequest
            {
                Query = Query(address, after),
                Limit = PageSize,
                Offset = offset == 0 ? null : offset,
            }),
        ];
        BatchResponse found = await dispatcher.SendAsync(new BatchRequest(searches), cancellationToken).ConfigureAwait(false);
        SearchResponse[] hits = [.. searches.Select(search => found.OutcomeOf(search).ResponseOrThrow())];
        GetMsgRequest[][] reads =
        [
            .. hits.Select(hit => hit.Messages.Take(PageSize).Select(message => new GetMsgRequest { MessageId = message.Id }).ToArray()),
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

    private static string Query(string address, DateTimeOffset? after) =>
        SearchQuery.All([
            SearchQuery.InFolder("sent"),
            SearchQuery.To(address),
            .. after is { } time ? [SearchQuery.After(time)] : Array.Empty<string>(),
        ]);
}
