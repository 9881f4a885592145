namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>The pairs that are known to differ, with the reason: known-differences.txt beside this file.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyDictionary<string, string> Load() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Replay", "known-differences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[0], parts => parts[1]);
}
