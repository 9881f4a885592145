namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What is wrong with a guest's account.</summary>
public enum GuestProblem
{
    /// <summary>
    /// It has no password, so nobody can sign in: a sign-up or creation broke off, or was made without. <c>ResetPasswordAsync</c> gives it
    /// one.
    /// </summary>
    WithoutPassword,

    /// <summary>
    /// The stored mail holds a capital letter: no share counts for the daily task, which closes the account. <c>RepairAsync</c> mends it.
    /// </summary>
    UpperCaseMail,

    /// <summary>
    /// No mountpoint points to a folder that is shared with the guest, so the daily task closes the account. <c>RepairAsync</c> mends it.
    /// </summary>
    NoMountpoint,

    /// <summary>
    /// Some shared folder has no mountpoint: readable by its ICS address, but not shown in the web client and CalDAV. <c>RepairAsync</c>
    /// mends it.
    /// </summary>
    MissingMountpoint,

    /// <summary>
    /// A calendar is shared, but the account's calendar feature is off, so web client and CalDAV do not show it. <c>RepairAsync</c> mends
    /// it.
    /// </summary>
    CalendarFeatureOff,

    /// <summary>The account is closed although something is shared with the guest. <c>RepairAsync</c> mends it.</summary>
    ClosedThoughShared,

    /// <summary>
    /// Nothing of the domain is shared with the guest by mail: the daily task closes the account, and rightly. Share again, or retire the
    /// guest.
    /// </summary>
    NothingShared,

    /// <summary>
    /// The account's name is not the identifier of its mail (it was renamed, or the mail changed): personal links do not lead to it.
    /// </summary>
    NameDiffersFromMail,
}
