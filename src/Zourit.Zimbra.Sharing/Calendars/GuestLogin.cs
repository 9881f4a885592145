namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What to type to read the shared calendar.</summary>
/// <param name="Kind">Whose password it takes.</param>
/// <param name="UserName">The user name to type; null for a group.</param>
public sealed record GuestLogin(GuestLoginKind Kind, string? UserName);
