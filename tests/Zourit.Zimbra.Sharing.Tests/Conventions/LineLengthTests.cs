using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>
/// CSharpier wraps code, but neither strings nor comments. What is inside a raw string literal does not count: its line breaks would be
/// part of the text.
/// </summary>
public sealed partial class LineLengthTests
{
    private const int Longest = 140;

    [Fact]
    public void Text_in_a_raw_string_literal_does_not_count_and_all_other_text_does()
    {
        string longText = new('x', Longest);

        Assert.Equal([2], TooLong(["short", $"// {longText}", "short"]));
        Assert.Equal([1], TooLong([$"\"{longText}\""]));
        Assert.Empty(TooLong([$"$\"\"\"{longText}\"\"\""]));
        Assert.Equal([5], TooLong(["\"\"\"", longText, $"\"{longText}\"", "\"\"\"", $"\"{longText}\""]));
    }

    [Fact]
    public void No_line_is_longer_than_140_characters() =>
        Assert.Empty(
            new[] { "src", "tests", "samples" }
                .SelectMany(folder => Directory.EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories))
                .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
                .SelectMany(path => TooLong(File.ReadLines(Repository.PathTo(path))).Select(line => $"{path}:{line}"))
        );

    private static IEnumerable<int> TooLong(IEnumerable<string> lines)
    {
        bool isInside = false;
        foreach ((int index, string line) in lines.Index())
        {
            bool wasInside = isInside;
            isInside ^= Fence().Count(line) % 2 == 1;
            if (!wasInside && RawText().Replace(line, "\"\"\"\"\"\"").Length > Longest)
            {
                yield return index + 1;
            }
        }
    }

    [GeneratedRegex("\"{3,}")]
    private static partial Regex Fence();

    [GeneratedRegex("\"{3,}.*?\"{3,}")]
    private static partial Regex RawText();
}
