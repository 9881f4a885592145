using Spectre.Console;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>Rows of one shape. Columns in which nothing is are left out.</summary>
internal sealed class TextTable<T>(RecordShape<T> shape, TableStyle style, string language) : ITable
{
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
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (int i in filled)
        {
            table.AddColumn(new TableColumn(new Text(_columns[i].Label.InLanguage(language), new Style(decoration: Decoration.Bold))));
        }

        foreach (string[] row in _rows)
        {
            table.AddRow(filled.Select(i => new Text(row[i])));
        }

        output.WriteText(text => Draw(table, text));
    }

    private void Draw(Table table, TextWriter text)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = style.HasColor ? AnsiSupport.Yes : AnsiSupport.No,
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
