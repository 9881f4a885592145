using System.Text;
using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Plans.Shapes;

/// <summary>Writes a shape as JSON Schema (draft 2020-12), for editors and checks in pipelines.</summary>
internal static class JsonSchema
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Shape shape, string id)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("$id", id);
            WriteMembers(writer, shape);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, Shape shape)
    {
        writer.WriteStartObject();
        WriteMembers(writer, shape);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Shape shape)
    {
        writer.WriteString("description", shape.Description);
        switch (shape)
        {
            case TextShape text:
                WriteText(writer, text);
                break;
            case AmountShape:
                writer.WriteStartArray("type");
                writer.WriteStringValue("integer");
                writer.WriteStringValue("string");
                writer.WriteEndArray();
                writer.WriteNumber("minimum", 0);
                writer.WriteString("pattern", "^[0-9]+%?$");
                break;
            case BooleanShape { Only: { } only }:
                writer.WriteBoolean("const", only);
                break;
            case BooleanShape:
                writer.WriteString("type", "boolean");
                break;
            case ListShape list:
                writer.WriteString("type", "array");
                writer.WritePropertyName("items");
                Write(writer, list.Item);
                break;
            case NamedShape named:
                writer.WriteString("type", "object");
                writer.WritePropertyName("additionalProperties");
                Write(writer, named.Value);
                break;
            case MapShape map:
                WriteMap(writer, map);
                break;
            case ChoiceShape choice:
                writer.WriteStartObject("if");
                WriteRequired(writer, [choice.Key]);
                writer.WriteEndObject();
                writer.WritePropertyName("then");
                Write(writer, choice.With);
                writer.WritePropertyName("else");
                Write(writer, choice.Without);
                break;
            default:
                throw new NotSupportedException(shape.GetType().Name);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, TextShape text)
    {
        if (text.Values is { } values)
        {
            writer.WriteStartArray("enum");
            foreach (string value in values)
            {
                // YAML's and JSON's version is a number.
                if (int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out int number))
                {
                    writer.WriteNumberValue(number);
                }
                else
                {
                    writer.WriteStringValue(value);
                }
            }

            writer.WriteEndArray();
            return;
        }

        writer.WriteString("type", "string");
        if (text.Pattern is { } pattern)
        {
            writer.WriteString("pattern", pattern);
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, MapShape map)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (KeyShape key in map.Keys)
        {
            writer.WritePropertyName(key.Name);
            Write(writer, key.Value);
        }

        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
        string[] required = [.. map.Keys.Where(key => key.IsRequired).Select(key => key.Name)];
        if (required.Length > 0)
        {
            WriteRequired(writer, required);
        }

        if (map.OneOf.Count + map.AtMostOneOf.Count > 0)
        {
            writer.WriteStartArray("allOf");
            foreach (IReadOnlyList<string> group in map.OneOf)
            {
                WriteGroup(writer, group, isNeeded: true);
            }

            foreach (IReadOnlyList<string> group in map.AtMostOneOf)
            {
                WriteGroup(writer, group, isNeeded: false);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteGroup(Utf8JsonWriter writer, IReadOnlyList<string> group, bool isNeeded)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("oneOf");
        foreach (string key in group)
        {
            writer.WriteStartObject();
            WriteRequired(writer, [key]);
            writer.WriteEndObject();
        }

        if (!isNeeded)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("not");
            writer.WriteStartArray("anyOf");
            foreach (string key in group)
            {
                writer.WriteStartObject();
                WriteRequired(writer, [key]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRequired(Utf8JsonWriter writer, IReadOnlyList<string> keys)
    {
        writer.WriteStartArray("required");
        foreach (string key in keys)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
    }
}
