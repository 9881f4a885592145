using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

public sealed class WrongArgumentTests
{
    [Theory]
    [MemberData(nameof(CommandCases.Names), MemberType = typeof(CommandCases))]
    public async Task A_wrong_argument_is_said_on_standard_error_and_changes_nothing(string command)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        CommandCase the = CommandCases.All[command];
        await the.Before(world);
        string[] grants = world.Grants();
        int mails = world.Server.Outbox.Mails.Count;

        (int exit, string output, string error) = await CommandRun.OfAsync(the.LineIn(world, the.Wrong));

        Assert.True(exit == the.WrongExit, $"{exit}\n{output}\n{error}");
        Assert.NotEmpty(error);
        Assert.Equal(grants, world.Grants());
        Assert.Equal(mails, world.Server.Outbox.Mails.Count);
        Assert.True(output.Length == 0 || command == "apply", output);
    }
}
