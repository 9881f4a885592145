using Zourit.Zimbra.Sharing.Fuzz.Engine;

namespace Zourit.Zimbra.Sharing.Fuzz.Corpora;

/// <summary>Inputs that once failed (<c>Found/TARGET</c>), and those of a folder of the caller's.</summary>
public static class FoundCorpus
{
    /// <summary>The inputs that once failed.</summary>
    public static IEnumerable<Seed> Of(FuzzTarget target) => In(Path.Combine(AppContext.BaseDirectory, "Found", target.Name));

    /// <summary>The files of a folder; none where there is no such folder.</summary>
    public static IEnumerable<Seed> In(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory
                .EnumerateFiles(folder)
                .Order(StringComparer.Ordinal)
                .Select(path => new Seed(Path.GetFileName(path), File.ReadAllBytes(path)));

    /// <summary>The whole corpus of a target.</summary>
    public static IReadOnlyList<Seed> All(FuzzTarget target, string? folder = null) =>
        [.. target.Corpus(), .. Of(target), .. folder is null ? [] : In(folder)];
}
