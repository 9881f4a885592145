namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A distribution list.</summary>
/// <param name="Name">Its address.</param>
public sealed record SeededGroup(string Name)
{
    /// <summary>Its members' addresses; they need not exist.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Its attributes.</summary>
    public Dictionary<string, AttributeValues> Attributes { get; init; } = [];
}
