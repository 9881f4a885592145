using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What a revocation would change, worked out by the code that revokes; nothing was changed.</summary>
public sealed record RevocationChanges
{
    /// <summary>What the call would report: whether it would remove anything.</summary>
    public required RevocationOutcome Outcome { get; init; }

    /// <summary>
    /// The grants that would be removed, as they are now, also those that have ended; more than one where the same person is in the ACL in
    /// several spellings. Empty where nothing is shared with them.
    /// </summary>
    public IReadOnlyList<CalendarGrant> Grants
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarGrant>.Empty;

    /// <summary>The account whose calendar it is, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar's path, spelled as in the mailbox.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The calendar's folder id.</summary>
    public required string FolderId { get; init; }

    /// <summary>Whom the call would have the server mail; null for nobody.</summary>
    public string? MailTo { get; init; }

    /// <summary>What the call would say besides, e.g. that the calendar would still be readable by everybody; empty when nothing.</summary>
    public IReadOnlyList<ShareWarning> Warnings
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<ShareWarning>.Empty;
}
