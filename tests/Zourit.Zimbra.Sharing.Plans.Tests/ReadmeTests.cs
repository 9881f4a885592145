using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Plans.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Plans.Tests;

/// <summary>The code of the package's README, compiled and run.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_README_is_compiled_and_run()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        ZimbraClient admin = world.Admin;
        string file = Path.Combine(world.Folder, "shares.yaml");
        string journalFile = Path.Combine(world.Folder, "shares.journal");
        await File.WriteAllTextAsync(file, Yaml(), Files.Token);
        var output = new StringWriter();

#pragma warning disable xUnit1051 // A README's reader passes no token in the first lines they write.
        Manifest manifest = (await Manifest.ReadAsync(file)).ValueOrThrow();
        await using ApplyJournal journal = await ApplyJournal.OpenAsync(journalFile);
        var planner = new SharingPlanner(new ZimbraPlanSource(admin));
        SharingPlan plan = await planner.PlanAsync(manifest, new PlanOptions { OwedMails = journal.OwedMails });
        PlanRenderer.WriteText(plan, output, "en");
        await foreach (ChangeOutcome outcome in new PlanApplier(admin).ApplyAsync(plan, new ApplyOptions { Journal = journal }))
        {
            output.WriteLine($"{outcome.Status} {outcome.Change.Grantee} {outcome.Reason}");
        }
#pragma warning restore xUnit1051

        Assert.Contains("3 to create (2 mails)", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, world.Grants().Length);
    }

    [Fact]
    public void Every_line_of_code_in_the_README_is_in_this_file()
    {
        string compiled = WithoutLayout(
            File.ReadAllText(Path.Combine(Repository.Root, "tests/Zourit.Zimbra.Sharing.Plans.Tests/ReadmeTests.cs"))
        );

        string[] code = Block("csharp");

        Assert.NotEmpty(code);
        Assert.DoesNotContain(code, line => !compiled.Contains(WithoutLayout(line), StringComparison.Ordinal));
    }

    private static string Yaml() => string.Join('\n', Block("yaml"));

    private static string[] Block(string language)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "src/Zourit.Zimbra.Sharing.Plans/README.md"));
        return [.. lines.SkipWhile(line => line != $"```{language}").Skip(1).TakeWhile(line => line != "```")];
    }

    private static string WithoutLayout(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
