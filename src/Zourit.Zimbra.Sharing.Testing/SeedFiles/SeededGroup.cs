namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A distribution list.</summary>
public sealed class SeededGroup
{
    /// <summary>Its address.</summary>
    public required string Name { get; init; }

    /// <summary>Its members' addresses; they need not exist.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Its attributes.</summary>
    public Dictionary<string, AttributeValues> Attributes { get; init; } = [];
}
