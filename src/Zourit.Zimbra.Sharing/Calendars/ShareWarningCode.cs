namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What a caller should know of a share that was made or is in force.</summary>
public enum ShareWarningCode
{
    /// <summary>Not set; no share has this warning.</summary>
    Unknown = 0,

    /// <summary>The server announces an <c>http:</c> address (its default): whoever signs in there sends the password in clear.</summary>
    UnencryptedAddress = 1,

    /// <summary>
    /// The server did not give the account's address, or an invalid one; the one given is put together from the server's and may be
    /// wrong.
    /// </summary>
    AddressAssumed = 2,

    /// <summary>Whoever finds the address of a public share can read it, the attendees' names and addresses included.</summary>
    ReadableByAnybody = 3,

    /// <summary>The folder is not one of appointments (<c>view</c>): its ICS address gives an empty calendar.</summary>
    NotACalendar = 4,

    /// <summary>
    /// The folder had its parent's ACL and now has its own (flag <c>i</c>): later changes of the parent's shares do not reach it.
    /// </summary>
    StoppedInheriting = 5,

    /// <summary>The server ends the share earlier than was asked, by the ceiling of the folder's ACL.</summary>
    EndsEarlier = 6,

    /// <summary>The share expired already: the ceiling of the folder's ACL lies in the past.</summary>
    Ended = 7,

    /// <summary>A sharing policy was switched off after the share was made: readers get a calendar without events.</summary>
    HiddenByPolicy = 8,

    /// <summary>The user is not an account or group of the server, so it made the share one for a guest of that address.</summary>
    NoSuchUser = 9,

    /// <summary>There is another grant, stored as <c>Name &lt;address&gt;</c> or with an accent, which lets nobody in.</summary>
    UselessGrant = 10,

    /// <summary>The folder stays readable without this grant: it is shared with the public or with all who are signed in.</summary>
    StillReadable = 11,

    /// <summary>The address has no grant, but may be another address of an internal grantee.</summary>
    MaybeAnAlias = 12,

    /// <summary>
    /// The grant password that was given is not kept: the address belongs to an account of the server, which signs in with its own
    /// password.
    /// </summary>
    GrantPasswordIgnored = 13,

    /// <summary>
    /// Another guest of the folder has the same identifier (<c>a.b@c.d</c> and <c>a@b.c.d</c>): only the first of the two can sign up.
    /// </summary>
    IdentifierCollision = 14,

    /// <summary>
    /// The guest's address has become an account of the server, so that the guest's share let nobody in: it was revoked, and the account
    /// has a share of its own.
    /// </summary>
    AddressBecameAccount = 15,

    /// <summary>
    /// The guest has the right to delete (<c>d</c>), and thereby may delete the whole calendar by CalDAV, for good and not into the trash.
    /// </summary>
    GuestCanDeleteCalendar = 16,

    /// <summary>
    /// The guest has the right to change (<c>w</c>), and thereby may rename the calendar by CalDAV, which breaks its addresses for
    /// everybody. Not said besides <see cref="GuestCanDeleteCalendar"/>.
    /// </summary>
    GuestCanRenameCalendar = 17,

    /// <summary>
    /// The calendar's name holds a character that the server's CalDAV cannot carry, so the share has no CalDAV address.
    /// </summary>
    NotForCalDav = 18,
}
