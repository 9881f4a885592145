using System.Text;

namespace Zourit.Zimbra.Sharing.Tests.Calendars.Reviews;

/// <summary>Reads a table as spreadsheets do, which take quotes for quotes only where a cell starts.</summary>
internal static class SpreadsheetCells
{
    private const string Starters = "=+-@＝＋－＠﹦﹢﹣﹫\t\r";

    public static List<string> Of(string table, string separators)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        bool isStart = true;
        for (int i = 0; i < table.Length; i++)
        {
            char c = table[i];
            if (isStart && c == '"')
            {
                isQuoted = true;
                isStart = false;
            }
            else if (isQuoted && c == '"' && i + 1 < table.Length && table[i + 1] == '"')
            {
                cell.Append(c);
                i++;
            }
            else if (isQuoted && c == '"')
            {
                isQuoted = false;
            }
            else if (!isQuoted && (c is '\r' or '\n' || separators.Contains(c, StringComparison.Ordinal)))
            {
                cells.Add(cell.ToString());
                cell.Clear();
                isStart = true;
            }
            else
            {
                cell.Append(c);
                isStart = false;
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    /// <summary>Also where blanks, marks that cannot be seen and stray quotes are dropped first.</summary>
    public static bool IsFormula(string cell) =>
        cell.TrimStart(' ', '\u00A0', '\u200B', '"') is { Length: > 0 } text && Starters.Contains(text[0], StringComparison.Ordinal);
}
