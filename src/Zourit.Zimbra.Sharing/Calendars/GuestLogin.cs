namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What to type to read the shared calendar.</summary>
public sealed record GuestLogin
{
    /// <summary>Whose password it takes.</summary>
    public required GuestLoginKind Kind { get; init; }

    /// <summary>The user name to type; null for a group.</summary>
    public string? UserName { get; init; }
}
