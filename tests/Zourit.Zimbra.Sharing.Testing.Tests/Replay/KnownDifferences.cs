using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// The pairs that are known to differ, each with the places where they may and the reason: known-differences.txt beside this file.
/// </summary>
internal sealed class KnownDifferences
{
    private readonly Dictionary<string, Regex> _places;

    private KnownDifferences(Dictionary<string, Regex> places) => _places = places;

    public IReadOnlyCollection<string> Names => _places.Keys;

    public static KnownDifferences Load() =>
        new(
            File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Replay", "known-differences.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(" | ", 3, StringSplitOptions.TrimEntries))
                .ToDictionary(parts => parts[0], parts => Places(parts))
        );

    /// <summary>What is left of an outcome when the differences that stand are taken away.</summary>
    public Outcome WithoutKnown(Outcome outcome) =>
        _places.TryGetValue(outcome.Name, out var places)
            ? outcome with
            {
                Differences = [.. outcome.Differences.Where(difference => !places.IsMatch(difference.Place))],
            }
            : outcome;

    private static Regex Places(string[] parts) =>
        parts is [_, var places, { Length: > 20 }]
            ? new Regex(places, RegexOptions.None, TimeSpan.FromSeconds(2))
            : throw new FormatException($"known-differences.txt: \"{parts[0]}\" needs its places and a reason.");
}
