namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

public sealed class ServerDownTests(DownRuns runs) : IClassFixture<DownRuns>
{
    [Theory]
    [MemberData(nameof(CommandCases.Names), MemberType = typeof(CommandCases))]
    public async Task A_server_that_is_down_is_exit_code_5_and_who_asks_none_does_not_care(string command)
    {
        (int exit, string output, string error) = await runs.OfAsync(command);

        // Finding out why nobody gets in is what a diagnosis is for.
        bool fails = CommandCases.All[command].Reach != Reach.Offline && command != "guest diagnose";
        Assert.True(exit == (fails ? 5 : 0), $"{exit}\n{output}\n{error}");
        Assert.Equal(fails, output.Length == 0);
        Assert.Equal(fails, error.Contains("127.0.0.1", StringComparison.Ordinal));
    }
}
