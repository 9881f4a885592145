using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The result of setting a guest's password.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">The password that is set now; it does not print.</param>
/// <param name="BrokenRule">What the server says of a password that breaks its policy and was set all the same, as a global administrator
/// may; null when it breaks none.</param>
public sealed record GuestPasswordReset(GuestAccount Account, Secret Password, string? BrokenRule);
