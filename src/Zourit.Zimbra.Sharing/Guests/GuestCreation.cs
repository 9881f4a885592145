using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// The result of <see cref="GuestClient.CreateAsync(string, string, Secret, GuestCreationOptions, CancellationToken)"/>: what stands now,
/// and which steps did something.
/// </summary>
/// <param name="Account">The account as it stands now.</param>
/// <param name="Step">Whether the account was made, changed (made active, its mail written small, the calendar feature switched on) or left
/// alone.</param>
/// <param name="Password">Whether the password was set: <see cref="GuestStep.Created"/> where there was none,
/// <see cref="GuestStep.Changed"/> where one was replaced.</param>
/// <param name="Calendars">What was done about each calendar, in the order given.</param>
/// <param name="Warnings">What to know besides; empty when all is well.</param>
public sealed record GuestCreation(
    GuestAccount Account,
    GuestStep Step,
    GuestStep Password,
    IReadOnlyList<GuestCalendarOutcome> Calendars,
    IReadOnlyList<GuestWarning> Warnings
)
{
    /// <summary>What the guest types as user name.</summary>
    public required GuestIdentifier Identifier { get; init; }
}
