using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Reads all folders of an owner, for an administrator.</summary>
internal sealed class OwnerFolders(RequestDispatcher dispatcher)
{
    /// <returns>The topmost folder; null while the owner is in maintenance, when nobody can act for the owner (docs/protocol.md
    /// §2.3).</returns>
    public async Task<Folder?> ReadAsync(string owner, CancellationToken cancellationToken)
    {
        try
        {
            return (await dispatcher.ForAccount(owner).SendAsync(new GetFolderRequest(), cancellationToken).ConfigureAwait(false)).Folder;
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.Maintenance)
        {
            return null;
        }
    }
}
