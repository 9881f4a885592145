using Spectre.Console;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>
/// Rows of one shape. Columns in which nothing is are left out. Only sentences are broken: where the rest does not fit, what is the same in
/// all rows is said once above, and where that is not enough, each row is a list of fields.
/// </summary>
internal sealed class TextTable<T>(RecordShape<T> shape, TableStyle style, string language) : ITable
{
    private const int Gap = 2;
    private const int NarrowestSentence = 24;

    private readonly Column<T>[] _columns = [.. shape.Columns.Where(column => column.IsShown)];
    private readonly List<string[]> _rows = [];

    public RecordShape<T> Shape => shape;

    public void Add(T item) => _rows.Add(Cells(item));

    /// <summary>The row for another program.</summary>
    public string Separated(T item) => string.Join('\t', Cells(item).Select(cell => cell.Replace('\t', ' ')));

    public void Write(OutputStream output)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        int[] filled = [.. Enumerable.Range(0, _columns.Length).Where(i => _rows.Exists(row => row[i].Length > 0))];
        if (Fits(filled))
        {
            output.WriteText(text => Draw(filled, text));
            return;
        }

        int[] same = _rows.Count < 2 ? [] : [.. filled.Where(i => _rows.TrueForAll(row => row[i] == _rows[0][i]))];
        int[] rest = [.. filled.Except(same)];
        if (rest.Length > 0 && Fits(rest))
        {
            FieldList.Write(output, Fields(same, _rows[0]));
            output.WriteLine("");
            output.WriteText(text => Draw(rest, text));
            return;
        }

        foreach ((int place, string[] row) in _rows.Index())
        {
            if (place > 0)
            {
                output.WriteLine("");
            }

            FieldList.Write(output, Fields(filled, row));
        }
    }

    private IEnumerable<(string Label, string Text)> Fields(int[] columns, string[] row) => columns.Select(i => (Label(i), row[i]));

    private string Label(int column) => _columns[column].Label.InLanguage(language);

    private bool Fits(int[] columns) => columns.Sum(Narrowest) + (Gap * columns.Length) <= style.Width;

    private int Narrowest(int column)
    {
        int width = Math.Max(Label(column).Length, _rows.Max(row => row[column].Length));
        return IsProse(column) ? Math.Min(width, NarrowestSentence) : width;
    }

    private bool IsProse(int column) => _columns[column].Kind is ColumnKind.Sentence or ColumnKind.Sentences or ColumnKind.Texts;

    private void Draw(int[] columns, TextWriter text)
    {
        Style heading = style.HasColor ? new Style(decoration: Decoration.Bold) : Style.Plain;
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (int i in columns)
        {
            table.AddColumn(new TableColumn(new Text(Label(i), heading)) { NoWrap = !IsProse(i) });
        }

        foreach (string[] row in _rows)
        {
            table.AddRow(columns.Select(i => new Text(row[i])));
        }

        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                // Without it the console of the process would be asked for colours, whatever the text is written to.
                Ansi = AnsiSupport.Yes,
                ColorSystem = style.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = style.Width;
        console.Profile.Capabilities.Unicode = style.IsUnicode;
        console.Write(table);
    }

    private string[] Cells(T item) => [.. _columns.Select(column => TextCell.Of(column, item, language))];
}
