using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>Whether a guest has the folder in their account already, which only an administrator can see.</summary>
internal sealed class GuestMountpointProbe(RequestDispatcher dispatcher, SharedFolder folder)
{
    /// <summary>Why guests' accounts cannot be looked at; null while they can.</summary>
    public LocalizedText? Failure { get; private set; }

    /// <summary>Whether a guest has it; null where that cannot be seen.</summary>
    public async Task<bool?> HasFolderAsync(FolderGrant grant, CancellationToken cancellationToken)
    {
        if (
            dispatcher.Admin is null
            || GrantSearch.GuestOf(grant) is not { } guest
            || GuestAddress.AsciiDomain(folder.OwnerDomain) is not { } domain
        )
        {
            return false;
        }

        // A server that did not answer about one guest is not asked about each of many.
        if (Failure is not null)
        {
            return null;
        }

        var account = new GetAccountRequest
        {
            Account = AccountSelector.ByName(GuestIdentifier.For(guest, domain).Value),
            ApplyCos = false,
            AttributeNames = [GuestAttributes.VirtualFlag],
        };
        try
        {
            DirectoryEntry found = (await dispatcher.SendAsync(account, cancellationToken).ConfigureAwait(false)).Account;
            if (!GuestAttributes.IsGuest(found))
            {
                return false;
            }

            Folder tree = (
                await dispatcher.ForAccount(found.Name).SendAsync(new GetFolderRequest(), cancellationToken).ConfigureAwait(false)
            ).Folder;
            return tree.SelfAndDescendants()
                .Any(link => link.Target is { } target && target.FolderId == folder.Number.Number && target.OwnerId == folder.Info?.Id);
        }
        catch (ZimbraException e) when (e is ZimbraFaultException or ZimbraAuthenticationException)
        {
            // There is no account, this administrator may not look, or it is in maintenance: then the mails alone decide.
            return false;
        }
        catch (ZimbraException e)
        {
            Failure = e.Explanation;
            return null;
        }
    }
}
