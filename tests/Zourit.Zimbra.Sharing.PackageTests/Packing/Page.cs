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
}
