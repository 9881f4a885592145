using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap;
using Zourit.Zimbra.Sharing.Testing.Soap.Admin;
using Zourit.Zimbra.Sharing.Testing.State;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>Puts what a seed file says into a server that does not serve yet.</summary>
internal sealed class SeedFileApplier(ServerState server)
{
    private readonly ZimbraDirectory _directory = server.Directory;

    /// <exception cref="FormatException">A name refers to something that the seed does not make, or an address is there twice.</exception>
    public void Apply(SeedFile file)
    {
        if (file.ProvisioningKey is not null)
            _directory.Config["zimbraExternalAccountProvisioningKey"] = file.ProvisioningKey;
        Set(_directory.Config, file.Config);
        foreach (var cos in file.Cos)
            AddCos(cos);
        foreach (var domain in file.Domains)
            AddDomain(domain);
        if (_directory.Config["zimbraDefaultDomainName"] is null && file.Domains is [var first, ..])
            _directory.Config["zimbraDefaultDomainName"] = (
                file.Domains.FirstOrDefault(domain => domain.Default) ?? first
            ).Name.ToLowerInvariant();
        foreach (var group in file.Groups)
            AddGroup(group);
        foreach (var account in file.Accounts)
            AddAccount(account);

        // Grants and mountpoints name accounts and folders that stand further down in the file.
        var folders = file
            .Accounts.SelectMany(account => account.Folders.Select(folder => (Owner: Account(account.Name), folder)))
            .ToList();
        var mailboxes = new MailboxSeeding(_directory);
        foreach (var (owner, folder) in folders)
            mailboxes.AddFolder(owner, folder);
        foreach (var (owner, folder) in folders)
            mailboxes.Share(owner, folder);
        foreach (var (account, mountpoint) in file.Accounts.SelectMany(account => account.Mountpoints.Select(each => (account, each))))
            mailboxes.Mount(Account(account.Name), mountpoint, Account(mountpoint.Owner));
        foreach (var account in file.Accounts)
        {
            foreach (var mail in account.Sent)
                server.Transport.Keep(Account(account.Name), 5, SeedMail.Compose(mail, Recipients(mail)[0], _directory.Now));
            foreach (var mail in account.Inbox)
                server.Transport.Keep(Account(account.Name), 2, SeedMail.Compose(mail, account.Name, _directory.Now));
        }
        foreach (var (account, right) in file.Accounts.SelectMany(account => (account.Rights ?? []).Select(each => (account, each))))
            new RightSeeding(_directory).Grant("usr", Account(account.Name).Id, account.Name, right);
        foreach (var (mail, recipient) in file.Outbox.SelectMany(mail => Recipients(mail).Select(each => (mail, each))))
            server.Outbox.Add(SeedMail.Compose(mail, recipient, _directory.Now));
        server.Published.Lag = TimeSpan.Zero;
        foreach (var account in _directory.Accounts)
            server.Published.Changed(account);
        server.Published.Lag = file.PublicationLag ?? TimeSpan.Zero;
    }

    private void AddCos(SeededCos seed)
    {
        var cos = _directory.ClassesOfService.FirstOrDefault(one => one.Name == seed.Name);
        if (cos is null)
        {
            _directory.ClassesOfService.Add(cos = new ClassOfService(seed.Name, ZimbraDirectory.NewId()));
            NewInstallation.ApplyToNewCos(cos.Attributes);
            cos.Attributes["cn"] = cos.Name;
            cos.Attributes["zimbraId"] = cos.Id;
        }
        Set(cos.Attributes, seed.Attributes);
    }

    private void AddDomain(SeededDomain seed)
    {
        var domain = Domain(seed.Name);
        domain.Aliases.AddRange(seed.Aliases.Select(alias => alias.ToLowerInvariant()));
        Set(domain.Attributes, seed.Attributes);
        foreach (var name in (string[])["zimbraDomainDefaultCOSId", "zimbraDomainDefaultExternalUserCOSId"])
            if (domain.Attributes[name] is { } cos)
                domain.Attributes[name] = CosId(cos);
    }

    private void AddGroup(SeededGroup seed)
    {
        var group = new DistributionList(Free(seed.Name), ZimbraDirectory.NewId());
        Domain(AddressDomain.Of(group.Name));
        group.Members.AddRange(seed.Members.Select(member => member.ToLowerInvariant()));
        Set(group.Attributes, seed.Attributes);
        _directory.Add(group);
    }

    private void AddAccount(SeededAccount seed)
    {
        var name = Free(seed.Name);
        Domain(AddressDomain.Of(name));
        var account = _directory.Add(new Account(name, ZimbraDirectory.NewId()) { Password = seed.Password });
        foreach (var alias in seed.Aliases)
            account.Aliases.Add(Free(alias));
        if (seed.Admin)
            account.Attributes["zimbraIsAdminAccount"] = "TRUE";
        if (seed.Rights is not null)
            account.Attributes["zimbraIsDelegatedAdminAccount"] = "TRUE";
        if (seed.Status is not null)
            Set(account.Attributes, new() { ["zimbraAccountStatus"] = new([seed.Status]) });
        if (seed.Cos is not null)
            account.Attributes["zimbraCOSId"] = CosId(seed.Cos);
        Set(account.Attributes, seed.Attributes);
        _directory.MailboxOf(account);
    }

    private Domain Domain(string name)
    {
        var domain = _directory.FindDomain(name);
        if (domain is null)
            domain = _directory.Add(new Domain(name.ToLowerInvariant(), ZimbraDirectory.NewId()));
        return domain;
    }

    private string Free(string address) =>
        !AddressDomain.IsAddress(address) ? throw new FormatException($"\"{address}\" is no address: write the name, an @ and the domain.")
        : _directory.HasAddress(address)
            ? throw new FormatException($"The seed has the address {address} twice. Give each account, alias and group its own.")
        : address.ToLowerInvariant();

    private Account Account(string name) => _directory.FindAccount(name) ?? throw new FormatException($"The seed has no account {name}.");

    private string CosId(string name) =>
        _directory.ClassesOfService.FirstOrDefault(cos => cos.Name == name || cos.Id == name)?.Id
        ?? throw new FormatException($"The seed has no class of service {name}.");

    private static IReadOnlyList<string> Recipients(SeededMail mail) =>
        mail.To is [] ? throw new FormatException($"The mail \"{mail.Subject}\" from {mail.From} has nobody in \"to\".") : mail.To;

    private static void Set(AttributeBag entry, Dictionary<string, AttributeValues> attributes)
    {
        foreach (var (name, values) in attributes)
        {
            foreach (var value in values)
                Check(name, value);
            entry.Set(name, values);
        }
    }

    private static void Check(string name, string value)
    {
        try
        {
            AttributeSyntax.Check(name, value);
        }
        catch (SoapFault fault)
        {
            throw new FormatException($"{fault.Message}, and not \"{value}\".", fault);
        }
    }
}
