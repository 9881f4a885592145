using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

[Trait("Category", "Slow")]
public sealed class HappyPathTests
{
    [Theory]
    [MemberData(nameof(CommandCases.Names), MemberType = typeof(CommandCases))]
    public async Task A_command_does_what_it_is_for_and_shows_no_password(string command)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        CommandCase the = CommandCases.All[command];
        await the.Before(world);

        (int exit, string output, string error) = await ToolProcess.RunAsync(the.LineIn(world), the.Input?.Invoke(world) ?? "");

        Assert.True(exit == 0, $"{exit}\n{output}\n{error}");
        Assert.NotEmpty(output);
        Assert.DoesNotContain(ToolWorld.Password, output + error, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Server.AdminPassword, output + error, StringComparison.Ordinal);
    }
}
