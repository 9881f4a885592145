using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>A cell with text in it: its column's name, the text, and where it is.</summary>
internal readonly record struct CsvCell(string Column, string Text, SourceLocation At);

/// <summary>A row that is not empty; cells without text are left out.</summary>
internal readonly record struct CsvRow(SourceLocation At, IReadOnlyList<CsvCell> Cells)
{
    public CsvCell? this[string column]
    {
        get
        {
            foreach (CsvCell cell in Cells)
            {
                if (cell.Column == column)
                {
                    return cell;
                }
            }

            return null;
        }
    }
}
