using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Json;

/// <summary>
/// Writes a reply in JSON (docs/protocol.md §1.8): elements become arrays, save those the server knows to be single; attributes keep their
/// type.
/// </summary>
internal static class JsonReply
{
    public static string Write(XElement envelope)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            WriteObject(writer, envelope, XNamespace.None);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void WriteObject(Utf8JsonWriter writer, XElement element, XNamespace outer)
    {
        writer.WriteStartObject();
        foreach (XAttribute attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            writer.WritePropertyName(attribute.Name.LocalName);
            WriteValue(writer, JsonShape.KindOf(element.Name.LocalName, attribute.Name.LocalName), attribute.Value);
        }

        if (!element.HasElements && element.Value.Length > 0)
        {
            writer.WriteString("_content", element.Value);
        }

        foreach (IGrouping<string, XElement> group in element.Elements().GroupBy(child => child.Name.LocalName))
        {
            WriteGroup(writer, element, group);
        }

        if (element.Name.Namespace != outer)
        {
            writer.WriteString("_jsns", element.Name.NamespaceName);
        }

        writer.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter writer, XElement parent, IGrouping<string, XElement> group)
    {
        XElement first = group.First();
        if (JsonShape.IsKeyValue(first))
        {
            WriteKeyValues(writer, group);
        }
        else if (JsonShape.IsPlain(first))
        {
            writer.WritePropertyName(group.Key);
            WriteValue(writer, JsonShape.KindOf(parent.Name.LocalName, group.Key), first.Value);
        }
        else if (JsonShape.IsSingle(parent, group.Key))
        {
            writer.WritePropertyName(group.Key);
            WriteObject(writer, first, parent.Name.Namespace);
        }
        else
        {
            writer.WriteStartArray(group.Key);
            foreach (XElement child in group)
            {
                WriteObject(writer, child, parent.Name.Namespace);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteKeyValues(Utf8JsonWriter writer, IEnumerable<XElement> pairs)
    {
        writer.WriteStartObject("_attrs");
        foreach (IGrouping<string, string> values in pairs.GroupBy(pair => pair.Attribute("name")?.Value ?? "", pair => pair.Value))
        {
            if (values.Skip(1).Any())
            {
                writer.WriteStartArray(values.Key);
                foreach (string value in values)
                {
                    writer.WriteStringValue(value);
                }

                writer.WriteEndArray();
            }
            else
            {
                writer.WriteString(values.Key, values.First());
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonKind kind, string text)
    {
        if (kind == JsonKind.Number && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            writer.WriteNumberValue(number);
        }
        else if (kind == JsonKind.Boolean)
        {
            writer.WriteBooleanValue(text is "1" or "true");
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
