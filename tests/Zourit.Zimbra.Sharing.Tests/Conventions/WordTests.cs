using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>Words that once had a private meaning here, and that a native reader stumbles over.</summary>
public sealed partial class WordTests
{
    [Fact]
    public void No_word_has_a_private_meaning()
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
            found.Length == 0,
            $"Words to replace:\n{string.Join('\n', found.GroupBy(each => each).Select(each => $"{each.Key} ({each.Count()})"))}"
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
