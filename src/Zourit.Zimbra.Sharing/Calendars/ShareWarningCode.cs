namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What a caller should know of a share that was made or stands.</summary>
public enum ShareWarningCode
{
    /// <summary>The server announces an <c>http:</c> address (its default): whoever signs in there sends the password in clear.</summary>
    UnencryptedAddress,

    /// <summary>
    /// The server did not tell the account's address, or none that is one; the one given is put together from the server's and may be
    /// wrong.
    /// </summary>
    AddressAssumed,

    /// <summary>Whoever finds the address of a public share can read it, the attendees' names and addresses included.</summary>
    ReadableByAnybody,

    /// <summary>The folder is none of appointments (<c>view</c>): its ICS address gives an empty calendar.</summary>
    NotACalendar,

    /// <summary>
    /// The folder had its parent's ACL and now has its own (flag <c>i</c>): later changes of the parent's shares do not reach it.
    /// </summary>
    StoppedInheriting,

    /// <summary>The server ends the share earlier than was asked, by the ceiling of the folder's ACL.</summary>
    EndsEarlier,

    /// <summary>The share has ended already: the ceiling of the folder's ACL lies in the past.</summary>
    Ended,

    /// <summary>A sharing policy was switched off after the share was made: readers get a calendar without events.</summary>
    HiddenByPolicy,

    /// <summary>The user is no account or group of the server, so it made the share one for a guest of that address.</summary>
    NoSuchUser,

    /// <summary>Another grant, stored as <c>Name &lt;address&gt;</c>, stands beside and lets nobody in.</summary>
    UselessGrant,

    /// <summary>The folder stays readable without this grant: it is shared with the public or with all who are signed in.</summary>
    StillReadable,

    /// <summary>The address has no grant, but may be another address of an internal grantee.</summary>
    MaybeAnAlias,

    /// <summary>
    /// The grant password that was given is not kept: the address belongs to the server itself, and its owner signs in with his own
    /// account.
    /// </summary>
    GrantPasswordIgnored,

    /// <summary>
    /// Another guest of the folder has the same identifier (<c>a.b@c.d</c> and <c>a@b.c.d</c>): only the first of the two can sign up.
    /// </summary>
    IdentifierCollision,
}
