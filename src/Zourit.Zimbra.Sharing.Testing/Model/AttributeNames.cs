namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// Which attributes an entry can have: those of a new installation, and the usual ones that it leaves unset. A right about any other is
/// refused (recording 15-163).
/// </summary>
internal static class AttributeNames
{
    private static readonly string[] Common = ["cn", "description", "objectClass", "zimbraACE", "zimbraCreateTimestamp", "zimbraId"];

    private static readonly string[] Account =
    [
        "zimbraExternalShareWhitelistDomain",
        "co",
        "company",
        "displayName",
        "facsimileTelephoneNumber",
        "givenName",
        "homePhone",
        "initials",
        "l",
        "mail",
        "mobile",
        "pager",
        "postalCode",
        "sn",
        "st",
        "street",
        "telephoneNumber",
        "title",
        "uid",
        "userPassword",
        "zimbraAccountCalendarUserType",
        "zimbraAccountStatus",
        "zimbraAuthTokenValidityValue",
        "zimbraAuthTokens",
        "zimbraCOSId",
        "zimbraDomainAdminMaxMailQuota",
        "zimbraExternalAccountDisabledTime",
        "zimbraExternalUserMailAddress",
        "zimbraForeignPrincipal",
        "zimbraHideInGal",
        "zimbraIsAdminAccount",
        "zimbraIsDelegatedAdminAccount",
        "zimbraIsExternalVirtualAccount",
        "zimbraIsSystemAccount",
        "zimbraLastLogonTimestamp",
        "zimbraMailAlias",
        "zimbraMailCanonicalAddress",
        "zimbraMailDeliveryAddress",
        "zimbraMailForwardingAddress",
        "zimbraMailHost",
        "zimbraMailStatus",
        "zimbraMailTransport",
        "zimbraNotes",
        "zimbraPasswordAllowedChars",
        "zimbraPasswordAllowedPunctuationChars",
        "zimbraPasswordLockoutLockedTime",
        "zimbraPasswordModifiedTime",
        "zimbraPasswordMustChange",
        "zimbraPrefFromAddress",
        "zimbraPrefFromDisplay",
        "zimbraPrefMailForwardingAddress",
        "zimbraPrefOutOfOfficeReply",
        "zimbraPrefOutOfOfficeReplyEnabled",
        "zimbraPrefTimeZoneId",
        "zimbraSharedItem",
        "zimbraVirtualAccountInitialPasswordSet",
    ];

    private static readonly string[] Resource = ["zimbraCalResType", "zimbraCalResAutoAcceptDecline", "zimbraCalResCapacity"];

    private static readonly string[] Domain =
    [
        "dc",
        "o",
        "zimbraDomainAliasTargetId",
        "zimbraDomainDefaultCOSId",
        "zimbraDomainDefaultExternalUserCOSId",
        "zimbraDomainName",
        "zimbraDomainStatus",
        "zimbraDomainType",
        "zimbraExternalShareDomainWhitelistEnabled",
        "zimbraExternalShareLifetime",
        "zimbraExternalShareWhitelistDomain",
        "zimbraExternalSharingEnabled",
        "zimbraInternalSharingCrossDomainEnabled",
        "zimbraMailStatus",
        "zimbraNotes",
        "zimbraPreAuthKey",
        "zimbraPublicServiceHostname",
        "zimbraPublicServicePort",
        "zimbraPublicServiceProtocol",
        "zimbraPublicShareLifetime",
        "zimbraPublicSharingEnabled",
        "zimbraVirtualHostname",
        "zimbraVirtualIPAddress",
    ];

    private static readonly string[] Group =
    [
        "displayName",
        "mail",
        "uid",
        "zimbraHideInGal",
        "zimbraIsAdminGroup",
        "zimbraMailAlias",
        "zimbraMailForwardingAddress",
        "zimbraMailHost",
        "zimbraMailStatus",
        "zimbraNotes",
    ];

    private static readonly Dictionary<string, HashSet<string>> ByType = new()
    {
        ["account"] = Names("dcxi", Account),
        ["calresource"] = Names("dcxi", [.. Account, .. Resource]),
        ["cos"] = Names(
            "dcx",
            ["zimbraExternalShareWhitelistDomain", "zimbraNotes", "zimbraPasswordAllowedChars", "zimbraPasswordAllowedPunctuationChars"]
        ),
        ["domain"] = Names("mv", Domain),
        ["dl"] = Names("", Group),
    };

    /// <summary>Whether entries of a type can have an attribute; of servers and of the global configuration every name is taken.</summary>
    public static bool Has(string targetType, string name) =>
        !ByType.TryGetValue(targetType, out HashSet<string>? names) || names.Contains(name);

    private static HashSet<string> Names(string flags, IEnumerable<string> more) =>
        new(NewInstallation.NamesWith(flags).Concat(more).Concat(Common), StringComparer.OrdinalIgnoreCase);
}
