namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>
/// The smallest sets of rights with which a delegated administrator can do a job, and what each operation of the library needs. All are
/// granted on the owners' domain unless they say otherwise (<c>docs/administrators.md</c>).
/// </summary>
public static class AdministratorRights
{
    private static readonly string[] GuestIdentity = ["zimbraIsExternalVirtualAccount", "zimbraExternalUserMailAddress"];

    private static readonly string[] GuestAttributes = [.. GuestIdentity, "zimbraAccountStatus"];

    private static readonly string[] WhiteList = ["zimbraExternalShareDomainWhitelistEnabled", "zimbraExternalShareWhitelistDomain"];

    /// <summary>The attributes that hold the rules for passwords.</summary>
    internal static IReadOnlyList<string> PasswordRules { get; } =
    [
        "zimbraPasswordMinLength",
        "zimbraPasswordMaxLength",
        "zimbraPasswordMinUpperCaseChars",
        "zimbraPasswordMinLowerCaseChars",
        "zimbraPasswordMinNumericChars",
        "zimbraPasswordMinPunctuationChars",
        "zimbraPasswordMinAlphaChars",
        "zimbraPasswordMinDigitsOrPuncs",
        "zimbraPasswordAllowedChars",
        "zimbraPasswordAllowedPunctuationChars",
    ];

    /// <summary>
    /// To share, list and revoke on behalf of the domain's owners, with guests who have an account or will sign up: one right.
    /// </summary>
    public static IReadOnlyList<NeededRight> Sharing { get; } = Of("adminLoginAs");

    /// <summary>To read the shares that the directory publishes: two rights.</summary>
    public static IReadOnlyList<NeededRight> PublishedShares { get; } = Of("listAccount", "get.account.zimbraSharedItem");

    /// <summary>To make, find, suspend, resume and delete guests' accounts, and to share with them: eighteen rights.</summary>
    public static IReadOnlyList<NeededRight> Guests { get; } =
        Of(
            "adminLoginAs",
            "listAccount",
            "get.account.zimbraSharedItem",
            "getAccountInfo",
            "createAccount",
            "set.account.zimbraIsExternalVirtualAccount",
            "set.account.zimbraExternalUserMailAddress",
            "set.account.displayName",
            "set.account.zimbraHideInGal",
            "set.account.zimbraMailStatus",
            "set.account.zimbraVirtualAccountInitialPasswordSet",
            "set.account.zimbraFeatureCalendarEnabled",
            "set.account.zimbraAccountStatus",
            "changeAccountPassword",
            "deleteAccount",
            "get.domain.zimbraPublicServiceHostname",
            "get.domain.zimbraPublicServiceProtocol",
            "get.domain.zimbraPublicServicePort"
        );

    /// <summary>To compute personal links: who can read the key can sign links for anybody.</summary>
    public static IReadOnlyList<NeededRight> PersonalLinks { get; } =
    [
        new NeededRight { Name = "get.config.zimbraExternalAccountProvisioningKey", On = RightScope.Config },
        new NeededRight { Name = "get.domain.zimbraExternalShareInvitationUrlExpiration" },
        .. Sharing,
    ];

    /// <summary>To ask which of its rights an administrator has.</summary>
    public static IReadOnlyList<NeededRight> Checking { get; } = [new NeededRight { Name = "checkRightUsr", On = RightScope.OwnAccount }];

    private static IReadOnlyList<NeededRight> Creating { get; } =
        Of([
            "adminLoginAs",
            "getAccountInfo",
            "createAccount",
            "changeAccountPassword",
            .. Set(GuestAttributes),
            .. Set(
                "displayName",
                "zimbraHideInGal",
                "zimbraMailStatus",
                "zimbraVirtualAccountInitialPasswordSet",
                "zimbraFeatureCalendarEnabled"
            ),
        ]);

    private static IReadOnlyList<NeededRight> Diagnosing { get; } =
        Of(["adminLoginAs", "getAccountInfo", .. Read(GuestAttributes), .. Read(WhiteList), .. Read("zimbraPasswordMustChange")]);

    private static IReadOnlyList<NeededRight> Inspecting { get; } =
        Of([
            "adminLoginAs",
            "listAccount",
            "getAccountInfo",
            "get.account.zimbraSharedItem",
            .. Read(GuestAttributes),
            .. Read("zimbraFeatureCalendarEnabled"),
        ]);

    /// <summary>What each operation that needs an administrator needs, by its name, e.g. <c>Guests.SuspendAsync</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<NeededRight>> ByOperation { get; } =
        new SortedDictionary<string, IReadOnlyList<NeededRight>>(StringComparer.Ordinal)
        {
            ["Administration.CheckAdministratorAsync"] = Checking,
            ["Administration.ListPublishedSharesAsync"] = PublishedShares,
            ["Calendars.CheckPolicyAsync"] = Of(["adminLoginAs", "getAccountInfo", .. Read(WhiteList)]),
            ["Calendars.ReviewAsync"] = Of(["adminLoginAs", "listAccount", "getAccountInfo", .. Read(GuestAttributes)]),
            ["Feeds.DiagnoseAddressAsync"] = Diagnosing,
            ["Feeds.DiagnoseAsync"] = Diagnosing,
            ["Feeds.DiagnoseCalDavAsync"] = Of([
                "adminLoginAs",
                "getAccountInfo",
                .. Read(GuestAttributes),
                .. Read("zimbraPasswordMustChange"),
            ]),
            ["Guests.CreateAllAsync"] = Creating,
            ["Guests.CreateAsync"] = Creating,
            ["Guests.FindAllAsync"] = Of(["listAccount", .. Read(GuestAttributes)]),
            ["Guests.FindAsync"] = Of(["getAccountInfo", .. Read(GuestAttributes)]),
            ["Guests.FindByMailAsync"] = Of(["getAccountInfo", .. Read(GuestAttributes)]),
            ["Guests.FindCollisionsAsync"] = Of([
                "listAccount",
                "getAccountInfo",
                "get.account.zimbraSharedItem",
                .. Read(GuestAttributes),
            ]),
            ["Guests.GetPasswordPolicyAsync"] =
            [
                new NeededRight { Name = "get.domain.zimbraDomainDefaultExternalUserCOSId" },
                .. PasswordRules.Select(name => new NeededRight { Name = $"get.cos.{name}", On = RightScope.GuestClassOfService }),
            ],
            ["Guests.InspectAllAsync"] = Inspecting,
            ["Guests.InspectAsync"] = Inspecting,
            // Where guests are members of groups also listDistributionList, which the server shows for a group only, not for its domain.
            ["Guests.ListAccessAsync"] = Of("adminLoginAs", "listAccount", "get.account.zimbraSharedItem"),
            ["Guests.RepairAsync"] = Of([
                "adminLoginAs",
                "listAccount",
                "getAccountInfo",
                "get.account.zimbraSharedItem",
                .. Set(GuestAttributes),
                .. Set("zimbraMailStatus", "zimbraFeatureCalendarEnabled"),
            ]),
            ["Guests.ResetPasswordAsync"] = Of([
                "getAccountInfo",
                "changeAccountPassword",
                .. Read(GuestAttributes),
                .. Read([.. PasswordRules]),
            ]),
            ["Guests.ResumeAsync"] = Of(["getAccountInfo", .. Read(GuestIdentity), .. Set("zimbraAccountStatus", "zimbraMailStatus")]),
            ["Guests.RetireAsync"] = Of([
                "adminLoginAs",
                "listAccount",
                "getAccountInfo",
                "get.account.zimbraSharedItem",
                "deleteAccount",
                .. Read(GuestAttributes),
            ]),
            ["Guests.SetPasswordAsync"] = Of(["getAccountInfo", "changeAccountPassword", .. Read(GuestAttributes)]),
            ["Guests.SuspendAsync"] = Of(["getAccountInfo", .. Read(GuestIdentity), .. Set("zimbraAccountStatus", "zimbraMailStatus")]),
            ["Invitations.ComputeLinkAsync"] = PersonalLinks,
            ["Mailbox"] = Sharing,
        };

    private static IReadOnlyList<NeededRight> Of(params IEnumerable<string> names) =>
        [.. names.Distinct().Select(name => new NeededRight { Name = name })];

    private static IEnumerable<string> Read(params IEnumerable<string> attributes) => attributes.Select(name => $"get.account.{name}");

    private static IEnumerable<string> Set(params IEnumerable<string> attributes) => attributes.Select(name => $"set.account.{name}");
}
