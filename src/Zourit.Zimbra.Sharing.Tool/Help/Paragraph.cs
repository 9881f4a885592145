using System.Text;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>Breaks text between words so that 80 columns hold it.</summary>
internal static class Paragraph
{
    private const int Columns = 80;

    /// <param name="text">What is broken; its first line may be indented already.</param>
    /// <param name="indent">How far the lines after the first are indented.</param>
    /// <param name="end">What comes at the end of a line that goes on, e.g. the shell's backslash.</param>
    public static string Of(string text, int indent, string end = "")
    {
        string[] words = text.TrimStart(' ').Split(' ');
        int column = text.Length - text.TrimStart(' ').Length + words[0].Length;
        var lines = new StringBuilder().Append(text, 0, column);
        foreach (string word in words[1..])
        {
            if (column + 1 + word.Length + end.Length > Columns)
            {
                lines.Append(end).Append('\n').Append(' ', indent);
                column = indent;
            }
            else
            {
                lines.Append(' ');
                column++;
            }

            lines.Append(word);
            column += word.Length;
        }

        return lines.ToString();
    }
}
