using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>Writes records as lines of JSON, in ASCII, so that no locale can break them; always into the same memory.</summary>
internal sealed class JsonLine
{
    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>The line of a record; it holds until the next.</summary>
    public ReadOnlySpan<byte> Of<T>(RecordShape<T> shape, T item)
    {
        _line.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_line))
        {
            writer.WriteStartObject();
            writer.WriteString("type", shape.Type);
            foreach (Column<T> column in shape.Columns)
            {
                writer.WritePropertyName(column.Name);
                WriteValue(writer, column.Value(item));
            }

            writer.WriteEndObject();
        }

        _line.Write("\n"u8);
        return _line.WrittenSpan;
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case LocalizedText text:
                writer.WriteStartObject();
                foreach (string language in text.Languages)
                {
                    writer.WriteString(language, text.SaidIn(language));
                }

                writer.WriteEndObject();
                break;
            case Array items:
                writer.WriteStartArray();
                foreach (object? item in items)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}
