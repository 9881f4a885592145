using System.Reflection;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Commands.Setup;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Documents;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_in_the_documentation_is_the_programs()
    {
        string schema = OutputSchema.Write() + "\n";

        ToolFolder.AssertGenerated("output.schema.json", schema);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(schema).RootElement.GetProperty("anyOf").ValueKind);
    }

    [Fact]
    public void Every_kind_of_line_has_a_name_of_its_own_and_is_in_the_schema()
    {
        string[] types = [.. OutputSchema.Shapes.Select(shape => shape.Type)];
        int properties = typeof(RootDefinition)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Count(property => typeof(IRecordShape).IsAssignableFrom(property.PropertyType));

        Assert.Equal(types.Distinct(), types);
        Assert.Equal(properties, types.Length);
    }

    [Fact]
    public void The_lines_of_saved_plans_are_in_the_schema_as_plans_have_them()
    {
        JsonElement[] lines = Lines(OutputSchema.Write());
        JsonElement[] plan = Lines(SavedPlan.Schema);

        Assert.Equal(["version"], lines.GroupBy(TypeOf).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal("version", TypeOf(plan[0]));
        Assert.All(lines[^plan.Length..].Zip(plan), pair => Assert.True(JsonElement.DeepEquals(pair.First, pair.Second)));
    }

    private static JsonElement[] Lines(string schema) => [.. JsonDocument.Parse(schema).RootElement.GetProperty("anyOf").EnumerateArray()];

    private static string TypeOf(JsonElement line) => line.GetProperty("properties").GetProperty("type").GetProperty("const").GetString()!;
}
