using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Counts a run, and reports it.</summary>
internal sealed class ProgressCount(ApplyOptions options, IReadOnlyList<OwnerPlan> owners)
{
    private readonly Dictionary<string, int> _left = owners.ToDictionary(owner => owner.Owner, owner => owner.Changes.Count);
    private readonly long _started = options.TimeProvider.GetTimestamp();
    private ApplyProgress _now = new()
    {
        Changes = owners.Sum(owner => owner.Changes.Count),
        Settled = 0,
        Owners = owners.Count,
        OwnersDone = 0,
        Failed = 0,
        MailsSent = 0,
        Elapsed = TimeSpan.Zero,
    };

    public void Add(ChangeOutcome outcome)
    {
        _now = _now with
        {
            Settled = _now.Settled + 1,
            OwnersDone = _now.OwnersDone + (--_left[outcome.Change.Owner] == 0 ? 1 : 0),
            Failed = _now.Failed + (outcome.Status is ChangeStatus.Failed or ChangeStatus.Uncertain ? 1 : 0),
            MailsSent = _now.MailsSent + (outcome.Mail == NotificationStatus.Sent ? 1 : 0),
            Elapsed = options.TimeProvider.GetElapsedTime(_started),
        };
        options.Progress?.Report(_now);
    }
}
