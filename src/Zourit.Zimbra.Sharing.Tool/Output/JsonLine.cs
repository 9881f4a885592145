using System.Globalization;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>Writes a record as a line of JSON, in ASCII, so that no locale can break it.</summary>
internal static class JsonLine
{
    public static byte[] Of<T>(RecordShape<T> shape, T item)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
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

        line.WriteByte((byte)'\n');
        return line.ToArray();
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
                    writer.WriteString(language, text.InLanguage(language));
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
