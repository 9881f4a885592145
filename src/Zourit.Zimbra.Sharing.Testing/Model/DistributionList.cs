namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A group of mail addresses, inside or outside the server.</summary>
public sealed class DistributionList(string name, string id)
{
    /// <summary>The address, lower case.</summary>
    public string Name { get; set; } = name;

    /// <summary>The id, a UUID.</summary>
    public string Id { get; } = id;

    /// <summary>Members' addresses, lower case.</summary>
    public List<string> Members { get; } = [];

    /// <summary>Other addresses, lower case.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>Attributes, e.g. <c>displayName</c>.</summary>
    public AttributeBag Attributes { get; } = new();
}
