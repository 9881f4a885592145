using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Turns a domain's name into its ASCII form. A name that the platform's two modes would turn into different domains is refused: mail, or
/// a password, would reach strangers.
/// </summary>
/// <remarks>
/// With ICU .NET maps and normalises names (UTS 46). Under <c>InvariantGlobalization</c> it does neither: it encodes what it is given, and
/// <see cref="string.Normalize()"/> returns its input.
/// </remarks>
internal static class DomainName
{
    private static readonly IdnMapping Idn = new();

    private static readonly bool CanNormalise = "e\u0301".Normalize(NormalizationForm.FormC).Length == 1;

    // In these ranges each lower-case letter is its own normal form, alone and beside any other of them.
    private static readonly (char First, char Last)[] Inert = [('ß', 'ö'), ('ø', 'ÿ'), ('ā', 'ž'), ('ά', 'ώ'), ('а', 'џ'), ('一', '鿿')];

    // Within them, but made of others: ĳ, ŀ and ŉ.
    private const string Composite = "\u0133\u0140\u0149";

    /// <summary>The lower-case ASCII form; null where the text is no domain's name, or none that both modes encode alike.</summary>
    public static string? ToAscii(string domain) => ToAscii(domain, CanNormalise);

    /// <summary>The form with accents of an ASCII form; the same where it has no accents.</summary>
    public static string ToUnicode(string ascii)
    {
        try
        {
            return Idn.GetUnicode(ascii);
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }

    /// <summary>The same as a mode gives it.</summary>
    internal static string? ToAscii(string domain, bool canNormalise)
    {
        string? ascii = Ascii.IsValid(domain) ? domain.ToLowerInvariant() : Encode(domain, canNormalise);
        return ascii is not null && Uri.CheckHostName(ascii) == UriHostNameType.Dns && !ascii.EndsWith('.') ? ascii : null;
    }

    private static string? Encode(string domain, bool canNormalise)
    {
        if ((canNormalise ? Normalise(domain) : OfInertLetters(domain)) is not { } name || !name.EnumerateRunes().All(IsOfNames))
        {
            return null;
        }

        try
        {
            string ascii = Idn.GetAscii(name);

            // ICU maps and drops characters; what does not come back was not encoded as it is.
            return Idn.GetUnicode(ascii) == name ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Normalise(string domain)
    {
        try
        {
            return domain.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // A surrogate without its other half.
            return null;
        }
    }

    private static string? OfInertLetters(string domain)
    {
        string lower = domain.ToLowerInvariant();
        return lower.All(c => char.IsAscii(c) || IsInert(c)) ? lower : null;
    }

    private static bool IsInert(char c) =>
        !Composite.Contains(c, StringComparison.Ordinal)
        && Inert.Any(range => c >= range.First && c <= range.Last)
        && (char.IsLower(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter);

    private static bool IsOfNames(Rune rune) =>
        rune.Value is '-' or '.'
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.LowercaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber;
}
