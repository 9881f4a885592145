using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.SeedFiles;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>What the server holds before the test starts.</summary>
public sealed class FakeZimbraSeed
{
    private readonly List<Action<ServerState>> _later = [];

    internal FakeZimbraSeed(ZimbraDirectory directory) => Directory = directory;

    /// <summary>The directory, for what the methods here do not cover.</summary>
    public ZimbraDirectory Directory { get; }

    /// <summary>An attribute of the global configuration.</summary>
    public FakeZimbraSeed Config(string name, params string[] values)
    {
        Directory.Config.Set(name, values);
        return this;
    }

    /// <summary>
    /// The key that signs personal links: <c>version:milliseconds:hex digits</c> (<c>zimbraExternalAccountProvisioningKey</c>).
    /// </summary>
    public FakeZimbraSeed ProvisioningKey(string key) => Config("zimbraExternalAccountProvisioningKey", key);

    /// <summary>
    /// A class of service; a new one starts with the values that the server gives it. Make it before the domains and accounts that name it.
    /// </summary>
    /// <param name="name">Its name; <c>default</c> and <c>defaultExternal</c> are there already.</param>
    /// <param name="options">Its attributes.</param>
    public FakeZimbraSeed Cos(string name, Action<CosSeed>? options = null)
    {
        Argument.NotEmpty(name);
        ClassOfService? cos = Directory.ClassesOfService.FirstOrDefault(known => known.Name == name);
        if (cos is null)
        {
            Directory.ClassesOfService.Add(cos = new ClassOfService(name, ZimbraDirectory.NewId()));
            NewInstallation.ApplyToNewCos(cos.Attributes);
            cos.Attributes["cn"] = cos.Name;
            cos.Attributes["zimbraId"] = cos.Id;
        }

        options?.Invoke(new CosSeed(cos));
        return this;
    }

    /// <summary>A mail domain.</summary>
    public FakeZimbraSeed Domain(string name, Action<DomainSeed>? options = null)
    {
        Argument.NotEmpty(name);
        Domain? domain = Directory.FindDomain(name);
        if (domain is null)
        {
            domain = Directory.Add(new Domain(name.ToLowerInvariant(), ZimbraDirectory.NewId()));
        }

        options?.Invoke(new DomainSeed(Directory, domain));
        return this;
    }

    /// <summary>An account; its domain is made when it is not there.</summary>
    /// <param name="name">The address.</param>
    /// <param name="password">The password; null for an account that nobody can log in to.</param>
    /// <param name="options">Display name, calendars, attributes.</param>
    /// <exception cref="ArgumentException">An account or a group has the address already.</exception>
    public FakeZimbraSeed Account(string name, string? password, Action<AccountSeed>? options = null)
    {
        string address = SeededAddress.Free(Directory, name, nameof(name));
        Domain(AddressDomain.Of(address));
        Account account = Directory.Add(new Account(address, ZimbraDirectory.NewId()) { Password = password });
        options?.Invoke(new AccountSeed(Directory, account, _later));
        return this;
    }

    /// <summary>
    /// A delegated administrator: an account with <c>zimbraIsDelegatedAdminAccount</c> that may do what it was granted. Its domain is made
    /// when it is not there.
    /// </summary>
    /// <param name="name">The address.</param>
    /// <param name="password">The password.</param>
    /// <param name="options">Its rights; without any it may only log in.</param>
    /// <example><code>
    /// seed.Administrator("pipe@monasso.org", "pa55word", admin => admin
    ///     .Grant("adminLoginAs", "listAccount", "get.account.zimbraSharedItem")
    ///     .GrantOn("config", null, "get.config.zimbraExternalAccountProvisioningKey"));
    /// </code></example>
    public FakeZimbraSeed Administrator(string name, string password, Action<AdministratorSeed>? options = null) =>
        Account(name, password, account =>
        {
            account.Attribute("zimbraIsDelegatedAdminAccount", "TRUE");
            Account administrator = account.Account;
            options?.Invoke(
                new AdministratorSeed(right =>
                    _later.Add(server => new RightSeeding(server.Directory).Grant("usr", administrator.Id, administrator.Name, right))
                )
            );
        });

    /// <summary>
    /// A group of administrators (<c>zimbraIsAdminGroup</c>): its rights are those of its members who are delegated administrators.
    /// </summary>
    /// <param name="address">The group's address.</param>
    /// <param name="configure">Its rights.</param>
    /// <param name="members">The members' addresses.</param>
    public FakeZimbraSeed AdministratorGroup(string address, Action<AdministratorSeed> configure, params string[] members)
    {
        Argument.NotNull(configure);
        Group(address, members);
        DistributionList group = Directory.FindGroup(address)!;
        group.Attributes["zimbraIsAdminGroup"] = "TRUE";
        configure(
            new AdministratorSeed(right =>
                _later.Add(server => new RightSeeding(server.Directory).Grant("grp", group.Id, group.Name, right))
            )
        );
        return this;
    }

    /// <summary>
    /// The name of the mail server (<c>zimbraServiceHostname</c>), <c>localhost</c> when not set. Set it before the accounts, whose
    /// <c>zimbraMailHost</c> it is.
    /// </summary>
    public FakeZimbraSeed ServerName(string name)
    {
        Argument.NotEmpty(name);
        Directory.ServerName = name;
        return this;
    }

    /// <summary>A guest's account, as the sign-up makes it: an external virtual account named after the guest's address.</summary>
    /// <param name="mail">The guest's own mail address.</param>
    /// <param name="ownerDomain">The domain whose owners share with the guest.</param>
    /// <param name="password">The password that the guest chose; null for none.</param>
    /// <param name="options">Display name, mountpoints, attributes.</param>
    public FakeZimbraSeed Guest(string mail, string ownerDomain, string? password, Action<AccountSeed>? options = null)
    {
        Argument.NotEmpty(mail);
        return Account(GuestAccounts.IdentifierOf(mail, ownerDomain), password, account =>
        {
            account
                .Attribute("zimbraIsExternalVirtualAccount", "TRUE")
                .Attribute("zimbraExternalUserMailAddress", mail)
                .Attribute("zimbraHideInGal", "TRUE")
                .Attribute("zimbraMailStatus", "disabled");
            if (password is not null)
            {
                account.Attribute("zimbraVirtualAccountInitialPasswordSet", "TRUE");
            }

            options?.Invoke(account);
        });
    }

    /// <summary>A distribution list.</summary>
    /// <exception cref="ArgumentException">An account or a group has the address already.</exception>
    public FakeZimbraSeed Group(string address, params string[] members)
    {
        string name = SeededAddress.Free(Directory, address, nameof(address));
        Domain(AddressDomain.Of(name));
        var group = new DistributionList(name, ZimbraDirectory.NewId());
        group.Members.AddRange(members.Select(member => member.ToLowerInvariant()));
        Directory.Add(group);
        return this;
    }

    /// <summary>Does what could not be done before all names were known, and publishes the shares.</summary>
    internal void Finish(ServerState server)
    {
        foreach (Action<ServerState> action in _later)
        {
            action(server);
        }

        TimeSpan lag = server.Published.Lag;
        server.Published.Lag = TimeSpan.Zero;
        foreach (Account account in Directory.Accounts)
        {
            server.Published.Changed(account);
        }

        server.Published.Lag = lag;
    }
}
