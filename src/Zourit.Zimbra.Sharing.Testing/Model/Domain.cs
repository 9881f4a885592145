namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// A mail domain: the unit that has guests. Its aliases are other names for it; accounts live under the primary name only.
/// </summary>
public sealed class Domain(string name, string id)
{
    /// <summary>The primary name, lower case.</summary>
    public string Name { get; } = name;

    /// <summary>The id, a UUID.</summary>
    public string Id { get; } = id;

    /// <summary>Other names of the domain.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>
    /// Attributes, e.g. <c>zimbraPublicServiceHostname</c>, <c>zimbraPreAuthKey</c>, <c>zimbraInternalSharingCrossDomainEnabled</c>.
    /// </summary>
    public AttributeBag Attributes { get; } = new();
}
