namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>What a review of shares found.</summary>
public enum ReviewCode
{
    /// <summary>Not set; no review finds this.</summary>
    Unknown = 0,

    /// <summary>Anybody can read the calendar.</summary>
    PublicCalendar = 1,

    /// <summary>
    /// A guest, the public, or all who are signed in may do more than read; seen by an administrator, also a guest whose account was
    /// granted rights as a user's.
    /// </summary>
    OutsiderCanWrite = 2,

    /// <summary>
    /// The calendar is shared with the default class of service (<c>gt="cos"</c>), which the server also gives visitors who do not sign in.
    /// </summary>
    OpenWithoutLogin = 3,

    /// <summary>The calendar is shared with the class of service of guests' accounts: every guest of the server can read it.</summary>
    OpenToAllGuests = 4,

    /// <summary>A folder that is not a calendar is shared with a guest, the public or others from outside.</summary>
    FolderSharedOutside = 5,

    /// <summary>The whole mailbox (the root folder) is shared with a guest, the public or others from outside.</summary>
    MailboxSharedOutside = 6,

    /// <summary>The grant expired; it gives nothing, and the server will remove it.</summary>
    Ended = 7,

    /// <summary>The grant ends within the time that counts as soon.</summary>
    EndsSoon = 8,

    /// <summary>The grantee was deleted.</summary>
    OrphanGrant = 9,

    /// <summary>The grant is stored as <c>Name &lt;address&gt;</c> or in another form that matches nobody.</summary>
    UselessGrant = 10,

    /// <summary>
    /// The guest has neither an account nor a grant password, so they have never read the calendar. Needs an administrator.
    /// </summary>
    GuestNeverSignedUp = 11,

    /// <summary>The grantee's account is not active: closed, locked, or in another such status. Needs an administrator.</summary>
    GranteeNotActive = 12,

    /// <summary>The account, or some of its calendars, could not be reviewed; the sentence says why. The review goes on.</summary>
    NotReviewed = 13,

    /// <summary>
    /// Whether guests have signed up and whether grantees' accounts are active cannot be known with the credentials in use. Said once a
    /// review, at the first account where it matters.
    /// </summary>
    NotKnowable = 14,

    /// <summary>
    /// The share's entry in the directory is longer than the server takes, since the folder's path is: while it exists the shares of all
    /// owners of that mail server are not published, and no guest can sign up.
    /// </summary>
    BlocksPublication = 15,

    /// <summary>
    /// An outsider with an account has the right to delete (<c>d</c>), and thereby may delete the whole calendar by CalDAV, for good.
    /// </summary>
    OutsiderCanDeleteCalendar = 16,

    /// <summary>
    /// An outsider with an account has the right to change (<c>w</c>), and thereby may rename the calendar by CalDAV; not said besides
    /// <see cref="OutsiderCanDeleteCalendar"/>.
    /// </summary>
    OutsiderCanRenameCalendar = 17,

    /// <summary>
    /// The owner may not share outside any more (<c>zimbraExternalSharingEnabled</c>), which empties the ICS address only: by CalDAV the
    /// guest still reads and, with the rights for it, writes.
    /// </summary>
    OpenThoughSwitchedOff = 18,

    /// <summary>
    /// The directory does not publish the share (<c>zimbraSharedItem</c>), so the guest cannot sign up. Needs an administrator.
    /// </summary>
    NotPublished = 19,

    /// <summary>
    /// The directory publishes the share under another path than the folder's: a folder above it was renamed. Needs an administrator.
    /// </summary>
    PublishedUnderOldPath = 20,

    /// <summary>
    /// The owner's display name holds a character that no folder's name may (<c>"</c>, <c>:</c>, <c>/</c>): guests who sign up get an
    /// account without mountpoints, which the server closes at night.
    /// </summary>
    OwnerNameBreaksSignUp = 21,

    /// <summary>
    /// The owner has no time zone of their own (<c>zimbraPrefTimeZoneId</c>): the server takes America/Los_Angeles, and lays all-day events
    /// in free/busy by it. Said once a review, at the first account that has none. Needs an administrator.
    /// </summary>
    NoTimeZone = 22,
}
