using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Reads personal links out of the owner's Sent folder (protocol.md §9.7).</summary>
internal sealed class SentMail(Exchange exchange)
{
    private const int PageSize = 10;

    public async IAsyncEnumerable<SentInvitation> FindAsync(InvitationSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GuestAddress guest = GuestAddress.ParseArgument(search.GuestMail, nameof(search));
        (string? ownerId, string? folderId) = await TargetAsync(search, cancellationToken).ConfigureAwait(false);
        string query = SearchQuery.All([
            SearchQuery.InFolder("sent"), SearchQuery.To(guest.Value), .. search.After is { } after ? [SearchQuery.After(after)] : Array.Empty<string>()]);
        bool more = true;
        for (int offset = 0; more;)
        {
            SearchResponse page = await exchange.SendAsync(new SearchRequest(query) { Limit = PageSize, Offset = offset }, cancellationToken).ConfigureAwait(false);
            foreach (SentInvitation invitation in await ReadAsync(page.Messages, cancellationToken).ConfigureAwait(false))
            {
                // The subject is in the owner's language; the link's token tells for certain what was notified.
                if (string.Equals(invitation.Link.Mail, guest.Value, StringComparison.OrdinalIgnoreCase)
                    && (folderId is null || invitation.Link.FolderId == folderId) && (ownerId is null || invitation.Link.OwnerId == ownerId))
                {
                    yield return invitation;
                }
            }

            more = page.More && page.Messages.Count > 0;
            offset += page.Messages.Count;
        }
    }

    private async Task<(string? OwnerId, string? FolderId)> TargetAsync(InvitationSearch search, CancellationToken cancellationToken)
    {
        if (search.FolderId is not null || search.Calendar is not { } calendar)
        {
            return (null, search.FolderId);
        }

        Folder folder = (await exchange.SendAsync(GetFolderRequest.AtPath(calendar.Value), cancellationToken).ConfigureAwait(false)).Folder;
        return folder.Target is { } target ? (target.OwnerId, target.FolderId) : (null, LocalId(folder.Id));
    }

    private async Task<List<SentInvitation>> ReadAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return [];
        }

        BatchResponse answers = await exchange.SendAsync(new BatchRequest(messages.Select(message => new GetMsgRequest(message.Id))), cancellationToken).ConfigureAwait(false);
        var found = new List<SentInvitation>();
        foreach (BatchOutcome<GetMsgResponse> outcome in answers.Outcomes.OfType<BatchOutcome<GetMsgResponse>>())
        {
            if (outcome.Fault?.Code == ZimbraFaultCodes.NoSuchMessage)
            {
                // Deleted since the search.
                continue;
            }

            Message message = outcome.ResponseOrThrow().Message;
            PersonalLink? link = message.AllParts().Select(part => part.Content).OfType<string>().Select(PersonalLink.Find).FirstOrDefault(link => link is not null);
            if (link is not null)
            {
                found.Add(new SentInvitation(link, message.Id, message.Date));
            }
        }

        return found;
    }

    // An administrator's token on the owner's mailbox gets ids as ownerId:number (protocol.md §2.7).
    private static string LocalId(string id) => id[(id.LastIndexOf(':') + 1)..];
}
