namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>A guest whose account is before anybody does anything, and belongs to one caller alone.</summary>
/// <param name="Mail">His own address.</param>
/// <param name="Domain">The owners' domain.</param>
/// <param name="Password">The password of their account.</param>
/// <param name="Shares">What is shared with them.</param>
internal sealed record PlannedGuest(string Mail, string Domain, string Password, IReadOnlyList<Cell> Shares)
{
    /// <summary>Those of their shares that have mountpoints.</summary>
    public required IReadOnlyList<Cell> Mounted { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>Whether the calendar feature of their account is on.</summary>
    public required bool ShowsCalendars { get; init; }
}
