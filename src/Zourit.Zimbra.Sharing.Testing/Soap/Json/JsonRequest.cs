using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Json;

/// <summary>
/// Reads the JSON form of a request into the tree that its XML form gives (docs/protocol.md §1.8): plain values are attributes, objects and
/// arrays are elements.
/// </summary>
internal static class JsonRequest
{
    /// <summary>The namespace of the envelope's own parts in JSON, where SOAP has none.</summary>
    public static readonly XNamespace Envelope = "urn:zimbraSoap";

    public static XElement Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Element("Envelope", document.RootElement, Envelope)
                : throw new SoapFault("service.PARSE_ERROR", "parse error: expected a JSON object");
        }
        catch (JsonException broken)
        {
            // The end came too early, or something else is where it must not be (recording 02-09).
            string text = Encoding.UTF8.GetString(body);
            throw new SoapFault(
                "service.PARSE_ERROR",
                broken.BytePositionInLine >= body.Length
                    ? $"parse error: unexpected end of JSON input: {text}"
                    : $"parse error: invalid JSON: {text}"
            );
        }
    }

    private static XElement Element(string name, JsonElement value, XNamespace outer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return new XElement(outer + XmlConvert.EncodeLocalName(name), Text(value));
        }

        XNamespace own = value.TryGetProperty("_jsns", out JsonElement declared) ? Text(declared) : outer;
        var element = new XElement(own + XmlConvert.EncodeLocalName(name));
        foreach (JsonProperty member in value.EnumerateObject())
        {
            Add(element, member, own);
        }

        return element;
    }

    private static void Add(XElement element, JsonProperty member, XNamespace own)
    {
        switch (member.Name, member.Value.ValueKind)
        {
            case ("_jsns", _) or (_, JsonValueKind.Null):
                break;
            case ("_content", _):
                element.Add(Text(member.Value));
                break;
            case ("_attrs", JsonValueKind.Object):
                element.Add(member.Value.EnumerateObject().SelectMany(pair => KeyValue(own, pair)));
                break;
            case (_, JsonValueKind.Array):
                element.Add(member.Value.EnumerateArray().Select(item => Element(member.Name, item, own)));
                break;
            case (_, JsonValueKind.Object):
                element.Add(Element(member.Name, member.Value, own));
                break;
            default:
                element.SetAttributeValue(XmlConvert.EncodeLocalName(member.Name), Text(member.Value));
                break;
        }
    }

    private static IEnumerable<XElement> KeyValue(XNamespace own, JsonProperty pair) =>
        (pair.Value.ValueKind == JsonValueKind.Array ? [.. pair.Value.EnumerateArray()] : new[] { pair.Value }).Select(
            value => new XElement(own + "a", new XAttribute("n", pair.Name), Text(value))
        );

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
