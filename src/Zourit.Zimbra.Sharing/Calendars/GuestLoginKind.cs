namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>How somebody who was granted rights signs in.</summary>
public enum GuestLoginKind
{
    /// <summary>Not known; no result of this version has it.</summary>
    Unknown = 0,

    /// <summary>
    /// With the identifier of their external virtual account and the password that they chose when they accepted the invitation (or that an
    /// administrator set).
    /// </summary>
    VirtualAccount = 1,

    /// <summary>With their bare mail address and the grant's password (<c>pw</c>); good for the ICS address only.</summary>
    GrantPassword = 2,

    /// <summary>With their own account of the server and its password.</summary>
    InternalAccount = 3,

    /// <summary>The grantee is a group: each member signs in with their own account, an external member with their identifier.</summary>
    GroupMember = 4,
}
