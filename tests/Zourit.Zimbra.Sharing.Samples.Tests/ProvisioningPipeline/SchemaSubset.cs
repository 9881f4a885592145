using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Zourit.Zimbra.Sharing.Samples.Tests.ProvisioningPipeline;

/// <summary>
/// Checks YAML against a schema of ours that says what a sample uses of its reader's format: of JSON Schema the words that these need, and
/// none that it passes over in silence.
/// </summary>
internal sealed partial class SchemaSubset
{
    private static readonly string[] Words =
    [
        "description",
        "type",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "minItems",
        "minimum",
        "maximum",
        "enum",
        "const",
        "pattern",
        "anyOf",
        "$ref",
        "$defs",
    ];

    private readonly JsonElement _root;

    public SchemaSubset(string name) =>
        _root = JsonDocument
            .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ProvisioningPipeline", "Schemas", $"{name}.subset.json")))
            .RootElement;

    /// <summary>What is wrong, each with its path; empty where nothing is.</summary>
    public IReadOnlyList<string> ErrorsOf(YamlNode node) => [.. Errors(node, _root, "")];

    private IEnumerable<string> Errors(YamlNode node, JsonElement schema, string path)
    {
        Assert.Empty(schema.EnumerateObject().Select(word => word.Name).Except(Words));
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            return Errors(node, _root.GetProperty("$defs").GetProperty(reference.GetString()!), path);
        }

        if (schema.TryGetProperty("anyOf", out JsonElement choices))
        {
            string[][] tried = [.. choices.EnumerateArray().Select(choice => Errors(node, choice, path).ToArray())];
            return tried.Any(errors => errors.Length == 0) ? [] : tried.MinBy(errors => errors.Length)!;
        }

        string? type = schema.TryGetProperty("type", out JsonElement wanted) ? wanted.GetString() : null;
        return type is not null && TypeOf(node) is var found && found != type ? [$"{path} is {found}, not {type}"]
            : node is YamlMappingNode map ? OfMap(map, schema, path)
            : node is YamlSequenceNode list ? OfList(list, schema, path)
            : OfScalar(((YamlScalarNode)node).Value ?? "", schema, path);
    }

    private IEnumerable<string> OfMap(YamlMappingNode map, JsonElement schema, string path)
    {
        string[] keys = [.. map.Children.Keys.Select(key => key.ToString())];
        foreach (string missing in Texts(schema, "required").Except(keys))
        {
            yield return $"{path}/{missing} is missing";
        }

        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            string at = $"{path}/{key}";
            string[] errors = SchemaOf(schema, key.ToString()) is { } own ? [.. Errors(value, own, at)] : [$"{at} is not known"];
            foreach (string error in errors)
            {
                yield return error;
            }
        }
    }

    private static JsonElement? SchemaOf(JsonElement schema, string key) =>
        schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(key, out JsonElement named) ? named
        : schema.TryGetProperty("additionalProperties", out JsonElement others) && others.ValueKind == JsonValueKind.Object ? others
        : null;

    private IEnumerable<string> OfList(YamlSequenceNode list, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("minItems", out JsonElement least) && list.Children.Count < least.GetInt32())
        {
            yield return $"{path} has too few items";
        }

        int at = 0;
        foreach (YamlNode item in list.Children)
        {
            foreach (string error in Errors(item, schema.GetProperty("items"), $"{path}/{at++}"))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<string> OfScalar(string value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("const", out JsonElement only) && only.GetString() != value)
        {
            yield return $"{path} is not {only}";
        }

        if (schema.TryGetProperty("enum", out _) && !Texts(schema, "enum").Contains(value))
        {
            yield return $"{path} cannot be {value}";
        }

        if (schema.TryGetProperty("pattern", out JsonElement pattern) && !Regex.IsMatch(value, pattern.GetString()!))
        {
            yield return $"{path} is not {pattern}";
        }

        bool isLow = schema.TryGetProperty("minimum", out JsonElement least) && Number(value) < least.GetInt64();
        if (isLow || (schema.TryGetProperty("maximum", out JsonElement most) && Number(value) > most.GetInt64()))
        {
            yield return $"{path} is out of range";
        }
    }

    private static IEnumerable<string> Texts(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out JsonElement texts) ? texts.EnumerateArray().Select(text => text.GetString()!) : [];

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);

    // Only what is written plain is anything else than text.
    private static string TypeOf(YamlNode node) =>
        node switch
        {
            YamlMappingNode => "object",
            YamlSequenceNode => "array",
            YamlScalarNode { Style: not ScalarStyle.Plain } => "string",
            YamlScalarNode { Value: null or "" or "null" or "~" } => "null",
            YamlScalarNode { Value: "true" or "false" } => "boolean",
            YamlScalarNode { Value: var text } => Integer().IsMatch(text) ? "integer" : "string",
            _ => "alias",
        };

    [GeneratedRegex("^-?[0-9]+$")]
    private static partial Regex Integer();
}
