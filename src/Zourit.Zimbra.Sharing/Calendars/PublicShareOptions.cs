using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>How to share with the public. There is no mail about a public share.</summary>
public sealed record PublicShareOptions
{
    /// <summary>The rights. Default <see cref="Permissions.Viewer"/>; anonymous readers use no other.</summary>
    public Permissions Permissions { get; init; } = Permissions.Viewer;

    /// <summary>When the share is to end. Default <see cref="ShareExpiry.Keep"/>: the current end; for a new share none, or the one
    /// that the server sets by <c>zimbraPublicShareLifetime</c>.</summary>
    public ShareExpiry Expiry { get; init; }

    /// <summary>Share the folder also where it is no calendar: as <see cref="GuestShareOptions.AllowOtherFolders"/>.</summary>
    public bool AllowOtherFolders { get; init; }

    internal DesiredGrant ToGrant() =>
        new()
        {
            Type = GranteeType.Public,
            Permissions = Permissions,
            Expiry = Expiry,
            AllowOtherFolders = AllowOtherFolders,
        };
}
