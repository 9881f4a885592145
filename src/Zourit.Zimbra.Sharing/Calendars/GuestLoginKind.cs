namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>How somebody who was granted rights signs in.</summary>
public enum GuestLoginKind
{
    /// <summary>
    /// With the identifier of his external virtual account and the password that he chose when he accepted the invitation (or that an
    /// administrator set).
    /// </summary>
    VirtualAccount,

    /// <summary>With his bare mail address and the grant's password (<c>pw</c>); good for the ICS address only.</summary>
    GrantPassword,

    /// <summary>With his own account of the server and its password.</summary>
    InternalAccount,

    /// <summary>The grantee is a group: each member signs in with his own account, an external member with his identifier.</summary>
    GroupMember,
}
