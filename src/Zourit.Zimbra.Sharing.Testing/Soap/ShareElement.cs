using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>One <c>share</c> of both GetShareInfo responses (docs/protocol.md §9.4).</summary>
internal sealed record ShareElement(Model.Account Owner, SharedItem Item, string? GranteeName, string? GranteeDisplayName)
{
    /// <summary>A share as the directory has it.</summary>
    public static ShareElement Published(Model.Account owner, SharedItem item) => new(owner, item, item.GranteeName, null);

    /// <summary>What the grants of an owner's folders say, those inherited included.</summary>
    public static IEnumerable<ShareElement> Discover(ZimbraDirectory directory, Model.Account owner, Func<AccessGrant, bool> wanted) =>
        directory
            .MailboxOf(owner)
            .Folders.Where(folder => folder.Link is null)
            .SelectMany(folder => folder.EffectiveAcl.Grants.Where(wanted).Select(grant => Discovered(directory, owner, folder, grant)));

    /// <summary>
    /// As both responses list shares: sorted, and one entry for each path, owner, grantee name and type, so all guests of a folder are one.
    /// </summary>
    public static IEnumerable<ShareElement> List(IEnumerable<ShareElement> shares) =>
        shares
            .OrderBy(share => share.Item.FolderPath, StringComparer.OrdinalIgnoreCase)
            .ThenBy(share => share.Owner.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(share => share.GranteeName, StringComparer.OrdinalIgnoreCase)
            .DistinctBy(share => (share.Item.FolderPath, share.Owner, share.GranteeName, share.Item.GranteeType));

    /// <param name="mountpoint">The asking account's mountpoint to the folder.</param>
    public XElement Write(MailFolder? mountpoint = null) =>
        new(
            "share",
            new XAttribute("ownerId", Owner.Id),
            new XAttribute("ownerEmail", Owner.Name),
            Optional("ownerName", Owner.Attributes["displayName"]),
            new XAttribute("folderId", Item.FolderId),
            new XAttribute("folderUuid", Item.FolderUuid),
            new XAttribute("folderPath", Item.FolderPath),
            new XAttribute("view", Item.View),
            new XAttribute("rights", Item.Rights),
            new XAttribute("granteeType", Item.GranteeType),
            Optional("granteeId", Item.GranteeType is "pub" or "all" ? null : Item.GranteeId),
            Optional("granteeName", GranteeName),
            Optional("granteeDisplayName", GranteeDisplayName),
            mountpoint is null ? null : new XAttribute("mid", mountpoint.Id),
            new XAttribute("activeSyncDisabled", mountpoint is { ActiveSyncDisabled: true } ? "true" : "false")
        );

    private static ShareElement Discovered(ZimbraDirectory directory, Model.Account owner, MailFolder folder, AccessGrant grant)
    {
        string? name = grant.Type is "usr" or "grp" or "dom" or "cos" ? directory.NameOf(grant.Type, grant.GranteeId) : grant.Type;
        string? shown = grant.Type switch
        {
            "usr" => directory.FindAccountById(grant.GranteeId)?.Attributes["displayName"],
            "grp" => directory.Groups.FirstOrDefault(group => group.Id == grant.GranteeId)?.Attributes["displayName"],
            _ => name,
        };
        string view = folder.View.Length == 0 ? "unknown" : folder.View;
        return new ShareElement(
            owner,
            new SharedItem
            {
                Owner = owner,
                GranteeId = grant.GranteeId,
                GranteeName = null,
                GranteeType = grant.Type,
                FolderId = folder.Id,
                FolderUuid = folder.Uuid,
                FolderPath = folder.Path,
                View = view,
                Rights = grant.Rights,
            },
            name,
            shown
        );
    }

    private static XAttribute? Optional(string name, string? value) => value is null ? null : new XAttribute(name, value);
}
