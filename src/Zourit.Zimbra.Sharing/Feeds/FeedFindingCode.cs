namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>What a <see cref="FeedDiagnosis"/> can find.</summary>
public enum FeedFindingCode
{
    /// <summary>Everything that could be looked at is in order.</summary>
    NothingFound,

    /// <summary>The server's name cannot be resolved.</summary>
    ServerNameUnknown,

    /// <summary>Nobody listens at the host and port.</summary>
    NothingListens,

    /// <summary>The server's certificate is not trusted, or the port does not speak TLS.</summary>
    CertificateRefused,

    /// <summary>A proxy redirects the address.</summary>
    Redirected,

    /// <summary>The server turns requests away: too many, or this network address is blocked after failed logins (429, 503).</summary>
    TurnedAway,

    /// <summary>What answers at the address is no Zimbra server.</summary>
    NotZimbra,

    /// <summary>The server fails or does not answer in time.</summary>
    ServerFailing,

    /// <summary>The server serves the calendar under another address than the one given.</summary>
    OtherAddress,

    /// <summary>The server announces an <c>http:</c> address, under which the password would travel in clear.</summary>
    NotEncrypted,

    /// <summary>There is no account of the owner's name.</summary>
    NoSuchOwner,

    /// <summary>The owner's account is not active, so that its calendars are closed to everybody.</summary>
    OwnerNotActive,

    /// <summary>The owner has no such calendar.</summary>
    NoSuchCalendar,

    /// <summary>The folder is no calendar.</summary>
    NotACalendar,

    /// <summary>The folder is a mountpoint: the calendar is somebody else's, and shared from there.</summary>
    Mountpoint,

    /// <summary>The calendar is not shared with the guest.</summary>
    NotGranted,

    /// <summary>The grant has ended.</summary>
    GrantExpired,

    /// <summary>The grant does not include reading.</summary>
    GrantWithoutRead,

    /// <summary>The grant was stored in a form that matches nobody (<c>Name &lt;address&gt;</c>).</summary>
    GrantMatchesNobody,

    /// <summary>The guest's address belongs to an account of the server, whose own password counts.</summary>
    InternalAccount,

    /// <summary>The calendar is public: everybody gets in, also with a wrong password.</summary>
    PublicCalendar,

    /// <summary>Public sharing was switched off after the calendar was shared: readers get an empty calendar.</summary>
    PublicSharingOff,

    /// <summary>External sharing was switched off after the calendar was shared: guests get an empty calendar.</summary>
    ExternalSharingOff,

    /// <summary>
    /// The owner may share with certain domains only, and the guest's is not among them: the guest gets an empty calendar.
    /// </summary>
    GuestDomainNotAllowed,

    /// <summary>The bare mail address is no user name, since the grant has no password of its own.</summary>
    BareAddress,

    /// <summary>The user name is not written as the identifier must be.</summary>
    WrongIdentifierForm,

    /// <summary>The identifier has another domain than the owner's primary one, such as an alias of it.</summary>
    OtherDomain,

    /// <summary>The guest has no account: the invitation was never accepted.</summary>
    NoGuestAccount,

    /// <summary>The guest's account was closed, by the server's daily task or by hand.</summary>
    GuestAccountClosed,

    /// <summary>The guest's account was locked by an administrator.</summary>
    GuestAccountLocked,

    /// <summary>The guest's account is locked out after too many wrong passwords.</summary>
    GuestLockedOut,

    /// <summary>The guest's account is pending or in maintenance.</summary>
    GuestAccountNotActive,

    /// <summary>The guest's account has no password yet.</summary>
    GuestWithoutPassword,

    /// <summary>The guest's account must change its password first.</summary>
    GuestMustChangePassword,

    /// <summary>An ordinary account has the name of the guest's identifier.</summary>
    IdentifierTaken,

    /// <summary>The account of the identifier belongs to another guest, whose address maps to the same identifier.</summary>
    IdentifierCollision,

    /// <summary>The password is wrong.</summary>
    WrongPassword,

    /// <summary>User name and password were refused, and it cannot be told which of the reasons it is.</summary>
    SignInRefused,

    /// <summary>The server accepted user name and password.</summary>
    PasswordAccepted,

    /// <summary>The calendar comes without events.</summary>
    EmptyCalendar,
}
