namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A share whose end was changed.</summary>
public sealed record RenewedShare : CalendarShare
{
    /// <summary>When the share would have ended before, UTC; null for never.</summary>
    public DateTimeOffset? PreviousEffectiveExpiry { get; init; }
}
