using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Rendering;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Manifests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("manifest.schema.json"), InlineData("policy.schema.json"), InlineData("plan.schema.json")]
    public void The_schema_in_the_documentation_is_the_librarys(string name)
    {
        string actual =
            name.StartsWith("manifest", StringComparison.Ordinal) ? Manifest.Schema
            : name.StartsWith("policy", StringComparison.Ordinal) ? PlanPolicy.Schema
            : SavedPlan.Schema;
        string file = Path.Combine(Repository.Root, "docs", "plans", name);
        if (Environment.GetEnvironmentVariable("ACCEPT_TEXTS") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(actual == File.ReadAllText(file), $"The schema is not that of {file}: set ACCEPT_TEXTS=1, run this again, read it.");
        using var json = JsonDocument.Parse(actual);
        Assert.StartsWith("https://json-schema.org/", json.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
    }
}
