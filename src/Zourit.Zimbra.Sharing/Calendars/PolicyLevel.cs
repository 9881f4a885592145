namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Where an attribute in force is set. An account's own wins over its class of service, and that over the domain.</summary>
public enum PolicyLevel
{
    /// <summary>
    /// Not knowable for the account in use: the server shows an owner the value in force only, an administrator also where it is set.
    /// </summary>
    Unknown = 0,

    /// <summary>On the account itself.</summary>
    Account = 1,

    /// <summary>On the account's class of service (COS).</summary>
    ClassOfService = 2,

    /// <summary>On the account's domain.</summary>
    Domain = 3,

    /// <summary>Nowhere below the global configuration: the installation's default.</summary>
    Global = 4,
}
