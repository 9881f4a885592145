using System.Text;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>iCalendar's escapes for values of type TEXT (RFC 5545 §3.3.11), which Zimbra writes in values of other types too.</summary>
internal static class IcsText
{
    private const int LongestShown = 40;

    /// <summary>Undoes the escapes. A backslash before anything else is kept: somebody wrote a path.</summary>
    public static string Unescape(string text)
    {
        int first = text.IndexOf('\\', StringComparison.Ordinal);
        if (first < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length).Append(text, 0, first);
        for (int at = first; at < text.Length; at++)
        {
            char escaped = text[at] == '\\' && at + 1 < text.Length ? text[at + 1] : '\0';
            char meant = escaped switch
            {
                'n' or 'N' => '\n',
                '\\' or ',' or ';' => escaped,
                _ => '\0',
            };
            plain.Append(meant == '\0' ? text[at] : meant);
            at += meant == '\0' ? 0 : 1;
        }

        return plain.ToString();
    }

    /// <summary>The values of a list, separated by commas that are not escaped.</summary>
    public static IEnumerable<string> List(string text)
    {
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == ',')
            {
                yield return Unescape(text[start..at]);
                start = at + 1;
            }
        }

        yield return Unescape(text[start..]);
    }

    /// <summary>Whether a text holds control characters, which no line of iCalendar may hold (RFC 5545 §3.1).</summary>
    public static bool HasControls(ReadOnlySpan<char> text) =>
        text.IndexOfAnyInRange('\0', '\b') >= 0 || text.IndexOfAnyInRange('\n', '\u001F') >= 0 || text.Contains('\u007F');

    /// <summary>The start of a text, for messages.</summary>
    public static string Shown(string text)
    {
        string start = text.Length <= LongestShown ? text : text[..LongestShown] + "…";
        return HasControls(start) ? string.Concat(start.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : start;
    }
}
