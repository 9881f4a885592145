using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Writes a resolved manifest so that reading it gives the same.</summary>
internal static class ManifestWriter
{
    private static readonly JsonWriterOptions Json = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(";,\t\"\r\n");

    public static void Write(Manifest manifest, Stream output, ManifestFormat format)
    {
        switch (format)
        {
            case ManifestFormat.Json:
                WriteJson(manifest, output);
                break;
            case ManifestFormat.Csv:
                WriteCsv(manifest, output);
                break;
            default:
                WriteYaml(manifest, output);
                break;
        }
    }

    public static void WriteJson(Manifest manifest, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, Json);
        var fields = new ShareFields(manifest.TimeZone);
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        foreach ((string key, IReadOnlyList<string> texts) in Lists(manifest))
        {
            writer.WriteStartArray(key);
            foreach (string text in texts)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }

        if (manifest.TimeZone is { } zone)
        {
            writer.WriteString("timezone", zone);
        }

        if (manifest.Leavers != LeaverMode.Revoke)
        {
            writer.WriteString("leavers", Word(manifest.Leavers));
        }

        WriteScope(manifest.Scope, writer);
        WriteLimits(manifest.Limits, writer);
        writer.WriteStartArray("shares");
        foreach (DesiredShare share in manifest.Shares)
        {
            writer.WriteStartObject();
            foreach ((string key, string text, bool isText) in fields.Of(share))
            {
                if (isText)
                {
                    writer.WriteString(key, text);
                }
                else
                {
                    writer.WriteBoolean(key, true);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteScope(PruningScope? scope, Utf8JsonWriter writer)
    {
        if (scope is null)
        {
            return;
        }

        writer.WriteStartObject("scope");
        foreach ((string key, IEnumerable<string> texts) in Parts(scope))
        {
            writer.WriteStartArray(key);
            foreach (string text in texts)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteLimits(LimitSettings limits, Utf8JsonWriter writer)
    {
        (string Key, Amount Amount)[] set = [.. limits.Parts()];
        if (set.Length == 0)
        {
            return;
        }

        writer.WriteStartObject("limits");
        foreach ((string key, Amount amount) in set)
        {
            writer.WriteString(key, amount.ToString());
        }

        writer.WriteEndObject();
    }

    private static void WriteYaml(Manifest manifest, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var fields = new ShareFields(manifest.TimeZone);
        writer.WriteLine("version: 1");
        if (manifest.TimeZone is { } zone)
        {
            writer.WriteLine($"timezone: {Quoted(zone)}");
        }

        if (manifest.Leavers != LeaverMode.Revoke)
        {
            writer.WriteLine($"leavers: {Word(manifest.Leavers)}");
        }

        if (manifest.Scope is { } scope)
        {
            writer.WriteLine("scope:");
            foreach ((string key, IEnumerable<string> texts) in Parts(scope))
            {
                writer.WriteLine($"  {key}: [{string.Join(", ", texts.Select(Quoted))}]");
            }
        }

        foreach ((string key, IReadOnlyList<string> texts) in Lists(manifest))
        {
            writer.WriteLine($"{key}: [{string.Join(", ", texts.Select(Quoted))}]");
        }

        (string Key, Amount Amount)[] limits = [.. manifest.Limits.Parts()];
        if (limits.Length > 0)
        {
            writer.WriteLine($"limits: {{ {string.Join(", ", limits.Select(each => $"{each.Key}: {each.Amount}"))} }}");
        }

        writer.WriteLine(manifest.Shares.Count == 0 ? "shares: []" : "shares:");
        foreach (DesiredShare share in manifest.Shares)
        {
            IEnumerable<string> texts = fields.Of(share).Select(each => $"{each.Key}: {(each.IsText ? Quoted(each.Text) : each.Text)}");
            writer.WriteLine($"  - {{ {string.Join(", ", texts)} }}");
        }
    }

    private static void WriteCsv(Manifest manifest, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        var fields = new ShareFields(manifest.TimeZone);
        List<Dictionary<string, string>> rows =
        [
            .. manifest.Shares.Select(share => fields.Of(share).ToDictionary(each => each.Key, each => each.Text)),
        ];
        string[] columns =
        [
            .. ManifestShapes.Columns.Where(column =>
                column is "owner" or "calendar" or "guest" || rows.Any(row => row.ContainsKey(column))
            ),
        ];
        writer.WriteLine(string.Join(';', columns));
        foreach (Dictionary<string, string> row in rows)
        {
            writer.WriteLine(string.Join(';', columns.Select(column => Cell(row.GetValueOrDefault(column, "")))));
        }
    }

    private static string Word(LeaverMode leavers) => leavers == LeaverMode.Retire ? "retire" : "suspend";

    // A spreadsheet would run what looks like a formula.
    private static string Cell(string text)
    {
        string safe = text is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static IEnumerable<(string Key, IReadOnlyList<string> Texts)> Lists(Manifest manifest) =>
        manifest.Keep.Count == 0 ? [] : [("keep", [.. manifest.Keep.Select(rule => rule.ToString())])];

    private static IEnumerable<(string Key, IEnumerable<string> Texts)> Parts(PruningScope scope) =>
        [
            ("owners", scope.Owners.Select(pattern => pattern.Pattern)),
            ("calendars", scope.Calendars.Select(pattern => pattern.Pattern)),
            ("kinds", scope.Kinds.Select(GranteeKinds.Word)),
        ];

    // JSON's quoted text is one of YAML's.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
