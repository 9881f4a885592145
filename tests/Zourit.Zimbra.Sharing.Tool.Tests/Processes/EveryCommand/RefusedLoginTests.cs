using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

public sealed class RefusedLoginTests
{
    private const string WrongPassword = "not-it-7131";

    [Theory]
    [MemberData(nameof(CommandCases.Names), MemberType = typeof(CommandCases))]
    public async Task A_refused_login_is_exit_code_4_and_nothing_else_and_who_logs_in_nowhere_does_not_care(string command)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        CommandCase the = CommandCases.All[command];
        await the.Before(world);
        string input = the.Input?.Invoke(world) ?? "";
        foreach (string file in new[] { "password.txt", "admin.txt", "wrong.txt" })
        {
            world.Write(file, WrongPassword);
        }

        string[] grants = world.Grants();

        (int exit, string output, string error) = await CommandRun.OfAsync(the.LineIn(world, the.Refused), input);

        bool logsIn = the.Refused is not null || the.Reach is Reach.Owner or Reach.Administrator;
        Assert.True(exit == (logsIn ? 4 : 0), $"{exit}\n{output}\n{error}");
        Assert.Equal(logsIn, output.Length == 0);
        Assert.DoesNotContain(WrongPassword, output + error, StringComparison.Ordinal);
        Assert.Equal(grants, world.Grants());
    }
}
