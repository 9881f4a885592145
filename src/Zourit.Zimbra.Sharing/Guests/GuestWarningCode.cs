namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What a caller should know about a guest's account.</summary>
public enum GuestWarningCode
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>
    /// A mountpoint is missing: no calendar was named, or it could not be made since the account or its domain is in maintenance. Without
    /// any, the server's next daily task closes the account and deletes it 30 days later.
    /// </summary>
    NoMountpoint = 1,

    /// <summary>
    /// The account exists and has a password; the one given was not set. After a lost reply it may be the one given all the same, where the
    /// account is not active, so that it could not be tried: the text says so.
    /// </summary>
    PasswordKept = 2,

    /// <summary>The password was set although it breaks a rule of the password policy: a global administrator may.</summary>
    PasswordAgainstPolicy = 3,

    /// <summary>The account is not active (locked, in maintenance…), so the guest cannot get in.</summary>
    NotActive = 4,
}
