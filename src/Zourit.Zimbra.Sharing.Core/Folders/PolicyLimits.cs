using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// How long shares of a folder may last, by the owner's attributes; the server has a second set for folders of documents (docs/protocol.md
/// §7.7).
/// </summary>
internal static class PolicyLimits
{
    public static string AttributeFor(GranteeType type, string? view) =>
        (type, view == "document") switch
        {
            (GranteeType.Public, false) => "zimbraPublicShareLifetime",
            (GranteeType.Public, true) => "zimbraFilePublicShareLifetime",
            (GranteeType.Guest or GranteeType.Key, false) => "zimbraExternalShareLifetime",
            (GranteeType.Guest or GranteeType.Key, true) => "zimbraFileExternalShareLifetime",
            (_, false) => "zimbraShareLifetime",
            (_, true) => "zimbraFileShareLifetime",
        };

    /// <summary>The longest a share may last from now; null for no limit, or when it cannot be known.</summary>
    public static TimeSpan? Lifetime(SharedFolder folder, GranteeType type) =>
        DirectoryDuration.Parse(folder.Info?.Attributes[AttributeFor(type, folder.Folder.View)]) is { } lifetime && lifetime > TimeSpan.Zero
            ? lifetime
            : null;

    /// <summary>The end that the folder's ACL puts on all grants of a kind; null for none.</summary>
    public static DateTimeOffset? Ceiling(FolderAcl acl, GranteeType type) =>
        type switch
        {
            GranteeType.Public => null,
            GranteeType.Guest or GranteeType.Key => acl.GuestGrantExpiry,
            _ => acl.InternalGrantExpiry,
        };

    public static string CeilingName(GranteeType type) =>
        type is GranteeType.Guest or GranteeType.Key ? "guestGrantExpiry" : "internalGrantExpiry";
}
