namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>A value of a table that is opened in a spreadsheet, though strangers chose it: the names of calendars and guests.</summary>
internal static class CsvCell
{
    public static string Of(string? value)
    {
        // Spreadsheets calculate what begins so, the full-width forms too.
        string text = value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]
            ? $"'{value}"
            : value ?? "";
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
