using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>After a lost reply: finds out from the ACL and the owner's Sent folder (protocol.md §9.7) what was done.</summary>
internal sealed partial class SentMails(Exchange exchange, SharedFolder folder, GrantPlan plan, DateTimeOffset began)
{
    private const string NoProof = "The server's reply was lost, and the Sent folder holds no copy; the mail was not sent a second time.";

    /// <summary>What stands, if it is what was wanted; null when nothing was done.</summary>
    public async Task<GrantResult?> ReadBackAsync(WantedGrant wanted, CancellationToken cancellationToken)
    {
        GetFolderResponse read = await exchange.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false);
        SharedFolder after = folder.With(read.Folder);
        FolderGrant? found = wanted.FindIn(after.Acl);
        return found is not null && GrantPlan.For(wanted, after, began).Grant is null
            ? new GrantResult(plan.Outcome, found, after, await LookAsync(found, cancellationToken).ConfigureAwait(false))
            : null;
    }

    /// <summary>Whether the mail left. No copy is no proof that it did not: the owner's preferences may keep none.</summary>
    public async Task<ShareNotification> LookAsync(FolderGrant grant, CancellationToken cancellationToken)
    {
        string address = plan.NoticeAddress;
        try
        {
            return await IsThereAsync(address, grant.Type == GranteeType.Guest, cancellationToken).ConfigureAwait(false) ? ShareNotification.Sent(address) : ShareNotification.Unknown(address, NoProof);
        }
        catch (ZimbraException e)
        {
            return ShareNotification.Unknown(address, $"The server's reply was lost, and the Sent folder cannot be searched ({e.Message}); the mail was not sent a second time.");
        }
    }

    private async Task<bool> IsThereAsync(string address, bool isGuest, CancellationToken cancellationToken)
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
        string number = folder.Id[(folder.Id.LastIndexOf(':') + 1)..];
        foreach (string content in message.AllParts().Select(part => part.Content).OfType<string>())
        {
            if (TokenData().Match(content) is { Success: true } link)
            {
                // The personal link's token names folder and guest (protocol.md §5.4).
                string data = Encoding.UTF8.GetString(Convert.FromHexString(link.Groups["data"].Value));
                return data.Contains(string.Create(CultureInfo.InvariantCulture, $"fid={number.Length}:{number};"), StringComparison.Ordinal);
            }
        }

        // A mail about a new share to a guest always holds a link; the others tell the folder by their subject only.
        return !(plan.Notice == ShareNotice.Created && isGuest) && message.Subject?.Contains(folder.Path.Name, StringComparison.OrdinalIgnoreCase) == true;
    }

    [GeneratedRegex("/service/extuserprov/\\?p=[0-9]+_[0-9a-f]{40}_(?<data>(?:[0-9a-f]{2})+)")]
    private static partial Regex TokenData();
}
