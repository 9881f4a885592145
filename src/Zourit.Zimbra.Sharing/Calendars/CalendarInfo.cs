using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A calendar of a mailbox (GetFolderResponse), shared or not.</summary>
public sealed record CalendarInfo
{
    /// <summary>The owner's primary address.</summary>
    public required string Owner { get; init; }

    /// <summary>The path in the owner's mailbox, e.g. <c>/my-events</c>.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The folder's id in the owner's mailbox (<c>id</c>), e.g. <c>257</c>.</summary>
    public required string FolderId { get; init; }

    /// <summary>What the folder shows (<c>view</c>): <c>appointment</c> for a calendar; null where the server does not say.</summary>
    public string? View { get; init; }

    /// <summary>The folder that gives the calendar its grants; null where it has an ACL of its own, or none.</summary>
    public FolderPath? InheritedFrom { get; init; }

    /// <summary>
    /// The grants in force and those that expired and were not removed yet, inherited ones too; empty where it is shared with nobody, or
    /// where the account in use may not see them.
    /// </summary>
    public IReadOnlyList<CalendarGrant> Shares
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarGrant>.Empty;

    /// <summary>Where the calendar is read as ICS.</summary>
    public required IcsAddress IcsAddress { get; init; }
}
