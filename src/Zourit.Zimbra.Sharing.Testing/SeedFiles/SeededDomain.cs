namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A mail domain.</summary>
public sealed class SeededDomain
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether names without a domain belong here (<c>zimbraDefaultDomainName</c>); the first domain when none says so.</summary>
    public bool Default { get; init; }

    /// <summary>Other names of this domain: addresses in them are addresses here.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Its attributes: <c>zimbraPublicServiceHostname</c>, <c>zimbraPublicServiceProtocol</c>, <c>zimbraPublicServicePort</c>,
    /// <c>zimbraVirtualHostname</c>, <c>zimbraPreAuthKey</c>, <c>zimbraDomainDefaultExternalUserCOSId</c> (a name is taken too), policies
    /// and the like.
    /// </summary>
    public Dictionary<string, AttributeValues> Attributes { get; init; } = [];
}
