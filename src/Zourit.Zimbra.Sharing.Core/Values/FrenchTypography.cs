using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// Sets French sentences as printers do: the curved apostrophe, and spaces that no line ends at inside « » and before : ; ! and ?.
/// </summary>
internal static partial class FrenchTypography
{
    private const string NoBreak = "\u00A0";
    private const string NarrowNoBreak = "\u202F";

    public static string Set(string sentence)
    {
        string text = Apostrophe().Replace(sentence, "’");
        text = OpeningQuote().Replace(text, $"«{NoBreak}");
        text = BeforeColonOrClosingQuote().Replace(text, NoBreak);
        return BeforeHighMark().Replace(text, NarrowNoBreak);
    }

    // Also before a value, which a sentence may be cut at: l'{0}.
    [GeneratedRegex(@"(?<=\p{L})'(?=[\p{L}{«]|$)")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"« ?")]
    private static partial Regex OpeningQuote();

    [GeneratedRegex(@" (?=[:»])")]
    private static partial Regex BeforeColonOrClosingQuote();

    [GeneratedRegex(@" (?=[;!?])")]
    private static partial Regex BeforeHighMark();
}
