namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>How somebody who was granted rights signs in.</summary>
public enum GuestLoginKind
{
    /// <summary>
    /// With the identifier of their external virtual account and the password that they chose when they accepted the invitation (or that an
    /// administrator set).
    /// </summary>
    VirtualAccount,

    /// <summary>With their bare mail address and the grant's password (<c>pw</c>); good for the ICS address only.</summary>
    GrantPassword,

    /// <summary>With their own account of the server and its password.</summary>
    InternalAccount,

    /// <summary>The grantee is a group: each member signs in with their own account, an external member with their identifier.</summary>
    GroupMember,
}
