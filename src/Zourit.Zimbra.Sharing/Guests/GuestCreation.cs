using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The result of <see cref="GuestClient.CreateAsync"/>: what there is now, and which steps did something.</summary>
public sealed class GuestCreation
{
    /// <summary>The account as it is now.</summary>
    public required GuestAccount Account { get; init; }

    /// <summary>What the guest types as user name.</summary>
    public required GuestIdentifier Identifier { get; init; }

    /// <summary>
    /// Whether the account was made, changed (made active, its mail lower-cased, the calendar feature switched on) or needed nothing.
    /// </summary>
    public required GuestStep Step { get; init; }

    /// <summary>
    /// Whether the password was set: <see cref="GuestStep.Created"/> where there was none, <see cref="GuestStep.Changed"/> where one was
    /// replaced.
    /// </summary>
    public required GuestStep Password { get; init; }

    /// <summary>What was done about each calendar, in the order given.</summary>
    public required IReadOnlyList<GuestCalendarOutcome> Calendars { get; init; }

    /// <summary>What to know besides; empty when all is well.</summary>
    public IReadOnlyList<GuestWarning> Warnings { get; init; } = [];

    /// <summary>The identifier and what was done.</summary>
    public override string ToString() =>
        $"{Identifier}: {Step}, password {Password}, {string.Join(", ", Calendars)}"
        + (Warnings.Count == 0 ? "" : $"; {string.Join(" ", Warnings)}");
}
