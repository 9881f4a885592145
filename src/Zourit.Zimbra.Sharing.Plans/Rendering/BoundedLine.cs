using System.Text;

namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>Reads lines that are not longer than is allowed.</summary>
internal static class BoundedLine
{
    /// <summary>The next line without its end; null at the end of the file.</summary>
    /// <exception cref="FormatException">The line is longer.</exception>
    public static async ValueTask<string?> ReadAsync(TextReader text, int longest, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        char[] next = new char[1];
        while (await text.ReadAsync(next, cancellationToken).ConfigureAwait(false) > 0)
        {
            if (next[0] == '\n')
            {
                return line.ToString();
            }

            if (line.Length == longest)
            {
                throw new FormatException("The line is too long.");
            }

            line.Append(next[0]);
        }

        return line.Length > 0 ? line.ToString() : null;
    }
}
