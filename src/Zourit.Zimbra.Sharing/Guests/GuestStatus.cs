namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The state of a guest's account (<c>zimbraAccountStatus</c>). Only an active one lets the guest in.</summary>
public enum GuestStatus
{
    /// <summary>A status that this library does not know.</summary>
    Unknown,

    /// <summary>In use (<c>active</c>).</summary>
    Active,

    /// <summary>Suspended by an administrator (<c>locked</c>); the daily task leaves it alone.</summary>
    Locked,

    /// <summary>
    /// Closed, usually by the daily task because nothing is shared with the guest any more (<c>closed</c>); deleted after a while.
    /// </summary>
    Closed,

    /// <summary>Shut for a while after too many wrong passwords (<c>lockout</c>).</summary>
    LockedOut,

    /// <summary>Not in use yet (<c>pending</c>).</summary>
    Pending,

    /// <summary>In maintenance (<c>maintenance</c>).</summary>
    Maintenance,
}
