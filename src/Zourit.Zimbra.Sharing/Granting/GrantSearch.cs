using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>Finds the grants of an address in an ACL, which the server spells in several ways.</summary>
internal static class GrantSearch
{
    /// <summary>
    /// The grant that lets an address in: a guest's under that very address, letter case ignored as the server does, or an internal
    /// grantee's under that primary name. An alias of an internal grantee cannot be seen in an ACL.
    /// </summary>
    public static FolderGrant? Standing(FolderAcl acl, string address) =>
        acl.Grants.FirstOrDefault(grant => grant.Type == GranteeType.Guest && Same(grant.GranteeId, address))
        ?? acl.Grants.FirstOrDefault(grant => IsInternal(grant) && Same(grant.GranteeName, address));

    /// <summary>The grant to the public.</summary>
    public static FolderGrant? Public(FolderAcl acl) => acl.Grants.FirstOrDefault(grant => grant.Type == GranteeType.Public);

    /// <summary>The grant of an id as the server gives it after granting.</summary>
    public static FolderGrant? ById(FolderAcl acl, string? id) =>
        acl.Grants.FirstOrDefault(grant =>
            id switch
            {
                WellKnownGrantee.Public => grant.Type == GranteeType.Public,
                WellKnownGrantee.AllAuthenticated => grant.Type == GranteeType.AllAuthenticated,
                _ => Same(grant.GranteeId, id),
            }
        );

    /// <summary>
    /// All grants that mean an address or id: besides those that let it in also ones stored as <c>Name &lt;address&gt;</c>, which the
    /// server keeps unread (protocol.md §4.3) and the web client lists all the same.
    /// </summary>
    public static IReadOnlyList<FolderGrant> All(FolderAcl acl, string address) =>
        [
            .. acl.Grants.Where(grant =>
                grant.Type == GranteeType.Guest
                    ? Same(grant.GranteeId, address) || SameGuest(Bare(grant.GranteeId), address)
                    : IsInternal(grant) && (Same(grant.GranteeName, address) || Same(grant.GranteeId, address))
            ),
        ];

    /// <summary>Guest grants stored as <c>Name &lt;address&gt;</c>: they match nobody.</summary>
    public static FolderGrant? Useless(FolderAcl acl, string address) =>
        acl.Grants.FirstOrDefault(grant =>
            grant.Type == GranteeType.Guest && !Same(grant.GranteeId, address) && Same(Bare(grant.GranteeId), address)
        );

    /// <summary>The address inside <c>Name &lt;address&gt;</c>; any other text trimmed.</summary>
    public static string Bare(string? text)
    {
        string trimmed = (text ?? "").Trim();
        int open = trimmed.LastIndexOf('<');
        return open >= 0 && trimmed.EndsWith('>') ? trimmed[(open + 1)..^1].Trim() : trimmed;
    }

    public static bool IsInternal(FolderGrant grant) => grant.Type is GranteeType.User or GranteeType.Group;

    // A domain with accents, and its xn-- form.
    private static bool SameGuest(string left, string right) =>
        Same(left, right)
        || (GuestAddress.TryParse(left, out GuestAddress one) && GuestAddress.TryParse(right, out GuestAddress other) && one == other);

    private static bool Same(string? left, string? right) =>
        left is { Length: > 0 } && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
