using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>What the server holds before the test begins.</summary>
public sealed class FakeZimbraSeed
{
    internal FakeZimbraSeed(ZimbraDirectory directory) => Directory = directory;

    /// <summary>The directory, for what the methods here do not cover.</summary>
    public ZimbraDirectory Directory { get; }

    /// <summary>A mail domain.</summary>
    public FakeZimbraSeed Domain(string name, Action<Domain>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Domain? domain = Directory.FindDomain(name);
        if (domain is null)
        {
            domain = Directory.Add(new Domain(name.ToLowerInvariant(), ZimbraDirectory.NewId()));
        }

        configure?.Invoke(domain);
        return this;
    }

    /// <summary>An account; its domain is made when it is not there.</summary>
    /// <param name="name">The address.</param>
    /// <param name="password">The password.</param>
    /// <param name="configure">Display name, calendars, attributes.</param>
    public FakeZimbraSeed Account(string name, string password, Action<AccountSeed>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string address = name.ToLowerInvariant();
        Domain(address[(address.LastIndexOf('@') + 1)..]);
        Account account = Directory.Add(new Account(address, ZimbraDirectory.NewId()) { Password = password });
        configure?.Invoke(new AccountSeed(Directory, account));
        return this;
    }

    /// <summary>A distribution list.</summary>
    public FakeZimbraSeed Group(string address, params string[] members)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        Domain(address[(address.LastIndexOf('@') + 1)..]);
        var group = new DistributionList(address.ToLowerInvariant(), ZimbraDirectory.NewId());
        group.Members.AddRange(members.Select(member => member.ToLowerInvariant()));
        Directory.Add(group);
        return this;
    }
}
