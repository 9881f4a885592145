using System.Diagnostics.CodeAnalysis;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A share whose end was changed.</summary>
public sealed record RenewedShare : CalendarShare
{
    /// <summary>A share made by hand, e.g. in a test of a program that shows shares.</summary>
    public RenewedShare() { }

    [SetsRequiredMembers]
    internal RenewedShare(ShareFacts facts, DateTimeOffset? previousEffectiveExpiry)
        : base(facts)
    {
        PreviousEffectiveExpiry = previousEffectiveExpiry;
    }

    /// <summary>When the share would have ended before, UTC; null for never.</summary>
    public DateTimeOffset? PreviousEffectiveExpiry { get; init; }
}
