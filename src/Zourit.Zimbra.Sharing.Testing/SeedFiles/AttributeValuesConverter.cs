using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

internal sealed class AttributeValuesConverter : JsonConverter<AttributeValues>
{
    public override bool HandleNull => true;

    public override AttributeValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
            return new AttributeValues([Text(ref reader)]);
        var values = new List<string>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            values.Add(Text(ref reader));
        return new AttributeValues(values);
    }

    public override void Write(Utf8JsonWriter writer, AttributeValues value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var one in value)
            writer.WriteStringValue(one);
        writer.WriteEndArray();
    }

    // The directory knows texts only: true would have to be guessed to mean TRUE, which Zimbra does not do either.
    private static string Text(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String
            ? reader.GetString()!
            : throw new JsonException("An attribute's value is a text or an array of texts; Zimbra's booleans are \"TRUE\" and \"FALSE\".");
}
