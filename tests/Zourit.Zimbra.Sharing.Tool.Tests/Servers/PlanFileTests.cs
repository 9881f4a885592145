using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

/// <summary>The files that planning and applying write: whole, in time, and never in place of another.</summary>
public sealed class PlanFileTests
{
    [Theory]
    [InlineData("plan {0} -o {1}/none/p", "its folder does not exist")]
    [InlineData("plan {0} -o {1}", "it is a folder")]
    [InlineData("apply {0} --yes --record {1}/none/r", "its folder does not exist")]
    [InlineData("apply {0} --yes --metrics {1}", "it is a folder")]
    public async Task A_file_that_cannot_be_written_in_the_end_is_refused_before_anything_is_asked(string line, string reason)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", PlanTests.Two);

        ToolRun run = await world.OwnerAsync(string.Format(CultureInfo.InvariantCulture, line, manifest, world.Folder).Split(' '));

        Assert.Equal((ExitCode.InvalidFile, ""), (run.Exit, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", run.Error, StringComparison.Ordinal);
        Assert.Empty(world.Server.Journal.Entries);
    }

    [Theory]
    [InlineData("plan {0} -o {0}")]
    [InlineData("apply {0} --yes --record {0}")]
    [InlineData("apply {0} --yes --metrics {0}")]
    public async Task A_manifest_is_not_overwritten_by_what_is_made_of_it(string line)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", PlanTests.Two);

        ToolRun run = await world.OwnerAsync(string.Format(CultureInfo.InvariantCulture, line, manifest).Split(' '));

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Equal(PlanTests.Two, await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken));
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_plan_that_is_saved_to_a_device_or_a_descriptor_is_written_into_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc");
        await using ToolWorld world = await ToolWorld.StartAsync();
        string target = world.Write("target", "");
        await using var open = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        ToolRun run = await world.OwnerAsync(
            "plan",
            world.Write("two.yaml", PlanTests.Two),
            "-o",
            $"/proc/self/fd/{open.SafeFileHandle.DangerousGetHandle()}"
        );

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains(await SavedPlan.HashAsync(target, TestContext.Current.CancellationToken), run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1\nshares: []\n", false)]
    [InlineData("{\"type\":\"version\",\"version\":1}\n{\"type\":\"summary\"}\n", false)]
    [InlineData("{ \"version\": 1, \"shares\": [] }\n", false)]
    [InlineData("", true)]
    [InlineData("{\"type\":\"run\",\"ru", true)]
    [InlineData("{\"ty", true)]
    public async Task A_file_that_is_no_journal_is_not_written_to(string content, bool isJournal)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string other = world.Write("other", content);

        ToolRun planned = await world.OwnerAsync("plan", world.Write("two.yaml", PlanTests.Two), "--journal", other);
        ToolRun applied = await world.OwnerAsync("apply", world.Write("two.yaml", PlanTests.Two), "--yes", "--journal", other);

        ExitCode exit = isJournal ? ExitCode.Done : ExitCode.InvalidFile;
        Assert.Equal((exit, exit), (planned.Exit, applied.Exit));
        Assert.Equal(isJournal ? 2 : 0, world.Grants().Length);
        string now = await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken);
        Assert.Equal(isJournal, now != content);
    }

    [Fact]
    public async Task A_record_names_what_may_be_shared_before_the_first_change_is_made()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", PlanTests.Two);
        string record = world.Write("shares.record", "version: 1\nshares: []\n");
        string whileWriting = "";
        world.Server.Misbehave.On("BatchRequest").BetweenItems(async _ => whileWriting = await File.ReadAllTextAsync(record));

        ToolRun run = await world.OwnerAsync("apply", manifest, "--yes", "--prune-from", record, "--record", record);

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("marie@example.com", whileWriting, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken), whileWriting);
    }
}
