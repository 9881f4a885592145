using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Manifests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("manifest.schema.json"), InlineData("policy.schema.json")]
    public void The_schema_in_the_documentation_is_the_librarys(string name)
    {
        string actual = name.StartsWith("manifest", StringComparison.Ordinal) ? Manifest.Schema : PlanPolicy.Schema;
        string file = Path.Combine(Repository.Root, "docs", "plans", name);
        if (Environment.GetEnvironmentVariable("ACCEPT_TEXTS") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(actual == File.ReadAllText(file), $"The schema is not that of {file}: set ACCEPT_TEXTS=1, run this again, read it.");
        using var json = JsonDocument.Parse(actual);
        Assert.Equal("object", json.RootElement.GetProperty("type").GetString());
    }
}
