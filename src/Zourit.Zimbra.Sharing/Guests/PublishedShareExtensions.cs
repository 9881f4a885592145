using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What guests' calls read of an owner's published shares (docs/protocol.md §4.9), a moment behind the ACL.</summary>
internal static class PublishedShareExtensions
{
    /// <summary>Every value for this grantee starts with it.</summary>
    public static string PrefixFor(string granteeId) => $"granteeId:{granteeId};";

    /// <summary>What an owner's entry publishes.</summary>
    public static IEnumerable<PublishedShare> Of(DirectoryEntry owner)
    {
        foreach (string value in owner.Attributes.Values(PublishedShare.Attribute))
        {
            if (PublishedShare.TryParse(value, out PublishedShare? item))
            {
                yield return item;
            }
        }
    }

    /// <summary>The guest; null for anybody else, and for whom the grant does not let in.</summary>
    public static GuestAddress? Guest(this PublishedShare share) =>
        share.GranteeType == GranteeType.Guest && GuestAddress.TryParseGranteeId(share.GranteeId, out GuestAddress guest) ? guest : null;

    public static MountTarget TargetOf(this PublishedShare share, DirectoryEntry owner) =>
        new(owner, share.FolderId, share.Path, share.View);
}
