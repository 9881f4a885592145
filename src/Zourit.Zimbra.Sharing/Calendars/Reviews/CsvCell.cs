using System.Buffers;
using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>
/// A value of a table that is opened in a spreadsheet, though strangers chose it: the names of calendars and guests. Where the system's
/// list separator is not the comma (<c>;</c> in France), a spreadsheet ignores the table's own quotes and starts cells inside values.
/// </summary>
internal static class CsvCell
{
    // What a spreadsheet calculates when a cell starts with it, full-width and small forms too.
    private const string Starters = "=+-@＝＋－＠﹦﹢﹣﹫";
    private const string Separators = ";,\t\r\n\v\f\u0085\u2028\u2029";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    public static string Of(string? value)
    {
        string text = Harmless(value ?? "");
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string Harmless(string value)
    {
        var text = new StringBuilder(value.Length + 1);
        if (value is ['\t' or '\r' or '\n', ..])
        {
            text.Append('\'');
        }

        bool startsCell = true;
        foreach (char c in value)
        {
            if (startsCell && Starters.Contains(c, StringComparison.Ordinal))
            {
                text.Append('\'');
            }

            text.Append(c);
            startsCell = Separators.Contains(c, StringComparison.Ordinal) || (startsCell && IsSkipped(c));
        }

        return text.ToString();
    }

    // Quotes and what cannot be seen may be dropped by the spreadsheet before it looks at the cell.
    private static bool IsSkipped(char c) =>
        c == '"'
        || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
}
