namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The state of a guest's account (<c>zimbraAccountStatus</c>). Only an active one lets the guest in.</summary>
public enum GuestStatus
{
    /// <summary>A status that this library does not know.</summary>
    Unknown = 0,

    /// <summary>In use (<c>active</c>).</summary>
    Active = 1,

    /// <summary>Suspended by an administrator (<c>locked</c>); the daily task leaves it alone.</summary>
    Locked = 2,

    /// <summary>
    /// Closed, usually by the daily task because nothing is shared with the guest any more (<c>closed</c>); deleted after a while.
    /// </summary>
    Closed = 3,

    /// <summary>Shut for a while after too many wrong passwords (<c>lockout</c>).</summary>
    LockedOut = 4,

    /// <summary>Not in use yet (<c>pending</c>).</summary>
    Pending = 5,

    /// <summary>In maintenance (<c>maintenance</c>).</summary>
    Maintenance = 6,
}
