namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What was done about one calendar of a guest.</summary>
public sealed record GuestCalendarOutcome
{
    /// <summary>The calendar.</summary>
    public required SharedCalendar Calendar { get; init; }

    /// <summary>The grant to the guest on the owner's folder.</summary>
    public required GuestStep Grant { get; init; }

    /// <summary>The link to the folder in the guest's mailbox.</summary>
    public required GuestStep Mountpoint { get; init; }

    /// <summary>The calendar and what was done.</summary>
    public override string ToString() => $"{Calendar} (grant {Grant}, mountpoint {Mountpoint})";
}
