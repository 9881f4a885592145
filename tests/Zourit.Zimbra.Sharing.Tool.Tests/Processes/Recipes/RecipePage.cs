using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tool.Tests.Documents;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.Recipes;

/// <summary>The recipes as they are written: files to have, and lines for a shell.</summary>
internal static partial class RecipePage
{
    private static readonly string Text = File.ReadAllText(ToolFolder.PathTo("recipes.md"));

    /// <summary>The titles.</summary>
    public static IReadOnlyList<string> Titles { get; } =
    [.. Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])];

    /// <summary>The files that all recipes want, by name.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        Block().Matches(Text).Where(block => block.Groups["name"].Length > 0).ToDictionary(block => block.Groups["name"].Value, Lines);

    /// <summary>The shell's blocks of a recipe.</summary>
    public static string[] BlocksOf(string title)
    {
        string recipe = Text.Split($"## {title}\n", 2)[1].Split("\n## ", 2)[0];
        return [.. Block().Matches(recipe).Where(block => block.Groups["language"].Value == "sh").Select(Lines)];
    }

    private static string Lines(Match block) => block.Groups["lines"].Value;

    [GeneratedRegex(@"^```(?<language>\w+)(?: (?<name>\S+))?\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
