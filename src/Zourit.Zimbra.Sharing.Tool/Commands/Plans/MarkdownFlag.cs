using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>--markdown, for comments of merge requests.</summary>
internal static class MarkdownFlag
{
    private const int ShortestFence = 3;

    public static Flag New() =>
        new("--markdown", Sentence.Of($"Markdown, for a merge request's comment", $"Markdown, pour un commentaire de demande de fusion"));

    /// <summary>Writes lines, fenced so that nothing in them ends the fence.</summary>
    public static void Write(Invocation run, bool isMarkdown, string summary, IReadOnlyList<string> lines)
    {
        string fence = new('`', lines.Select(Longest).Append(ShortestFence - 1).Max() + 1);
        IEnumerable<string> all =
            isMarkdown && lines.Count > 0 ? [summary, "", fence, .. lines, fence]
            : isMarkdown ? [summary]
            : lines;
        foreach (string line in all)
        {
            run.Results.Text(line);
        }
    }

    private static int Longest(string line)
    {
        int longest = 0;
        int length = 0;
        foreach (char letter in line)
        {
            length = letter == '`' ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        return longest;
    }
}
