using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

public sealed class DryRunTests
{
    private static readonly string[] Writing =
    [
        "Create",
        "Modify",
        "Delete",
        "Set",
        "Send",
        "Save",
        "FolderAction",
        "Rename",
        "SignUp POST",
    ];

    public static TheoryData<string> Changing =>
        [.. new RootDefinition().Tools().Where(tool => tool.Changes).Select(RootDefinition.PathOf)];

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task With_dry_run_a_command_that_changes_something_sends_no_change(string command)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        CommandCase the = CommandCases.All[command];
        await the.Before(world);
        world.Server.Journal.Clear();
        var console = new ToolConsole { Input = the.Input?.Invoke(world) ?? "" };

        ToolRun run = await console.RunAsync([.. the.LineIn(world), "--dry-run"]);

        Assert.True(run.Exit == ExitCode.Done, run.Error);
        string[] sent = [.. world.Server.Journal.Entries.SelectMany(entry => entry.Operations)];
        Assert.DoesNotContain(sent, operation => Writing.Any(word => operation.StartsWith(word, StringComparison.Ordinal)));
    }
}
