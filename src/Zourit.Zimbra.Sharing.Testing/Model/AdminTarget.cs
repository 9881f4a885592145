namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>An entry of the directory on which rights are granted.</summary>
internal sealed record AdminTarget(string Type, string Name, string Id, AttributeBag Attributes)
{
    public static AdminTarget Of(Account account) =>
        new(account.IsResource ? "calresource" : "account", account.Name, account.Id, account.Attributes);

    public static AdminTarget Of(Domain domain) => new("domain", domain.Name, domain.Id, domain.Attributes);

    public static AdminTarget Of(ClassOfService cos) => new("cos", cos.Name, cos.Id, cos.Attributes);

    public static AdminTarget Of(DistributionList group) => new("dl", group.Name, group.Id, group.Attributes);

    public static AdminTarget Config(ZimbraDirectory directory) => new("config", "globalconfig", "", directory.Config);

    public static AdminTarget Global(ZimbraDirectory directory) => new("global", "globalacltarget", "", directory.GlobalGrants);

    public static AdminTarget Server(ZimbraDirectory directory) =>
        new("server", directory.ServerName, directory.Server["zimbraId"]!, directory.Server);

    /// <summary>The entry of a type, by its name or id; <c>config</c> and <c>global</c> have neither. Null if it does not exist.</summary>
    public static AdminTarget? Find(ZimbraDirectory directory, string type, string key, bool byId = false)
    {
        switch (type)
        {
            case "account" or "calresource":
                return (byId ? directory.FindAccountById(key) : directory.FindAccount(key)) is { } account ? Of(account) : null;
            case "dl" or "group":
                return (byId ? directory.Groups.FirstOrDefault(group => group.Id == key) : directory.FindGroup(key)) is { } list
                    ? Of(list)
                    : null;
            case "domain":
                return (byId ? directory.Domains.FirstOrDefault(domain => domain.Id == key) : directory.FindDomain(key)) is { } found
                    ? Of(found)
                    : null;
            case "cos":
                return directory.ClassesOfService.FirstOrDefault(cos => (byId ? cos.Id : cos.Name) == key) is { } known ? Of(known) : null;
            case "server":
                AdminTarget server = Server(directory);
                return (byId ? server.Id : server.Name) == key ? server : null;
            case "config":
                return Config(directory);
            case "global":
                return Global(directory);
            default:
                return null;
        }
    }

    /// <summary>All entries that can carry grants.</summary>
    public static IEnumerable<AdminTarget> All(ZimbraDirectory directory) =>
        [
            .. directory.Domains.Select(Of),
            .. directory.Accounts.Select(Of),
            .. directory.Groups.Select(Of),
            .. directory.ClassesOfService.Select(Of),
            Server(directory),
            Config(directory),
            Global(directory),
        ];

    /// <summary>
    /// The entries whose grants hold for this one, the nearest first: itself, its groups (whose grants are taken together), its domain, or
    /// the domains above it, and everything.
    /// </summary>
    public IEnumerable<IReadOnlyList<AdminTarget>> Levels(ZimbraDirectory directory)
    {
        yield return [this];
        if (Type is "account" or "calresource" && directory.FindAccountById(Id) is { } account)
        {
            yield return [.. directory.Groups.Where(group => ZimbraDirectory.IsMember(group, account)).Select(Of)];
        }

        if (Type is "account" or "calresource" or "dl" && directory.FindDomain(AddressDomain.Of(Name)) is { } domain)
        {
            yield return [Of(domain)];
        }

        if (Type == "domain")
        {
            foreach (Domain above in Above(directory))
            {
                yield return [Of(above)];
            }
        }

        if (Type != "global")
        {
            yield return [Global(directory)];
        }
    }

    private IEnumerable<Domain> Above(ZimbraDirectory directory) =>
        directory
            .Domains.Where(domain => Name.EndsWith($".{domain.Name}", StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(domain => domain.Name.Length);
}
