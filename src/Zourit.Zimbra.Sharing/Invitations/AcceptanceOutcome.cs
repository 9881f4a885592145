namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>What became of an invitation.</summary>
public enum AcceptanceOutcome
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>
    /// The guest's account was made, with the display name and password given, and everything shared with the guest is in it.
    /// </summary>
    AccountCreated = 1,

    /// <summary>
    /// The account was made and the password is set, but the server broke off while it put the shares into it (<c>mail.ALREADY_EXISTS</c>:
    /// two shares would get the same name; <c>mail.INVALID_NAME</c>: the owner's display name holds a forbidden character). The guest can
    /// sign in and read the ICS address; without any mountpoint the daily task closes the account: an administrator's
    /// <c>Guests.RepairAsync</c> fixes it. Also reported when the server's answer was lost and the account lacks some of what is shared
    /// with the guest.
    /// </summary>
    AccountCreatedIncomplete = 2,

    /// <summary>
    /// The guest had an account already, from another share of the domain. The link put this calendar into it; display name and password
    /// are unchanged, those given were not used.
    /// </summary>
    AccountExists = 3,
}
