namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>What a command found or did: lines of JSON as they come, or text for people.</summary>
internal sealed class Results(OutputStream output, bool isJson, TableStyle style, string language)
{
    private readonly List<ITable> _tables = [];
    private readonly JsonLine _json = new();

    public bool IsJson => isJson;

    /// <summary>Whether nobody reads any more.</summary>
    public bool IsClosed => output.IsClosed;

    /// <summary>How many results there are so far.</summary>
    public int Count { get; private set; }

    public OutputStream Stream => output;

    /// <summary>The first line; none in text.</summary>
    public void Start(string command, bool isDryRun)
    {
        if (isJson)
        {
            output.Write(_json.Of(VersionRecord.Shape, new(command, isDryRun)));
        }
    }

    /// <summary>A result of which there is one.</summary>
    public void One<T>(RecordShape<T> shape, T item)
    {
        Count++;
        if (isJson)
        {
            output.Write(_json.Of(shape, item));
            return;
        }

        FieldList.Write(
            output,
            shape
                .Columns.Where(column => column.IsShown)
                .Select(column => (column.Label.InLanguage(language), TextCell.Of(column, item, language)))
        );
    }

    /// <summary>One of several results: a row.</summary>
    public void Row<T>(RecordShape<T> shape, T item)
    {
        Count++;
        if (isJson)
        {
            output.Write(_json.Of(shape, item));
            return;
        }

        if (_tables.LastOrDefault() is not TextTable<T> table || table.Shape != shape)
        {
            _tables.Add(table = new TextTable<T>(shape, style, language));
        }

        if (style.IsTerminal)
        {
            table.Add(item);
        }
        else
        {
            output.WriteLine(table.Separated(item));
        }
    }

    /// <summary>Text for people; nothing in JSON.</summary>
    public void Text(string line)
    {
        if (!isJson)
        {
            output.WriteLine(line);
        }
    }

    /// <summary>The end: tables are written once their columns are known.</summary>
    public void End()
    {
        foreach (ITable table in _tables)
        {
            table.Write(output);
        }

        _tables.Clear();
    }
}
