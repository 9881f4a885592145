using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Reads all folders of an owner, for an administrator.</summary>
internal sealed class OwnerFolders(RequestDispatcher dispatcher)
{
    /// <returns>The folders, each with the ACL in force; null while the owner is in maintenance, when nobody can act for the owner
    /// (docs/protocol.md §2.3).</returns>
    public async Task<IReadOnlyList<SharedFolder>?> ReadAsync(string owner, CancellationToken cancellationToken)
    {
        try
        {
            RequestDispatcher mailbox = dispatcher.ForAccount(owner);
            Folder root = (await mailbox.SendAsync(new GetFolderRequest(), cancellationToken).ConfigureAwait(false)).Folder;
            return [.. FolderReader.InTree(root, owner, info: null)];
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.Maintenance)
        {
            return null;
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            // Gone since the directory was read, and all that was shared with it.
            return [];
        }
    }
}
