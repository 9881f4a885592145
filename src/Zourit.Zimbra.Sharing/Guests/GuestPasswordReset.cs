using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The result of setting a guest's password.</summary>
public sealed record GuestPasswordReset
{
    /// <summary>The account.</summary>
    public required GuestAccount Account { get; init; }

    /// <summary>The password that is set now; it does not print.</summary>
    public required Secret Password { get; init; }

    /// <summary>
    /// What the server says of a password that breaks its policy and was set all the same, as a global administrator may; null when it
    /// breaks none.
    /// </summary>
    public string? BrokenRule { get; init; }
}
