using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>Words that mean something else here than elsewhere, or that a newcomer stumbles over, are left behind (design.md §7).</summary>
public sealed partial class WordTests
{
    /// <summary>How many are left in rooms that were not gone through yet. The number only goes down; at none it goes too.</summary>
    private const int Debt = 168;

    [Fact]
    public void No_word_is_used_in_a_private_sense()
    {
        string root = Repository.PathTo(".");
        string[] found =
        [
            .. new[] { "src", "docs" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
                .Concat(["README.md", "CHANGELOG.md", "SECURITY.md"])
                .Select(file => Path.GetRelativePath(root, Path.GetFullPath(file, root)))
                .Where(file => IsText(file) && !IsBuilt(file) && file != Path.Combine("docs", "protocol.md"))
                .SelectMany(file => Words().Matches(File.ReadAllText(Path.Combine(root, file))).Select(match => $"{file}: {match.Value}")),
        ];

        Assert.True(
            found.Length <= Debt,
            $"{found.Length} words, where {Debt} are "
                + $"left:\n{string.Join('\n', found.GroupBy(each => each).Select(each => $"{each.Key} ({each.Count()})"))}"
        );
    }

    private static bool IsText(string file) => Path.GetExtension(file) is ".cs" or ".md" or ".txt" or ".targets" or ".props" or ".csproj";

    private static bool IsBuilt(string file) =>
        file.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("bin") || parts.Contains("obj"));

    // iCalendar's own are in capitals.
    [GeneratedRegex(
        @"\b(?:told|stands|is none|made small|has ended|mended|takes back|turned away|is left alone"
            + @"|begin|begins|beginning|began|begun|he|his|him)\b"
    )]
    private static partial Regex Words();
}
