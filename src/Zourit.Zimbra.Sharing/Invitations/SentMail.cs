using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>Reads personal links out of the owner's Sent folder (docs/protocol.md §9.7).</summary>
internal sealed class SentMail(RequestDispatcher dispatcher)
{
    public async IAsyncEnumerable<SentInvitation> FindAsync(
        InvitationSearch search,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        GuestAddress guest = GuestAddress.ParseArgument(search.Guest, nameof(search));
        (string? ownerId, string? folderId) = await TargetAsync(search, cancellationToken).ConfigureAwait(false);
        await foreach (
            MailMessage message in new SentFolder(dispatcher)
                .MailsToAsync(guest.Value, search.After, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            // The subject is in the owner's language; the link's token tells for certain what was notified.
            if (
                PersonalLink.FindIn(message) is { } link
                && string.Equals(link.Mail, guest.Value, StringComparison.OrdinalIgnoreCase)
                && (folderId is null || link.FolderId == folderId)
                && (ownerId is null || link.OwnerId == ownerId)
            )
            {
                yield return new SentInvitation
                {
                    Link = link,
                    MessageId = message.Id,
                    SentAt = message.Date,
                };
            }
        }
    }

    private async Task<(string? OwnerId, string? FolderId)> TargetAsync(InvitationSearch search, CancellationToken cancellationToken)
    {
        if (search.FolderId is not null || search.Calendar is not { } calendar)
        {
            return (null, search.FolderId);
        }

        Folder folder = (
            await dispatcher.SendAsync(GetFolderRequest.AtPath(calendar.Value), cancellationToken).ConfigureAwait(false)
        ).Folder;

        // An administrator's token on the owner's mailbox gets ids as ownerId:number (docs/protocol.md §2.7).
        return folder.Target is { } target ? (target.OwnerId, target.FolderId) : (null, FolderId.Of(folder.Id).Number);
    }
}
