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
    public NotificationStatus Mail => Notification?.Status ?? NotificationStatus.NotRequested;

    /// <summary>The mail, with the server's fault where it failed; null where none was asked for.</summary>
    public ShareNotification? Notification { get; init; }

    /// <summary>Whether its mail did not leave, or may not have: the next run with the same journal looks for it, and sends it
    /// then.</summary>
    public bool OwesMail { get; init; }

    /// <summary>Whether it is not certain that the guest's account has the calendar: the next run with the same journal sees to
    /// it.</summary>
    public bool OwesAccount { get; init; }

    /// <summary>Why it was not done; null where it was.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>The server's fault code, where it refused, e.g. <c>service.PERM_DENIED</c>; null otherwise.</summary>
    public string? FaultCode { get; init; }

    /// <summary>Whether the same may succeed later by itself.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server, or a proxy before it, asked to wait (<c>Retry-After</c>); null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    internal static ChangeOutcome Of(PlannedChange change, Exception? error)
    {
        var failure = error as ZimbraException;
        return new()
        {
            Change = change,
            Status =
                error is null ? ChangeStatus.Done
                : failure is { IsOutcomeKnown: false } ? ChangeStatus.Uncertain
                : ChangeStatus.Failed,
            Reason = error?.Explain(),
            FaultCode = (error as ZimbraFaultException)?.Code,
            IsTransient = failure?.IsTransient == true,
            RetryAfter = (failure as ZimbraConnectionException)?.RetryAfter,
        };
    }
}
