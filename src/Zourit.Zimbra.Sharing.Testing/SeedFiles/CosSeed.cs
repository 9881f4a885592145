namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A class of service.</summary>
/// <param name="Name">Its name.</param>
public sealed record CosSeed(string Name)
{
    /// <summary>Attributes its accounts inherit unless they have their own.</summary>
    public Dictionary<string, AttributeValues> Attributes { get; init; } = [];
}
