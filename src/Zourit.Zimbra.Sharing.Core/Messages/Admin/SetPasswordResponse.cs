namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="SetPasswordRequest"/>.</summary>
public sealed record SetPasswordResponse
{
    /// <summary>The rule of the password policy that the new password breaks (<c>message</c>); null when none. The password is set
    /// all the same.</summary>
    public string? Message { get; init; }
}
