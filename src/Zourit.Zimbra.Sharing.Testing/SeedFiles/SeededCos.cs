namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A class of service.</summary>
/// <param name="Name">Its name.</param>
public sealed record SeededCos(string Name)
{
    /// <summary>
    /// Attributes its accounts inherit unless they have their own. A new class starts with the values that the server gives it.
    /// </summary>
    public Dictionary<string, AttributeValues> Attributes { get; init; } = [];
}
