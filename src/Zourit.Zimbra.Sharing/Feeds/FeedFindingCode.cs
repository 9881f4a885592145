namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>What a <see cref="FeedDiagnosis"/> can find.</summary>
public enum FeedFindingCode
{
    /// <summary>Not set; no diagnosis finds this.</summary>
    Unknown = 0,

    /// <summary>Nothing is wrong in what the credentials in use can see.</summary>
    NothingFound = 1,

    /// <summary>The server's name cannot be resolved.</summary>
    ServerNameUnknown = 2,

    /// <summary>Nobody listens at the host and port.</summary>
    NothingListens = 3,

    /// <summary>The server's certificate is not trusted, or the port does not speak TLS.</summary>
    CertificateRefused = 4,

    /// <summary>A proxy redirects the address.</summary>
    Redirected = 5,

    /// <summary>The server rejects requests: too many, or this network address is blocked after failed logins (429, 503).</summary>
    RequestsRejected = 6,

    /// <summary>What answers at the address is not a Zimbra server.</summary>
    NotZimbra = 7,

    /// <summary>The server does not understand the address (400).</summary>
    AddressNotUnderstood = 8,

    /// <summary>The server fails or does not answer in time.</summary>
    ServerFailing = 9,

    /// <summary>The server serves the calendar under another address than the one given.</summary>
    OtherAddress = 10,

    /// <summary>The server announces an <c>http:</c> address, under which the password would travel in clear.</summary>
    NotEncrypted = 11,

    /// <summary>There is no account of the owner's name.</summary>
    NoSuchOwner = 12,

    /// <summary>The owner's account is not active, so that its calendars are closed to everybody.</summary>
    OwnerNotActive = 13,

    /// <summary>The owner has no such calendar.</summary>
    NoSuchCalendar = 14,

    /// <summary>
    /// There is a calendar whose name looks the same, but is written with other Unicode characters: accents composed in one, decomposed in
    /// the other.
    /// </summary>
    DecomposedName = 15,

    /// <summary>The folder is not a calendar.</summary>
    NotACalendar = 16,

    /// <summary>The folder is a mountpoint: the calendar is somebody else's, and shared from there.</summary>
    Mountpoint = 17,

    /// <summary>The calendar is not shared with the guest.</summary>
    NotGranted = 18,

    /// <summary>
    /// The calendar is shared with a distribution list, class of service, domain or all accounts only, which may include the guest.
    /// </summary>
    GrantedToGroupOnly = 19,

    /// <summary>The grant expired.</summary>
    GrantExpired = 20,

    /// <summary>The grant does not include reading.</summary>
    GrantWithoutRead = 21,

    /// <summary>The grant was stored in a form that matches nobody (<c>Name &lt;address&gt;</c>).</summary>
    GrantMatchesNobody = 22,

    /// <summary>The guest's address belongs to an account of the server, whose own password counts.</summary>
    InternalAccount = 23,

    /// <summary>The calendar is public: everybody gets in, also with a wrong password.</summary>
    PublicCalendar = 24,

    /// <summary>Public sharing was switched off after the calendar was shared: readers get an empty calendar.</summary>
    PublicSharingOff = 25,

    /// <summary>External sharing was switched off after the calendar was shared: guests get an empty calendar.</summary>
    ExternalSharingOff = 26,

    /// <summary>
    /// The owner may share with certain domains only, and the guest's is not among them: the guest gets an empty calendar.
    /// </summary>
    GuestDomainNotAllowed = 27,

    /// <summary>The bare mail address is no user name, since the grant has no password of its own.</summary>
    BareAddress = 28,

    /// <summary>The user name is not written as the identifier must be.</summary>
    WrongIdentifierForm = 29,

    /// <summary>
    /// The user name has no domain. The server adds the one whose virtual host name the address has; certain where that gives another name
    /// than the guest's.
    /// </summary>
    NameWithoutDomain = 30,

    /// <summary>The identifier has another domain than the owner's primary one, such as an alias of it.</summary>
    OtherDomain = 31,

    /// <summary>The guest has no account: the invitation was never accepted.</summary>
    NoGuestAccount = 32,

    /// <summary>The guest's account was closed, by the server's daily task or by hand.</summary>
    GuestAccountClosed = 33,

    /// <summary>The guest's account was locked by an administrator.</summary>
    GuestAccountLocked = 34,

    /// <summary>The guest's account is locked out after too many wrong passwords.</summary>
    GuestLockedOut = 35,

    /// <summary>The guest's account is pending or in maintenance.</summary>
    GuestAccountNotActive = 36,

    /// <summary>The guest's account has no password yet.</summary>
    GuestWithoutPassword = 37,

    /// <summary>The guest's account must change its password first.</summary>
    GuestMustChangePassword = 38,

    /// <summary>An ordinary account has the name of the guest's identifier.</summary>
    IdentifierTaken = 39,

    /// <summary>The account of the identifier belongs to another guest, whose address maps to the same identifier.</summary>
    IdentifierCollision = 40,

    /// <summary>The password is wrong.</summary>
    WrongPassword = 41,

    /// <summary>User name and password were refused, and it cannot be known for which of the possible reasons.</summary>
    SignInRefused = 42,

    /// <summary>The server accepted user name and password.</summary>
    PasswordAccepted = 43,

    /// <summary>
    /// User name and password are right, but the server gives no calendar (404): not shared with this account, expired, without the right
    /// to read, no such calendar, or the owner's account is not active.
    /// </summary>
    NothingGiven = 44,

    /// <summary>The calendar comes without events.</summary>
    EmptyCalendar = 45,

    /// <summary>CalDAV: the calendar's name holds a character that the server's CalDAV cannot carry.</summary>
    NotForCalDav = 46,

    /// <summary>CalDAV: a grant's own password is for the ICS address only.</summary>
    GrantPasswordNotForCalDav = 47,

    /// <summary>
    /// CalDAV: the guest's calendar feature is off (<c>zimbraFeatureCalendarEnabled</c>), so that calendars are listed and cannot be read.
    /// </summary>
    CalendarFeatureOff = 48,

    /// <summary>CalDAV: the guest's account has no mountpoint of the calendar, so programs that look for calendars find none.</summary>
    NoMountpoint = 49,

    /// <summary>
    /// CalDAV: the owner's display name holds a character that breaks the sign-up of guests (<c>mail.INVALID_NAME</c>): their accounts are
    /// made without mountpoints.
    /// </summary>
    OwnerNameBreaksSignUp = 50,

    /// <summary>
    /// CalDAV: programs go on showing the calendar, as an empty and writable one, though nothing is shared any more: its mountpoint is
    /// there still.
    /// </summary>
    GhostCalendar = 51,

    /// <summary>
    /// CalDAV: external sharing was switched off, which empties the ICS address and leaves CalDAV open.
    /// </summary>
    OpenThoughSwitchedOff = 52,

    /// <summary>CalDAV: something before the server does not let CalDAV through, so programs find nothing.</summary>
    NoCalDavDoor = 53,
}
