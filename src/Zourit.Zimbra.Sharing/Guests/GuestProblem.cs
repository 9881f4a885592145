namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What is wrong with a guest's account.</summary>
public enum GuestProblem
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>
    /// It has no password, so nobody can sign in: a sign-up or creation broke off, or was made without. <c>ResetPasswordAsync</c> gives it
    /// one.
    /// </summary>
    WithoutPassword = 1,

    /// <summary>
    /// The stored mail holds a capital letter: no share counts for the daily task, which closes the account. <c>RepairAsync</c> repairs it.
    /// </summary>
    UpperCaseMail = 2,

    /// <summary>
    /// No mountpoint points to a folder that is shared with the guest, so the daily task closes the account. <c>RepairAsync</c> repairs it.
    /// </summary>
    NoMountpoint = 3,

    /// <summary>
    /// Some shared folder has no mountpoint: readable by its ICS address, but not shown in the web client and CalDAV. <c>RepairAsync</c>
    /// repairs it.
    /// </summary>
    MissingMountpoint = 4,

    /// <summary>
    /// A calendar is shared, but the account's calendar feature is off, so web client and CalDAV do not show it. <c>RepairAsync</c> repairs
    /// it.
    /// </summary>
    CalendarFeatureOff = 5,

    /// <summary>The account is closed although something is shared with the guest. <c>RepairAsync</c> repairs it.</summary>
    ClosedThoughShared = 6,

    /// <summary>
    /// Nothing of the domain is shared with the guest by mail: the daily task closes the account, and rightly. Share again, or retire the
    /// guest.
    /// </summary>
    NothingShared = 7,

    /// <summary>
    /// The account's name is not the identifier of its mail (it was renamed, or the mail changed): personal links do not lead to it.
    /// </summary>
    NameDiffersFromMail = 8,

    /// <summary>
    /// The guest's mail has become an account of the server. Guests' grants do not let that account in: share with it as with a user, and
    /// retire the guest.
    /// </summary>
    MailIsAccount = 9,
}
