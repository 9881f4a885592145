using System.Security.Cryptography;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Everything the server knows: domains, classes of service, accounts, groups, global configuration.</summary>
public sealed class ZimbraDirectory
{
    private int _mailboxes;

    internal ZimbraDirectory(TimeProvider time)
    {
        Time = time;
        Tokens = new TokenStore(this);
        SearchRights = new AdminRightsCache(this);
        Server["zimbraId"] = NewId();
        ServerName = "localhost";
        GlobalDefaults.Apply(this);
    }

    /// <summary>The domains.</summary>
    public IList<Domain> Domains { get; } = [];

    /// <summary>The classes of service; <c>default</c> and <c>defaultExternal</c> always exist.</summary>
    public IList<ClassOfService> ClassesOfService { get; } = [];

    /// <summary>The accounts.</summary>
    public IList<Account> Accounts { get; } = [];

    /// <summary>The distribution lists.</summary>
    public IList<DistributionList> Groups { get; } = [];

    /// <summary>The global configuration.</summary>
    public AttributeBag Config { get; } = new();

    /// <summary>
    /// The name of the mail server (<c>zimbraServiceHostname</c>): the <c>zimbraMailHost</c> of accounts, and the target of rights like
    /// <c>flushCache</c>.
    /// </summary>
    public string ServerName
    {
        get => Server["zimbraServiceHostname"]!;
        set => Server["cn"] = Server["zimbraServiceHostname"] = value;
    }

    /// <summary>The attributes of the mail server.</summary>
    internal AttributeBag Server { get; } = new();

    /// <summary>Rights on everything (target type <c>global</c>).</summary>
    internal AttributeBag GlobalGrants { get; } = new();

    /// <summary>The rights of administrators as searches know them.</summary>
    internal AdminRightsCache SearchRights { get; }

    internal TimeProvider Time { get; }

    /// <summary>Where the user service listens; known once it does.</summary>
    internal Uri UserUri { get; set; } = new("http://127.0.0.1/");

    /// <summary>Where the admin service listens; known once it does.</summary>
    internal Uri AdminUri { get; set; } = new("http://127.0.0.1/");

    internal DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Now, as the directory writes times.</summary>
    internal string Timestamp => Now.UtcDateTime.ToString("yyyyMMddHHmmss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    internal TokenStore Tokens { get; }

    /// <summary>The account of that name, alias, or alias of an alias domain; null when it does not exist.</summary>
    public Account? FindAccount(string name)
    {
        string bare = PrimarySpelling(name);
        return Accounts.FirstOrDefault(account => account.Name == bare || account.Aliases.Contains(bare));
    }

    /// <summary>The account with an id, or null.</summary>
    public Account? FindAccountById(string id) => Accounts.FirstOrDefault(account => account.Id == id);

    /// <summary>The group of that address, or null.</summary>
    public DistributionList? FindGroup(string name)
    {
        string bare = PrimarySpelling(name);
        return Groups.FirstOrDefault(group => group.Name == bare || group.Aliases.Contains(bare));
    }

    /// <summary>Whether an account or a group has the address already, as its name or as an alias.</summary>
    internal bool HasAddress(string name) => FindAccount(name) is not null || FindGroup(name) is not null;

    /// <summary>The domain of that name or alias name, or null.</summary>
    public Domain? FindDomain(string name) =>
        Domains.FirstOrDefault(domain =>
            string.Equals(domain.Name, name, StringComparison.OrdinalIgnoreCase)
            || domain.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>An attribute of an account with inheritance: account, class of service, domain, global configuration.</summary>
    public string? Attribute(Account account, string name) => AttributeValues(account, name) is [var first, ..] ? first : null;

    /// <summary>All values of an attribute with inheritance.</summary>
    public IReadOnlyList<string> AttributeValues(Account account, string name)
    {
        Argument.NotNull(account);
        AttributeBag?[] levels = [account.Attributes, CosOf(account)?.Attributes, FindDomain(account.DomainName)?.Attributes, Config];
        return levels.Select(level => level?.Values(name) ?? []).FirstOrDefault(values => values.Count > 0) ?? [];
    }

    /// <summary>The names of all attributes that an account has or inherits from its class of service.</summary>
    internal IEnumerable<string> AllNames(Account account) =>
        account.Attributes.Names.Union(
            CosOf(account)?.Attributes.Names.Where(name => name is not ("cn" or "zimbraACE")) ?? [],
            StringComparer.OrdinalIgnoreCase
        );

    internal ClassOfService? CosOf(Account account)
    {
        string? id = account.Attributes["zimbraCOSId"]
            ?? (
                account.IsVirtual
                    ? FindDomain(account.DomainName)?.Attributes["zimbraDomainDefaultExternalUserCOSId"]
                    : FindDomain(account.DomainName)?.Attributes["zimbraDomainDefaultCOSId"]
            );
        return ClassesOfService.FirstOrDefault(cos => cos.Id == id)
            ?? ClassesOfService.FirstOrDefault(cos => cos.Name == (account.IsVirtual ? "defaultExternal" : "default"));
    }

    /// <summary>
    /// The status in force: a domain that is not active drags its accounts along, administrators excepted (docs/protocol.md §2.1).
    /// </summary>
    internal string StatusOf(Account account)
    {
        string domain = FindDomain(account.DomainName)?.Attributes["zimbraDomainStatus"] ?? "active";
        return account.IsAdmin || domain == "active" || account.Status is "closed" or "maintenance" ? account.Status
            : domain is "locked" or "closed" ? domain
            : "maintenance";
    }

    /// <summary>A name without domain completed with the default one.</summary>
    internal string Complete(string name) =>
        name.Contains('@', StringComparison.Ordinal) || Config["zimbraDefaultDomainName"] is not { } domain ? name : $"{name}@{domain}";

    /// <summary>The name behind the id of an internal grantee, a domain or a class of service; null when it is gone.</summary>
    internal string? NameOf(string granteeType, string id) =>
        granteeType switch
        {
            "usr" => FindAccountById(id)?.Name,
            "grp" => Groups.FirstOrDefault(group => group.Id == id)?.Name,
            "dom" => Domains.FirstOrDefault(domain => domain.Id == id)?.Name,
            "cos" => ClassesOfService.FirstOrDefault(cos => cos.Id == id)?.Name,
            _ => null,
        };

    internal static bool IsMember(DistributionList group, Account account)
    {
        IEnumerable<string> addresses = account.Aliases.Append(account.Name);
        return (account.IsVirtual && account.GuestMail is { } mail ? addresses.Append(mail) : addresses).Any(address =>
            group.Members.Contains(address, StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>The zone of an account (<c>zimbraPrefTimeZoneId</c>): its whole days and its times without a zone lie there.</summary>
    internal string ZoneOf(Account account) =>
        Attribute(account, "zimbraPrefTimeZoneId") is { Length: > 0 } zone ? zone : Calendar.ServerZones.Default;

    internal Mailbox MailboxOf(Account account) => account.Mailbox ??= new Mailbox(++_mailboxes, Time);

    internal Account Add(Account account)
    {
        Accounts.Add(account);
        account.Attributes["zimbraId"] = account.Id;
        account.Attributes["uid"] = account.LocalPart;
        account.Attributes["mail"] ??= account.Name;
        account.Attributes["zimbraMailDeliveryAddress"] = account.Name;
        account.Attributes["cn"] ??= account.Attributes["displayName"] ?? account.LocalPart;
        account.Attributes["sn"] ??= account.LocalPart;
        account.Attributes["zimbraAccountStatus"] ??= "active";
        account.Attributes["zimbraMailStatus"] ??= "enabled";
        account.Attributes["zimbraMailHost"] ??= ServerName;
        account.Attributes["zimbraMailTransport"] ??= $"lmtp:{ServerName}:7025";
        account.Attributes["zimbraCreateTimestamp"] ??= Timestamp;
        account.Attributes["zimbraPasswordModifiedTime"] ??= Timestamp;
        account.Attributes.Set(
            "objectClass",
            ["inetOrgPerson", "organizationalPerson", "person", "top", "zimbraAccount", "zimbraMailRecipient", "amavisAccount"]
        );
        return account;
    }

    internal Domain Add(Domain domain)
    {
        Domains.Add(domain);
        domain.Attributes["zimbraId"] = domain.Id;
        domain.Attributes["zimbraDomainName"] = domain.Name;
        domain.Attributes["zimbraDomainType"] ??= "local";
        domain.Attributes["zimbraDomainStatus"] ??= "active";
        domain.Attributes["zimbraMailStatus"] ??= "enabled";
        domain.Attributes["zimbraCreateTimestamp"] ??= Timestamp;
        domain.Attributes["dc"] = domain.Name.Split('.')[0];
        domain.Attributes["o"] ??= $"{domain.Name} domain";
        domain.Attributes.Set("objectClass", ["dcObject", "organization", "zimbraDomain", "zimbraMailRecipient", "amavisAccount", "top"]);
        return domain;
    }

    internal DistributionList Add(DistributionList group)
    {
        Groups.Add(group);
        group.Attributes["zimbraId"] = group.Id;
        group.Attributes["uid"] = group.Name.Split('@')[0];
        group.Attributes["mail"] = group.Name;
        group.Attributes["zimbraMailAlias"] = group.Name;
        group.Attributes["zimbraMailHost"] ??= ServerName;
        group.Attributes["zimbraMailStatus"] ??= "enabled";
        group.Attributes["zimbraCreateTimestamp"] ??= Timestamp;
        group.Attributes.Set("objectClass", ["zimbraDistributionList", "zimbraMailRecipient", "top"]);
        return group;
    }

    internal static string NewId() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    private string PrimarySpelling(string name)
    {
        // The server's lookup understands "Name" <addr> (docs/protocol.md §4.3).
        string bare = name.Trim();
        if (bare.EndsWith('>') && bare.LastIndexOf('<') is >= 0 and var start)
        {
            bare = bare[(start + 1)..^1];
        }

        bare = bare.Trim().ToLowerInvariant();
        int at = bare.LastIndexOf('@');
        return at >= 0 && FindDomain(bare[(at + 1)..]) is { } domain ? bare[..(at + 1)] + domain.Name : bare;
    }
}
