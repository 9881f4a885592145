namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>On what a right is needed.</summary>
public enum RightScope
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The owners' domain: it then holds for all of its accounts.</summary>
    Domain = 1,

    /// <summary>The administrator's own account.</summary>
    OwnAccount = 2,

    /// <summary>The class of service of guests' accounts (<c>zimbraDomainDefaultExternalUserCOSId</c>, else
    /// <c>defaultExternal</c>).</summary>
    GuestClassOfService = 3,

    /// <summary>The global configuration.</summary>
    Config = 4,
}
