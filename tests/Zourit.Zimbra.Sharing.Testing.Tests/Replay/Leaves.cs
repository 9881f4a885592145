using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// A reply's body taken apart: every element, attribute and text at its place, so that two replies compare place by place. Lists without a
/// meaningful order (folders under a folder, shares, attributes of an entry) are placed by name instead of number.
/// </summary>
internal static partial class Leaves
{
    /// <summary>An account's living tokens: how many depends on logins that were not recorded, so they are compared as one.</summary>
    private const string Tokens = "zimbraAuthTokens";

    private static readonly string[] NamedChildren =
    [
        "folder",
        "link",
        "search",
        "tag",
        "account",
        "domain",
        "cos",
        "dl",
        "calresource",
        "pref",
        "prop",
        "mbox",
        "server",
    ];

    public static Dictionary<string, string> OfXml(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(text.TrimStart()), settings);
        var leaves = new Dictionary<string, string>();
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        AddElement(leaves, root, root.Name.LocalName, "");
        return leaves;
    }

    public static Dictionary<string, string> OfJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        var leaves = new Dictionary<string, string>();
        AddValue(leaves, document.RootElement, "");
        return leaves;
    }

    public static Dictionary<string, string> OfLines(string text)
    {
        var lines = Components(
            text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal).Split('\n')
        );
        return lines.Select((line, i) => (line, i)).ToDictionary(one => $"line {one.i + 1}", one => one.line);
    }

    /// <summary>
    /// Zones and events come in no useful order (docs/protocol.md §8.7): they are put into that of their text, which starts with the name
    /// or the UID.
    /// </summary>
    private static string[] Components(string[] lines) => Sorted(Sorted(lines, "VTIMEZONE"), "VEVENT");

    private static string[] Sorted(string[] lines, string component)
    {
        var first = Array.IndexOf(lines, $"BEGIN:{component}");
        var last = Array.LastIndexOf(lines, $"END:{component}");
        if (first < 0 || last < first)
            return lines;
        var all = string.Join('\n', lines[first..last])
            .Split($"END:{component}")
            .Select(one => one.Trim('\n'))
            .OrderBy(Identity, StringComparer.Ordinal);
        return [.. lines[..first], .. all.SelectMany(one => one.Split('\n').Append($"END:{component}")), .. lines[(last + 1)..]];
    }

    // A UID that the server made is another one each time.
    private static string Identity(string component) => Uuid().Replace(component, "");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.None, 2000)]
    private static partial Regex Uuid();

    private static void AddElement(Dictionary<string, string> leaves, XElement element, string place, string outerNamespace)
    {
        if (element.Name.NamespaceName != outerNamespace)
            leaves[$"{place}@xmlns"] = element.Name.NamespaceName;
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            leaves[$"{place}@{attribute.Name.LocalName}"] = attribute.Value;
        if (!element.HasElements || element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
            leaves[$"{place}/text()"] = string.Concat(element.Nodes().OfType<XText>().Select(text => text.Value));
        var ordered = element.Elements().Where(child => Key(child) is null).Select(child => child.Name.LocalName);
        if (element.HasElements)
            leaves[$"{place}/order()"] = string.Join(' ', ordered);
        var seen = new Dictionary<string, int>();
        foreach (var child in element.Elements().OrderBy(Sorting, StringComparer.Ordinal))
        {
            if (Key(child) is Tokens && seen.ContainsKey($"{child.Name.LocalName}[{Tokens}]"))
                continue;
            var step = child.Name.LocalName + (Key(child) is { } key ? $"[{key}]" : "");
            AddElement(leaves, child, $"{place}/{Numbered(seen, step)}", element.Name.NamespaceName);
        }
    }

    private static string Numbered(Dictionary<string, int> seen, string step)
    {
        var number = seen[step] = seen.GetValueOrDefault(step) + 1;
        return number == 1 ? step : string.Create(CultureInfo.InvariantCulture, $"{step}#{number}");
    }

    // Same-named siblings that have no order of their own: their content decides which is compared with which.
    private static string Sorting(XElement element) =>
        element.Name.LocalName is "appt" && element.Parent?.Name.LocalName is "items" or "GetApptSummariesResponse" or "SearchResponse"
            ? ItemNumber(element)
        : element.Name.LocalName is "grant" && element.HasElements
            ? string.Join(' ', element.Elements().Select(child => child.Value).Reverse())
        : Key(element) is null ? ""
        : element.HasElements ? ""
        : Identity(element.Value);

    private static string? Key(XElement element) =>
        element.Name.LocalName switch
        {
            // What CalDAV lists comes in no useful order either: resources, statuses and properties.
            "response" when Child(element, "href") is { } href => href,
            "propstat" when Child(element, "status") is { } status => status,
            _ when element.Parent?.Name.LocalName is "prop" => "",
            "usr" when element.Attribute("id") is { } user => user.Value,
            "a" or "attr" when element.Attribute("t") is null && (element.Attribute("n") ?? element.Attribute("name")) is { } name =>
                name.Value,
            "share" => $"{(string?)element.Attribute("ownerEmail")} {(string?)element.Attribute("folderPath")} "
                + $"{(string?)element.Attribute("granteeType")} {(string?)element.Attribute("granteeName")}",
            var name
                when NamedChildren.Contains(name)
                    && element.Attribute("name") is { } own
                    && element.Parent?.Name.LocalName is not "context" => own.Value,
            _ => null,
        };

    // Appointments come in the order of their UIDs, which are others each time: their ids count up.
    private static string ItemNumber(XElement element) => Number((string?)element.Attribute("id"));

    private static string Number(string? id) => (id ?? "")[((id ?? "").LastIndexOf(':') + 1)..].PadLeft(12, '0');

    private static string? Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim();

    private static void AddValue(Dictionary<string, string> leaves, JsonElement value, string place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                if (!value.EnumerateObject().Any())
                    leaves[$"{place}{{}}"] = "";
                foreach (var member in value.EnumerateObject())
                    AddValue(leaves, member.Value, $"{place}/{member.Name}");
                break;
            case JsonValueKind.Array:
                AddArray(leaves, value, place);
                break;
            case JsonValueKind.String:
                leaves[$"{place}"] = value.GetString()!;
                break;
            default:
                // Without its quotes a number would look like a text: the type is part of the comparison.
                leaves[$"{place}"] = $"({value.ValueKind}) {value.GetRawText()}".Replace("(Number) ", "#", StringComparison.Ordinal);
                break;
        }
    }

    private static void AddArray(Dictionary<string, string> leaves, JsonElement array, string place)
    {
        if (array.GetArrayLength() == 0)
            leaves[$"{place}[]"] = "";
        var seen = new Dictionary<string, int>();
        var name = place[(place.LastIndexOf('/') + 1)..];
        var items = array.EnumerateArray().Select((item, i) => (item, i)).ToList();
        if (place.EndsWith("/_attrs", StringComparison.Ordinal) || place.Contains("/_attrs/", StringComparison.Ordinal))
            items = [.. items.OrderBy(one => one.item.ToString(), StringComparer.Ordinal)];
        if (name is "appt")
            items = [.. items.OrderBy(one => Number(one.item.GetProperty("id").GetString()), StringComparer.Ordinal)];
        if (name is "a")
            items = [.. items.OrderBy(one => Identity(one.item.ToString()), StringComparer.Ordinal)];
        foreach (var (item, i) in items)
        {
            if (item.ValueKind is JsonValueKind.Object && KeyOf(item) is Tokens && seen.ContainsKey(Tokens))
                continue;
            var key = item.ValueKind is JsonValueKind.Object && (NamedChildren.Contains(name) || name is "a") ? KeyOf(item) : null;
            AddValue(leaves, item, $"{place}[{Numbered(seen, key ?? "")}]");
        }
    }

    private static string? KeyOf(JsonElement item) =>
        item.TryGetProperty("t", out _) ? null
        : item.TryGetProperty("name", out var name) || item.TryGetProperty("n", out name) ? name.ToString()
        : null;
}
