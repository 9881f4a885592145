using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>Whether a guest has the folder in his account already, which only an administrator can see.</summary>
internal sealed class GuestMountpointProbe(RequestDispatcher dispatcher, SharedFolder folder)
{
    public async Task<bool> HasComeInAsync(FolderGrant grant, CancellationToken cancellationToken)
    {
        if (
            dispatcher.Admin is null
            || grant.Type != GranteeType.Guest
            || !GuestAddress.TryParse(grant.GranteeId, out GuestAddress guest)
            || GuestAddress.AsciiDomain(folder.OwnerDomain) is not { } domain
        )
        {
            return false;
        }

        try
        {
            string identifier = GuestIdentifier.For(guest, domain).Value;
            if (
                await new GuestDirectory(dispatcher)
                    .FindAccountAsync(AccountSelector.ByName(identifier), cancellationToken)
                    .ConfigureAwait(false)
                    is not { } account
                || !GuestAccount.IsGuest(account)
            )
            {
                return false;
            }

            string id = folder.Id[(folder.Id.LastIndexOf(':') + 1)..];
            IReadOnlyList<Folder> links = await new GuestMailbox(dispatcher.ForAccount(account.Name), locale: null)
                .MountpointsAsync(cancellationToken)
                .ConfigureAwait(false);
            return links.Any(link => link.Target is { } target && target.FolderId == id && target.OwnerId == folder.Info?.Id);
        }
        catch (ZimbraException e) when (e is ZimbraFaultException or ZimbraAuthenticationException)
        {
            // This administrator may not look, or the account is in maintenance: then the mails alone decide.
            return false;
        }
    }
}
