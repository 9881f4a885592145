using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

public sealed class ShareTests
{
    [Fact]
    public async Task A_server_that_is_down_is_exit_code_5()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        world.Server.Misbehave.OnAnything().ServiceUnavailableFor(TimeSpan.FromHours(1));

        ToolRun run = await world.OwnerAsync(new ToolConsole { TimeProvider = new HurriedTime() }, "list", "--json");

        Assert.Equal(ExitCode.NotReached, run.Exit);
        Assert.Equal(5, run.Line("error").GetProperty("exit").GetInt32());
        Assert.Equal(3600, run.Line("error").GetProperty("retryAfterSeconds").GetInt32());
    }

    [Fact]
    public async Task A_calendar_is_opened_to_everybody_and_closed()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun planned = await world.OwnerAsync("public", "on", "/public", "--dry-run", "--json");
        Assert.Empty(world.Grants("/public"));
        ToolRun on = await world.OwnerAsync("public", "on", "/public", "--json");
        ToolRun off = await world.OwnerAsync("public", "off", "/public", "--json");

        Assert.Equal("created", planned.Line("plannedShare").GetProperty("outcome").GetString());
        Assert.Equal("created", on.Line("share").GetProperty("outcome").GetString());
        Assert.Equal("removed", off.Line("revocation").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_user_of_the_server_is_added_by_an_administrator_and_revoked()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun on = await world.AdminAsync("user", "add", "/my-events", "tresor@monasso.org", "--rights", "manager", "--json");
        ToolRun off = await world.AdminAsync("user", "revoke", "/my-events", "tresor@monasso.org", "--json");

        Assert.Equal("created", on.Line("share").GetProperty("outcome").GetString());
        Assert.Equal("removed", off.Line("revocation").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Calendars_are_a_table_on_a_terminal_and_tab_separated_in_a_pipe()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun terminal = await world.OwnerAsync(new ToolConsole { IsTerminal = true, Width = 200 }, "calendars", "--no-color");
        ToolRun pipe = await world.OwnerAsync("calendars");

        Assert.Contains("calendar ", terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", terminal.Output, StringComparison.Ordinal);
        Assert.Contains("/my-events\t0\t", pipe.Output, StringComparison.Ordinal);
    }
}
