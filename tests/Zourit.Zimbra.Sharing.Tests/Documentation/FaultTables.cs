using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>The tables of docs/faults.md.</summary>
internal static partial class FaultTables
{
    public const string Name = "docs/faults.md";

    public static string Text { get; } = File.ReadAllText(Repository.PathTo(Name));

    public static IReadOnlyList<string> Anchors { get; } = [.. Anchor().Matches(Text).Select(match => match.Groups["id"].Value)];

    /// <summary>The rows that have an anchor; the anchor is in front of the first cell.</summary>
    public static IReadOnlyList<(string Anchor, string[] Cells)> Rows { get; } =
    [
        .. Text.Split('\n')
            .Where(line => line.StartsWith("| <a id=", StringComparison.Ordinal))
            .Select(line => (Anchor().Match(line).Groups["id"].Value, Cells(line))),
    ];

    public static IReadOnlyDictionary<string, string[]> Faults { get; } =
        Rows.Where(row => Code().IsMatch(row.Anchor)).ToDictionary(row => row.Anchor, row => row.Cells, StringComparer.Ordinal);

    /// <summary>Cells under a heading of a table without anchors: how the words of the column "repeat?" are to be read.</summary>
    public static IReadOnlyDictionary<string, string[]> Readings { get; } =
        Text.Split('\n')
            .SkipWhile(line => !line.StartsWith("| repeat? |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(Cells)
            .ToDictionary(cells => cells[0], StringComparer.Ordinal);

    [GeneratedRegex("^(?:service|account|mail|ldap)\\.[A-Z][A-Z_]+$")]
    public static partial Regex Code();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\"></a>")]
    private static partial Regex Anchor();

    private static string[] Cells(string line) =>
        [.. line.Trim('|', '\r').Split(" | ").Select(cell => Anchor().Replace(cell, "").Trim().Trim('`'))];
}
