using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// How a text that a caller passed is quoted in a message or a <c>ToString</c>: in one line, cut to a length, and without what may be a
/// credential. A password or a personal link is easily pasted where an address or a name belongs.
/// </summary>
internal static partial class Quoted
{
    private const string Hidden = "***";
    private const int Longest = 160;
    private const int LongestRead = 2_000;
    private const int ShortestToken = 20;
    private const int ShortestPassword = 8;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \u00A0/@,'\"<>()[]");
    private static readonly SearchValues<char> Signs = SearchValues.Create("!$%^&*{}|~§€£");

    /// <summary>
    /// The text up to a query, an <c>=</c> or a colon that is neither a scheme's nor a port's; without credentials before a host; and with
    /// <c>***</c> for words that look like tokens or passwords.
    /// </summary>
    public static string Of(string? text)
    {
        string shown = WithoutCredentials(OneLine(text ?? ""));
        return shown.Length <= Longest ? shown : string.Concat(shown.AsSpan(0, Longest), "…");
    }

    /// <summary>The same of one line, which is neither cut nor freed of control characters.</summary>
    public static string WithoutCredentials(string line)
    {
        string address = WithoutUserInfo(line);
        Match end = Assignment().Match(address);
        string shown = end.Success ? address[..(end.Index + end.Length)] : address;
        return WithoutSecretWords(shown) + (end.Success ? Hidden : "");
    }

    /// <summary>The scheme, host and port of an address; of a relative one what <see cref="Of(string)"/> shows.</summary>
    public static string Of(Uri address) =>
        address.IsAbsoluteUri && address.Host.Length > 0
            ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            : Of(address.OriginalString);

    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (Rune rune in text.AsSpan(0, Math.Min(text.Length, LongestRead)).EnumerateRunes())
        {
            _ = Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                ? line.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")
                : line.Append(rune);
        }

        return line.ToString();
    }

    /// <remarks>
    /// A password may hold what ends the host elsewhere: of a text that is no address all is hidden up to the last <c>@</c>.
    /// </remarks>
    private static string WithoutUserInfo(string address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return address;
        }

        int start = scheme + "://".Length;
        ReadOnlySpan<char> authority = address.AsSpan(start);
        int length = AbsoluteUri.TryRead(address, out _) ? authority.IndexOfAny('/', '?', '#') : -1;
        int at = (length >= 0 ? authority[..length] : authority).LastIndexOf('@');
        return at < 0 ? address : $"{address[..start]}{Hidden}{address[(start + at)..]}";
    }

    // Escaped signs count as well: somebody may have unescaped the address once too little, or will. A colon within [ ] is of an IPv6
    // address.
    [GeneratedRegex(@"[?=]|%3[fFdD]|(?<=://.*)#|:(?!//|[0-9]{1,5}(?:[^\w]|$)|[0-9a-fA-F:.]{1,40}\])")]
    private static partial Regex Assignment();

    private static string WithoutSecretWords(string text)
    {
        var shown = new StringBuilder(text.Length);
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !WordEnds.Contains(text[i]))
            {
                continue;
            }

            ReadOnlySpan<char> word = text.AsSpan(start, i - start);
            shown.Append(HoldsToken(word) || IsPassword(word) ? Hidden : word);
            shown.Append(text, i, i < text.Length ? 1 : 0);
            start = i + 1;
        }

        return shown.ToString();
    }

    // Tokens, keys and hashes: long, letters and digits in turn. Names that long have words, and an account's id has its hyphens.
    private static bool HoldsToken(ReadOnlySpan<char> word)
    {
        int length = 0;
        int turns = 0;
        char last = ' ';
        foreach (char c in word)
        {
            (length, turns) =
                !char.IsAsciiLetterOrDigit(c) ? (0, 0)
                : char.IsAsciiLetter(c) && char.IsAsciiDigit(last) ? (length + 1, turns + 1)
                : (length + 1, turns);
            last = c;
            if (length >= ShortestToken && turns >= 3)
            {
                return true;
            }
        }

        return false;
    }

    // A word with a capital and one or two digits inside, or with a digit and a sign that names do not have.
    private static bool IsPassword(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestPassword)
        {
            return false;
        }

        bool lower = false;
        bool upper = false;
        bool digit = false;
        bool inside = false;
        bool other = false;
        int digits = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            lower |= char.IsLower(c);
            upper |= char.IsUpper(c);
            digit |= char.IsDigit(c);
            other |= !char.IsLetterOrDigit(c);
            inside |= char.IsLetter(c) && digits is 1 or 2 && i > digits && char.IsLetter(word[i - digits - 1]);
            digits = char.IsDigit(c) ? digits + 1 : 0;
        }

        return (lower && upper && inside && !other) || ((lower || upper) && digit && word.IndexOfAny(Signs) >= 0);
    }
}
