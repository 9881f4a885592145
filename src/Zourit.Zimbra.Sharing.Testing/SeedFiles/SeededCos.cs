namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A class of service.</summary>
public sealed class SeededCos
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Attributes its accounts inherit unless they have their own. A new class starts with the values that the server gives it.
    /// </summary>
    public Dictionary<string, AttributeValues> Attributes { get; init; } = [];
}
