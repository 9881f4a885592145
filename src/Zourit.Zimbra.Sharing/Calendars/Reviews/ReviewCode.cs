namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>What a review of shares found.</summary>
public enum ReviewCode
{
    /// <summary>Anybody can read the calendar.</summary>
    PublicCalendar,

    /// <summary>
    /// A guest, the public, or all who are signed in may do more than read; seen by an administrator, also a guest whose account was
    /// granted rights as a user's.
    /// </summary>
    OutsiderCanWrite,

    /// <summary>The grant has ended; it gives nothing, and the server will remove it.</summary>
    Ended,

    /// <summary>The grant ends within the time that counts as soon.</summary>
    EndsSoon,

    /// <summary>The grantee was deleted.</summary>
    OrphanGrant,

    /// <summary>The grant is stored as <c>Name &lt;address&gt;</c> or in another form that matches nobody.</summary>
    UselessGrant,

    /// <summary>The guest has neither an account nor a grant password, so he has never read the calendar. Needs an administrator.</summary>
    GuestNeverSignedUp,

    /// <summary>The grantee's account is not active: closed, locked, or in another such status. Needs an administrator.</summary>
    GranteeNotActive,

    /// <summary>The account, or some of its calendars, could not be reviewed; the sentence says why. The review goes on.</summary>
    NotReviewed,

    /// <summary>
    /// Whether guests have signed up and whether grantees' accounts are active cannot be known with the credentials in use. Said once a
    /// review, at the first account where it matters.
    /// </summary>
    NotKnowable,
}
