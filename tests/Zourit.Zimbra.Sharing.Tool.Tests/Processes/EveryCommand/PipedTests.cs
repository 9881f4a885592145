using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

public sealed class PipedTests
{
    [Theory]
    [MemberData(nameof(CommandCases.Names), MemberType = typeof(CommandCases))]
    public async Task In_a_pipe_a_password_comes_in_and_lines_without_colours_go_out(string command)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        CommandCase the = CommandCases.All[command];
        await the.Before(world);
        string[] line = the.LineIn(world);
        bool hasPassword = the.Input is null && line.Contains("--password-file");
        string password = the.Reach == Reach.Administrator ? world.Server.AdminPassword : ToolWorld.Password;
        if (hasPassword)
        {
            line[Array.IndexOf(line, "--password-file") + 1] = "-";
        }

        (int exit, string output, string error) = await CommandRun.OfAsync(
            line,
            hasPassword ? $"{password}\n" : the.Input?.Invoke(world) ?? "",
            ("TERM", "xterm-256color"),
            ("LANG", "fr_FR.UTF-8")
        );

        Assert.True(exit == 0, $"{exit}\n{output}\n{error}");
        Assert.EndsWith("\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output + error);
        Assert.DoesNotContain(password, output + error, StringComparison.Ordinal);
    }
}
