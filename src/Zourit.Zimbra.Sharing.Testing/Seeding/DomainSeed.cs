using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>Sets a mail domain up before the test starts.</summary>
public sealed class DomainSeed
{
    private readonly ZimbraDirectory _directory;

    internal DomainSeed(ZimbraDirectory directory, Domain domain)
    {
        _directory = directory;
        Domain = domain;
    }

    /// <summary>The domain itself.</summary>
    public Domain Domain { get; }

    /// <summary>Its attributes, for what the methods here do not cover.</summary>
    public AttributeBag Attributes => Domain.Attributes;

    /// <summary>Its other names.</summary>
    public IList<string> Aliases => Domain.Aliases;

    /// <summary>Names without a domain belong here (<c>zimbraDefaultDomainName</c>).</summary>
    public DomainSeed Default()
    {
        _directory.Config["zimbraDefaultDomainName"] = Domain.Name;
        return this;
    }

    /// <summary>Another name of the domain: addresses in it are addresses here, though no account lives under it.</summary>
    /// <param name="name">The name, e.g. <c>monasso.fr</c>.</param>
    public DomainSeed Alias(string name)
    {
        Argument.NotEmpty(name);
        Domain.Aliases.Add(name.ToLowerInvariant());
        return this;
    }

    /// <summary>
    /// The address that the server gives out in links and REST roots: <c>zimbraPublicServiceHostname</c>, <c>…Protocol</c>, <c>…Port</c>.
    /// </summary>
    /// <param name="host">The host, e.g. <c>mail1.example.net</c>.</param>
    /// <param name="protocol"><c>http</c> or <c>https</c>; the server takes <c>http</c> when null.</param>
    /// <param name="port">The port; the protocol's own when null.</param>
    public DomainSeed PublicService(string host, string? protocol, int? port)
    {
        Attributes["zimbraPublicServiceHostname"] = host;
        Attributes["zimbraPublicServiceProtocol"] = protocol;
        Attributes["zimbraPublicServicePort"] = port?.ToString(CultureInfo.InvariantCulture);
        return this;
    }

    /// <summary>The host names under which the domain is meant when a login has no domain (<c>zimbraVirtualHostname</c>).</summary>
    public DomainSeed VirtualHost(params string[] names)
    {
        Attributes.Set("zimbraVirtualHostname", names);
        return this;
    }

    /// <summary>The key of preauth logins: 64 hexadecimal digits (<c>zimbraPreAuthKey</c>).</summary>
    public DomainSeed PreauthKey(string key) => Attribute("zimbraPreAuthKey", key);

    /// <summary>The class of service of accounts (<c>zimbraDomainDefaultCOSId</c>), by name; <c>default</c> unless set.</summary>
    /// <exception cref="ArgumentException">No class of that name was made; make it before its domain.</exception>
    public DomainSeed DefaultCos(string name) => Attribute("zimbraDomainDefaultCOSId", CosSeed.Find(_directory, name).Id);

    /// <summary>
    /// The class of service of guests (<c>zimbraDomainDefaultExternalUserCOSId</c>), by name; <c>defaultExternal</c> unless set.
    /// </summary>
    /// <exception cref="ArgumentException">No class of that name was made; make it before its domain.</exception>
    public DomainSeed DefaultGuestCos(string name) => Attribute("zimbraDomainDefaultExternalUserCOSId", CosSeed.Find(_directory, name).Id);

    /// <summary>
    /// Any attribute: sharing policy (<c>zimbraExternalSharingEnabled</c>), <c>zimbraExternalShareInvitationUrlExpiration</c>,
    /// <c>zimbraDomainStatus</c> …
    /// </summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="values">Its values; none removes it. Booleans are <c>TRUE</c> and <c>FALSE</c>.</param>
    public DomainSeed Attribute(string name, params string[] values)
    {
        Attributes.Set(name, values);
        return this;
    }
}
