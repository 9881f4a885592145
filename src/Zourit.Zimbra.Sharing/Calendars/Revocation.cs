using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What a revocation came to, read back from the ACL.</summary>
public sealed record Revocation
{
    /// <summary>What the call changed.</summary>
    public required RevocationOutcome Outcome { get; init; }

    /// <summary>
    /// Who lost their grant, as the ACL named them; more than one where the same person stood in it in several spellings. Empty when there
    /// was
    /// none.
    /// </summary>
    public IReadOnlyList<Grantee> Grantees
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<Grantee>.Empty;

    /// <summary>The account whose calendar it is, by its primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>The calendar's path, spelled as in the mailbox.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The calendar's folder id.</summary>
    public required string FolderId { get; init; }

    /// <summary>What became of the mail about it; not requested unless <see cref="RevokeOptions.Notify"/>.</summary>
    public required ShareNotification Notification { get; init; }

    /// <summary>What should be known besides; empty when nothing.</summary>
    public IReadOnlyList<ShareWarning> Warnings
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<ShareWarning>.Empty;
}
