namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// A right of delegated administrators (docs/protocol.md §C): to do one thing with entries of a type, or to read or set attributes
/// (<c>get.account.zimbraSharedItem</c>; <c>getAccount</c> is all of them).
/// </summary>
/// <param name="Name">As it is granted.</param>
/// <param name="TargetType">The type of entries that it is about.</param>
/// <param name="Kind">What it allows.</param>
/// <param name="Attribute">The attribute that it is about; null for all.</param>
internal sealed record AdminRight(string Name, string TargetType, AdminRightKind Kind, string? Attribute = null)
{
    private static readonly Dictionary<string, AdminRight> Known = All().ToDictionary(right => right.Name);

    /// <summary>
    /// The types on whose entries it can be granted, as the server lists them (recording 15-174): a grant on a domain holds for its
    /// accounts.
    /// </summary>
    public IReadOnlyList<string> GrantableOn =>
        TargetType switch
        {
            "account" or "calresource" or "dl" => ["global", "domain", "dl", TargetType],
            "domain" => ["global", "domain"],
            "global" => ["global"],
            "config" => ["global", "config"],
            _ => ["global", TargetType],
        };

    /// <summary>A user's right, which anybody can hold (docs/protocol.md §9.6).</summary>
    public bool IsUserRight => Kind == AdminRightKind.User;

    /// <summary>A right by its name; null if it does not exist.</summary>
    public static AdminRight? Find(string name) =>
        Known.TryGetValue(name, out AdminRight? known) ? known
        : name.Split('.') is [("get" or "set") and var verb, var type, { Length: > 0 } attribute]
            ? new AdminRight(name, type, verb == "get" ? AdminRightKind.Get : AdminRightKind.Set, attribute)
        : null;

    /// <summary>Whether it opens an attribute for reading or setting. Who may set may read.</summary>
    public bool Opens(string attribute, AdminRightKind access) =>
        (Kind == AdminRightKind.Set || (Kind == AdminRightKind.Get && access == AdminRightKind.Get))
        && (Attribute is null || string.Equals(Attribute, attribute, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<AdminRight> All() =>
        [
            .. Do(
                "account",
                "addAccountAlias adminLoginAs changeAccountPassword checkRightUsr deleteAccount getAccountInfo getAccountMembership "
                    + "getMailboxInfo listAccount moveAccountMailbox removeAccountAlias renameAccount setAccountPassword viewAccountAdminUI"
            ),
            .. Do(
                "calresource",
                "adminLoginCalendarResourceAs changeCalendarResourcePassword deleteCalendarResource getCalendarResourceInfo "
                    + "listCalendarResource renameCalendarResource setCalendarResourcePassword"
            ),
            .. Do(
                "dl",
                "addDistributionListAlias addDistributionListMember checkRightGrp deleteDistributionList listDistributionList "
                    + "removeDistributionListAlias removeDistributionListMember renameDistributionList"
            ),
            .. Do("domain", "countAccount createAccount createAlias createCalendarResource createDistributionList deleteDomain listDomain"),
            .. Do("cos", "assignCos deleteCos listCos renameCos"),
            .. Do("server", "flushCache listServer manageSessions"),
            .. Do("global", "createCos createServer createTopDomain"),
            .. Attributes("account", "getAccount", "modifyAccount"),
            .. Attributes("calresource", "getCalendarResource", "modifyCalendarResource"),
            .. Attributes("dl", "getDistributionList", "modifyDistributionList"),
            .. Attributes("domain", "getDomain", "modifyDomain"),
            .. Attributes("cos", "getCos", "modifyCos"),
            .. Attributes("server", "getServer", "modifyServer"),
            .. Attributes("config", "getGlobalConfig", "modifyGlobalConfig"),
            .. AccountRight.Names.Select(name => new AdminRight(
                name,
                name.EndsWith("DistList", StringComparison.Ordinal) ? "dl" : "account",
                AdminRightKind.User
            )),
        ];

    private static IEnumerable<AdminRight> Do(string type, string names) =>
        names.Split(' ').Select(name => new AdminRight(name, type, AdminRightKind.Do));

    private static IEnumerable<AdminRight> Attributes(string type, string get, string set) =>
        [new AdminRight(get, type, AdminRightKind.Get), new AdminRight(set, type, AdminRightKind.Set)];
}
