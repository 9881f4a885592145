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

    /// <summary>The grants.</summary>
    public IReadOnlyList<GrantState> Grants
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<GrantState>.Empty;
}
