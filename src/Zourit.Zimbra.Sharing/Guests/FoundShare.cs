using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder that a guest can see, as it was found.</summary>
/// <param name="Access">For callers.</param>
/// <param name="Grant">The grant that lets the guest in.</param>
/// <param name="Folder">The folder; null while its owner is in maintenance, when only the directory is known.</param>
internal sealed record FoundShare(GuestAccess Access, FolderGrant Grant, SharedFolder? Folder);
