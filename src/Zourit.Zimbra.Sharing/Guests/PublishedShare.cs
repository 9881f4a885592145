using System.Globalization;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// One value of an owner's <c>zimbraSharedItem</c>: a grant as the directory knows it (docs/protocol.md §4.9), a moment behind the ACL.
/// </summary>
internal sealed record PublishedShare(
    string GranteeType,
    string GranteeId,
    string FolderId,
    string Path,
    string View,
    string Rights,
    DateTimeOffset? Expires
)
{
    public const string Attribute = "zimbraSharedItem";

    private static readonly long LatestEnd = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Every value for this grantee starts with it.</summary>
    public static string PrefixFor(string granteeId) => $"granteeId:{granteeId};";

    /// <summary>What an owner's entry publishes.</summary>
    public static IEnumerable<PublishedShare> Of(DirectoryEntry owner) =>
        owner.Attributes.Values(Attribute).Select(Parse).OfType<PublishedShare>();

    /// <summary>The guest; null for anybody else, and for what is no address.</summary>
    public GuestAddress? Guest => GranteeType == "guest" && GuestAddress.TryParse(GranteeId, out GuestAddress guest) ? guest : null;

    public MountTarget TargetOf(DirectoryEntry owner) =>
        new(owner, FolderId, FolderPath.FromServer(Path), View is "" or "unknown" ? null : View);

    public static PublishedShare? Parse(string value)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string field in value.Split(';'))
        {
            int colon = field.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields[field[..colon]] = field[(colon + 1)..].Replace("*ASCII59*", ";", StringComparison.Ordinal);
            }
        }

        return
            fields.TryGetValue("granteeType", out string? type)
            && fields.TryGetValue("folderId", out string? folder)
            && fields.TryGetValue("folderPath", out string? path)
            ? new PublishedShare(
                type,
                fields.GetValueOrDefault("granteeId") ?? "",
                folder,
                path,
                fields.GetValueOrDefault("folderDefaultView") ?? "",
                fields.GetValueOrDefault("rights") ?? "",
                long.TryParse(fields.GetValueOrDefault("expiry"), NumberStyles.None, CultureInfo.InvariantCulture, out long end)
                && end <= LatestEnd
                    ? DateTimeOffset.FromUnixTimeMilliseconds(end)
                    : null
            )
            : null;
    }
}
