using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>The JSON Schema of records.</summary>
internal static class SchemaWriter
{
    public static void Write<T>(Utf8JsonWriter writer, RecordShape<T> shape, string about)
    {
        writer.WriteStartObject();
        writer.WriteString("description", about);
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        writer.WriteStartObject("type");
        writer.WriteString("const", shape.Type);
        writer.WriteEndObject();
        foreach (Column<T> column in shape.Columns)
        {
            writer.WriteStartObject(column.Name);
            writer.WriteString("description", column.Label.ToString());
            WriteKind(writer, column.Kind, column.Words);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("required");
        writer.WriteStringValue("type");
        foreach (Column<T> column in shape.Columns)
        {
            writer.WriteStringValue(column.Name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter writer, ColumnKind kind, IReadOnlyList<string>? words)
    {
        switch (kind)
        {
            case ColumnKind.Word:
                writer.WriteStartArray("enum");
                foreach (string word in words!)
                {
                    writer.WriteStringValue(word);
                }

                writer.WriteNullValue();
                writer.WriteEndArray();
                break;
            case ColumnKind.Texts:
                writer.WriteString("type", "array");
                writer.WriteStartObject("items");
                writer.WriteString("type", "string");
                writer.WriteEndObject();
                break;
            case ColumnKind.Sentences:
                writer.WriteString("type", "array");
                writer.WriteStartObject("items");
                writer.WriteString("$ref", "#/$defs/sentence");
                writer.WriteEndObject();
                break;
            case ColumnKind.Sentence:
                writer.WriteStartArray("anyOf");
                writer.WriteStartObject();
                writer.WriteString("$ref", "#/$defs/sentence");
                writer.WriteEndObject();
                writer.WriteStartObject();
                writer.WriteString("type", "null");
                writer.WriteEndObject();
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartArray("type");
                writer.WriteStringValue(
                    kind switch
                    {
                        ColumnKind.Number => "integer",
                        ColumnKind.Truth => "boolean",
                        _ => "string",
                    }
                );
                writer.WriteStringValue("null");
                writer.WriteEndArray();
                if (kind == ColumnKind.Moment)
                {
                    writer.WriteString("format", "date-time");
                }

                break;
        }
    }
}
