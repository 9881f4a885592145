using nietras.SeparatedValues;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>
/// Reads a list row by row. The first row names the columns; the separator is the first of <c>;</c>, <c>,</c> and tab in it. Errors of a
/// row do not hide those of the next.
/// </summary>
internal sealed class CsvDocumentReader(SourceFile file, IReadOnlyList<string> known, ErrorList errors)
{
    /// <summary>Reads the rows that hold anything. What the columns are is reported before the first.</summary>
    public IEnumerable<CsvRow> Read(Action<IReadOnlyList<CsvCell>> onHeader, CancellationToken cancellationToken)
    {
        if (Separator() is not { } separator)
        {
            errors.Add(ManifestErrorCode.Missing, new(file.Name, 1, 0), DocumentTexts.NoHeader);
            yield break;
        }

        using SepReader reader = Sep.New(separator)
            .Reader(options => options with { HasHeader = false, DisableColCountCheck = true })
            .From(file.Utf8);
        CsvCell?[] columns = reader.MoveNext() ? Columns(reader.Current) : [];
        onHeader([.. columns.OfType<CsvCell>()]);
        while (reader.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Cells(reader.Current, columns) is { Count: > 0 } cells)
            {
                yield return new CsvRow(new(file.Name, reader.Current.LineNumberFrom, 0), cells);
            }
        }
    }

    private char? Separator()
    {
        int end = file.Utf8.AsSpan().IndexOf((byte)'\n');
        ReadOnlySpan<byte> header = end < 0 ? file.Utf8 : file.Utf8.AsSpan(0, end);
        return header.Trim(" \t\r"u8).IsEmpty ? null
            : header.IndexOfAny(";,\t"u8) is >= 0 and var at ? (char)header[at]
            : ';';
    }

    // By their place in the row; null where the column is not known, which is reported.
    private CsvCell?[] Columns(SepReader.Row row)
    {
        var columns = new CsvCell?[row.ColCount];
        for (int i = 0; i < columns.Length; i++)
        {
            // Sep counts the lines of the first row only once it has gone on.
            SourceLocation at = Locate(row, row[i].Span) with { Line = 1 };
            if (Text(row[i].Span, at)?.ToLowerInvariant() is not { Length: > 0 } name)
            {
                continue;
            }

            if (!known.Contains(name))
            {
                errors.Add(ManifestErrorCode.UnknownKey, at, DocumentTexts.UnknownKey(name, NearestName.Of(name, known), known));
            }
            else if (columns.FirstOrDefault(column => column?.Column == name) is { } first)
            {
                errors.Add(ManifestErrorCode.DuplicateKey, at, DocumentTexts.DuplicateKey(name, first.At), first.At);
            }
            else
            {
                columns[i] = new(name, name, at);
            }
        }

        return columns;
    }

    // None where one cannot be read, which is reported: what the row lacks without it is not missing.
    private List<CsvCell> Cells(SepReader.Row row, CsvCell?[] columns)
    {
        List<CsvCell> cells = [];
        bool isReadable = true;
        for (int i = 0; i < row.ColCount; i++)
        {
            if (row[i].Span.IsWhiteSpace())
            {
                continue;
            }

            SourceLocation at = Locate(row, row[i].Span);
            if (i >= columns.Length)
            {
                errors.Add(ManifestErrorCode.InvalidValue, at, DocumentTexts.NoColumn);
            }
            else if (columns[i] is { } column)
            {
                string? text = Text(row[i].Span, at);
                isReadable &= text is not null;
                if (text is { Length: > 0 })
                {
                    cells.Add(new(column.Column, text, at));
                }
            }
        }

        return isReadable ? cells : [];
    }

    private string? Text(ReadOnlySpan<char> raw, SourceLocation at)
    {
        ReadOnlySpan<char> cell = raw.Trim();
        bool isQuoted = cell is ['"', .., '"'];
        string text = (isQuoted ? cell[1..^1] : cell).ToString();
        string unescaped = isQuoted ? text.Replace("\"\"", "", StringComparison.Ordinal) : text;
        if (unescaped.Contains('"', StringComparison.Ordinal))
        {
            errors.Add(ManifestErrorCode.Syntax, at, DocumentTexts.QuoteOpen);
            return null;
        }

        text = text.Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
        if (IsFormula(text))
        {
            errors.Add(ManifestErrorCode.InvalidValue, at, DocumentTexts.Formula);
            return null;
        }

        return text is ['\'', ..] && IsFormula(text[1..]) ? text[1..] : text;
    }

    private static bool IsFormula(string text) => text is ['=' or '+' or '-' or '@', ..];

    private SourceLocation Locate(SepReader.Row row, ReadOnlySpan<char> cell)
    {
        row.Span.Overlaps(cell, out int offset);
        ReadOnlySpan<char> before = row.Span[..Math.Max(offset, 0)];
        return new(file.Name, row.LineNumberFrom + before.Count('\n'), before.Length - before.LastIndexOf('\n'));
    }
}
