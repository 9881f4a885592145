using System.Text.Json;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>
/// What a kind of result holds, said once: the lines of JSON, their schema, and the tables for people are made from it.
/// </summary>
/// <param name="type">The value of <c>type</c>.</param>
/// <param name="about">What it is, for the schema.</param>
internal sealed class RecordShape<T>(string type, string about) : IRecordShape
{
    private readonly List<Column<T>> _columns = [];

    public string Type => type;

    public IReadOnlyList<Column<T>> Columns => _columns;

    public IEnumerable<string> ShownWords => _columns.Where(column => column.IsShown).SelectMany(column => column.Words ?? []);

    public RecordShape<T> Text(string name, Func<T, string?> value, LocalizedText label, bool isShown = true) =>
        Add(new(name, ColumnKind.Text, label, value) { IsShown = isShown });

    public RecordShape<T> Number(string name, Func<T, long?> value, LocalizedText label, bool isShown = true) =>
        Add(new(name, ColumnKind.Number, label, item => value(item)) { IsShown = isShown });

    public RecordShape<T> Truth(
        string name,
        Func<T, bool?> value,
        LocalizedText label,
        bool isShown = true,
        LocalizedText? absent = null
    ) => Add(new(name, ColumnKind.Truth, label, item => value(item)) { IsShown = isShown, Absent = absent });

    public RecordShape<T> Moment(string name, Func<T, DateTimeOffset?> value, LocalizedText label, bool isShown = true) =>
        Add(new(name, ColumnKind.Moment, label, item => value(item)) { IsShown = isShown });

    public RecordShape<T> Word<TEnum>(string name, Func<T, TEnum?> value, LocalizedText label, bool isShown = true)
        where TEnum : struct, Enum =>
        Add(
            new(name, ColumnKind.Word, label, item => value(item) is { } word ? EnumWords.Of(word) : null)
            {
                IsShown = isShown,
                Words = [.. Enum.GetValues<TEnum>().Select(EnumWords.Of)],
            }
        );

    public RecordShape<T> Named(string name, Func<T, string> value, LocalizedText label) => Add(new(name, ColumnKind.Named, label, value));

    public RecordShape<T> Texts(string name, Func<T, IEnumerable<string>> value, LocalizedText label, bool isShown = true) =>
        Add(new(name, ColumnKind.Texts, label, item => value(item).ToArray()) { IsShown = isShown });

    public RecordShape<T> Sentence(string name, Func<T, LocalizedText?> value, LocalizedText label, bool isShown = true) =>
        Add(new(name, ColumnKind.Sentence, label, value) { IsShown = isShown });

    public RecordShape<T> Sentences(string name, Func<T, IEnumerable<LocalizedText>> value, LocalizedText label, bool isShown = true) =>
        Add(new(name, ColumnKind.Sentences, label, item => value(item).ToArray()) { IsShown = isShown });

    public void WriteSchema(Utf8JsonWriter writer) => SchemaWriter.Write(writer, this, about);

    private RecordShape<T> Add(Column<T> column)
    {
        _columns.Add(column);
        return this;
    }
}
