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
}
