using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>Writes plans for people. Text from files and servers is quoted so that it cannot steer a terminal or a page.</summary>
public static class PlanRenderer
{
    /// <summary>Writes a plan as lines of text, a block for each calendar that changes, and the numbers at the end.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Where it is written to.</param>
    /// <param name="language">The language, e.g. <c>fr</c>; English where it is not known.</param>
    public static void WriteText(SharingPlan plan, TextWriter output, string language)
    {
        Argument.NotNull(plan);
        Argument.NotNull(output);
        foreach (string line in new PlanLines(plan, language).All())
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Writes a plan as Markdown, for the comment of a merge request: the numbers, and the lines of text in a fenced
    /// block.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Where it is written to.</param>
    /// <param name="language">The language, e.g. <c>fr</c>; English where it is not known.</param>
    public static void WriteMarkdown(SharingPlan plan, TextWriter output, string language)
    {
        Argument.NotNull(plan);
        Argument.NotNull(output);
        var lines = new PlanLines(plan, language);
        output.WriteLine($"**{lines.Summary}**");
        string[] details = [.. lines.Details()];
        if (details.Length > 0)
        {
            // Longer than any run of the same sign inside, so that nothing inside ends it.
            string fence = new('`', Math.Max(3, 1 + details.Max(LongestRun)));
            output.WriteLine();
            output.WriteLine(fence);
            foreach (string line in details)
            {
                output.WriteLine(line);
            }

            output.WriteLine(fence);
        }
    }

    private static int LongestRun(string line)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
