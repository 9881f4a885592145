using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>After a lost reply: finds out from the owner's Sent folder (protocol.md §9.7) whether a share mail left.</summary>
internal sealed class SentMails(Exchange exchange, SharedFolder folder, ShareNotice notice, string address, DateTimeOffset began)
{
    private const string NoProof = "The server's reply was lost, and the Sent folder holds no copy; the mail was not sent a second time.";

    /// <summary>Whether the mail left. No copy is no proof that it did not: the owner's preferences may keep none.</summary>
    public async Task<ShareNotification> LookAsync(FolderGrant grant, CancellationToken cancellationToken)
    {
        try
        {
            return await IsThereAsync(grant.Type == GranteeType.Guest, cancellationToken).ConfigureAwait(false)
                ? ShareNotification.Sent(address)
                : ShareNotification.Unknown(address, NoProof);
        }
        catch (ZimbraException e)
        {
            return ShareNotification.Unknown(address, $"The server's reply was lost, and the Sent folder cannot be searched ({e.Message}); the mail was not sent a second time.");
        }
    }

    private async Task<bool> IsThereAsync(bool isGuest, CancellationToken cancellationToken)
    {
        // Mail dates have whole seconds and the bound is excluded.
        DateTimeOffset since = DateTimeOffset.FromUnixTimeSeconds(began.ToUnixTimeSeconds()).AddMilliseconds(-1);
        var search = new SearchRequest(SearchQuery.All(SearchQuery.InFolder("sent"), SearchQuery.To(address), SearchQuery.After(since)));
        SearchResponse found = await exchange.SendAsync(search, cancellationToken).ConfigureAwait(false);
        if (found.Messages.Count == 0)
        {
            return false;
        }

        // The same person may have been told of another folder a moment ago.
        GetMsgRequest[] reads = [.. found.Messages.Select(message => new GetMsgRequest(message.Id))];
        BatchResponse texts = await exchange.SendAsync(new BatchRequest(reads), cancellationToken).ConfigureAwait(false);
        return reads.Any(read => texts.OutcomeOf(read).Response is { } text && IsAboutFolder(text.Message, isGuest));
    }

    private bool IsAboutFolder(Message message, bool isGuest)
    {
        if (message.AllParts().Select(part => part.Content is { } content ? PersonalLink.Find(content) : null).FirstOrDefault(link => link is not null) is { } link)
        {
            return notice == ShareNotice.Created && link.FolderId == folder.Id[(folder.Id.LastIndexOf(':') + 1)..];
        }

        // A mail about a new share to a guest always holds a link; the others tell the folder by their subject only.
        return !(notice == ShareNotice.Created && isGuest) && message.Subject?.Contains(folder.Path.Name, StringComparison.OrdinalIgnoreCase) == true;
    }
}
