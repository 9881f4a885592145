using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>
/// How text from a file or a server is quoted: in one line, with control and bidirectional characters escaped, so that it can neither
/// steer a terminal nor be mistaken for a part of the message. A password or a personal link is easily pasted into the wrong column.
/// </summary>
internal static class Excerpt
{
    private const int Longest = 40;
    private const int LongestRead = 2_000;

    /// <summary>The text without what looks like a credential, cut at 40 characters.</summary>
    public static string Of(string text)
    {
        string safe = Quoted.WithoutCredentials(text.Length <= LongestRead ? text : text[..LongestRead]);
        if (safe.Length <= Longest && IsPlain(safe))
        {
            return safe;
        }

        var shown = new StringBuilder();
        int count = 0;
        foreach (Rune rune in safe.EnumerateRunes())
        {
            if (count++ == Longest)
            {
                return shown.Append('…').ToString();
            }

            Append(shown, rune);
        }

        return shown.ToString();
    }

    /// <summary>The whole text in one line.</summary>
    public static string OneLine(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Append(shown, rune);
        }

        return shown.ToString();
    }

    private static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');

    // Format characters are those that turn the direction of a text, or that nobody sees.
    private static void Append(StringBuilder shown, Rune rune) =>
        _ = Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
            ? shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}")
            : shown.Append(rune);
}
