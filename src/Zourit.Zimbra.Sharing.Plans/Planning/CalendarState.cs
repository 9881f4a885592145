using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A calendar and the grants in its own ACL; those that it inherits are at the folder above.</summary>
public sealed record CalendarState
{
    /// <summary>The path.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The folder's id in the owner's mailbox.</summary>
    public required string FolderId { get; init; }

    /// <summary>The folder's UUID; null where it is not known.</summary>
    public string? FolderUuid { get; init; }

    /// <summary>The end of shares with guests that have none of their own, and the latest that one may have (<c>guestGrantExpiry</c>);
    /// null for none.</summary>
    public DateTimeOffset? GuestCeiling { get; init; }

    /// <summary>The same for accounts and lists of the server (<c>internalGrantExpiry</c>).</summary>
    public DateTimeOffset? UserCeiling { get; init; }

    /// <summary>The grants.</summary>
    public IReadOnlyList<GrantState> Grants
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<GrantState>.Empty;

    internal DateTimeOffset? CeilingOf(GranteeKind kind) =>
        kind switch
        {
            GranteeKind.Guest => GuestCeiling,
            GranteeKind.User => UserCeiling,
            _ => null,
        };
}
