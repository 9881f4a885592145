using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Plans.Tests.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Rendering;

public sealed class PlanSchemaTests
{
    [Fact]
    public async Task Every_field_of_a_saved_plan_is_in_its_schema_and_every_field_that_the_schema_wants_is_there()
    {
        using var schema = JsonDocument.Parse(SavedPlan.Schema);
        Dictionary<string, JsonElement> lines = schema
            .RootElement.GetProperty("anyOf")
            .EnumerateArray()
            .ToDictionary(line => line.GetProperty("properties").GetProperty("type").GetProperty("const").GetString()!);
        List<string> errors = [];
        HashSet<string> seen = [];

        foreach (string text in await LinesAsync())
        {
            using var json = JsonDocument.Parse(text);
            string type = json.RootElement.GetProperty("type").GetString()!;
            seen.Add(type);
            Check(json.RootElement, lines[type], type, errors);
        }

        Assert.Empty(errors);
        Assert.Equal(lines.Keys.Order(), seen.Order());
    }

    // Everything that a plan can hold.
    private static async Task<string[]> LinesAsync()
    {
        Owners owners = new Owners()
            .With("bureau@monasso.org", "/my-events", "guest ali@free.fr r", "guest old@free.fr rw 2030-01-01T00:00:00")
            .WithState(new() { Owner = "tresor@monasso.org", Failure = new LocalizedText("timeout") });
        SharingPlan plan = await PlanOf.SharesAsync(
            owners,
            """
            owner: bureau@monasso.org, calendar: /my-events, guest: ali@free.fr, rights: rw
            owner: bureau@monasso.org, calendar: /my-events, guest: old@free.fr, absent: true
            owner: bureau@monasso.org, calendar: /my-events, guest: new@free.fr, note: Hello, expires: 2031-01-01
            owner: bureau@monasso.org, calendar: /other, guest: new@free.fr
            owner: tresor@monasso.org, calendar: /my-events, guest: ali@free.fr
            """,
            "limits: { mails: 0 }\nscope: { owners: ['*@monasso.org'] }",
            new() { Limits = new() { Removals = Amount.Percent(100) } }
        );
        using var stream = new MemoryStream();
        SavedPlan.Write(
            plan with
            {
                Server = new Uri("https://mail1.example.net"),
                Owners = [plan.Owners[0] with { Aliases = ["contact@monasso.org"], Warnings = [new("w")] }, .. plan.Owners.Skip(1)],
                LeavingGuests = [Leaver()],
            },
            stream
        );
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static PlannedLeaver Leaver() =>
        new()
        {
            Domain = "monasso.org",
            Guest = "old@free.fr",
            Action = LeaverAction.Suspend,
            Reason = new("left"),
            Location = new("a.yaml", 1, 1),
        };

    private static void Check(JsonElement value, JsonElement schema, string at, List<string> errors)
    {
        if (
            schema.TryGetProperty("enum", out JsonElement words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value))
        )
        {
            errors.Add($"{at}: {value} is no word of the schema.");
        }

        if (schema.TryGetProperty("type", out JsonElement type) && !Types(type).Contains(TypeOf(value)))
        {
            errors.Add($"{at}: {TypeOf(value)} is not {type}.");
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                Check(item, schema.GetProperty("items"), $"{at}[]", errors);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            CheckFields(value, schema, at, errors);
        }
    }

    private static void CheckFields(JsonElement value, JsonElement schema, string at, List<string> errors)
    {
        foreach (JsonProperty field in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(field.Name, out JsonElement shape))
            {
                Check(field.Value, shape, $"{at}.{field.Name}", errors);
            }
            else if (!schema.TryGetProperty("additionalProperties", out _))
            {
                errors.Add($"{at}.{field.Name} is not in the schema.");
            }
        }

        if (schema.TryGetProperty("required", out JsonElement required))
        {
            errors.AddRange(
                required
                    .EnumerateArray()
                    .Select(name => name.GetString()!)
                    .Where(name => !value.TryGetProperty(name, out _))
                    .Select(name => $"{at}.{name} is missing.")
            );
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(each => each.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => "integer",
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "object",
            _ => "string",
        };
}
