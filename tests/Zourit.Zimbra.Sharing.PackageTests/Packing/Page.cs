namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>What a page of the documentation shows.</summary>
internal static class Page
{
    /// <summary>The first block of code of a language on a page.</summary>
    /// <param name="page">The page's path in the repository.</param>
    /// <param name="language">The language that the block names; empty for one that names none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<string> CodeAsync(string page, string language, CancellationToken cancellationToken) =>
        (await File.ReadAllTextAsync(Path.Combine(PackedPackages.Root, page), cancellationToken))
            .Split($"```{language}\n", 2)[1]
            .Split("```", 2)[0];

    /// <summary>What is below a heading of a page, up to the next one of its level.</summary>
    /// <param name="page">The page's path in the repository.</param>
    /// <param name="heading">The heading's line.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<string> SectionAsync(string page, string heading, CancellationToken cancellationToken) =>
        (await File.ReadAllTextAsync(Path.Combine(PackedPackages.Root, page), cancellationToken))
            .Split($"{heading}\n", 2)[1]
            .Split("\n## ", 2)[0];
}
