using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What became of one change.</summary>
public sealed record ChangeOutcome
{
    /// <summary>The change.</summary>
    public required PlannedChange Change { get; init; }

    /// <summary>What became of it.</summary>
    public required ChangeStatus Status { get; init; }

    /// <summary>What became of its mail.</summary>
    public NotificationStatus Mail { get; init; } = NotificationStatus.NotRequested;

    /// <summary>Whether its mail did not leave, or may not have: the next run with the same journal looks for it, and sends it
    /// then.</summary>
    public bool OwesMail { get; init; }

    /// <summary>Why it was not done; null where it was.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>Whether the same may succeed later by itself.</summary>
    public bool IsTransient { get; init; }
}
