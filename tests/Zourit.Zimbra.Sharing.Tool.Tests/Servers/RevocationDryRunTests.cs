using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

/// <summary>With --dry-run, commands that end or renew shares say what they would do.</summary>
public sealed class RevocationDryRunTests
{
    [Fact]
    public async Task Guest_revoke_names_the_grant_and_the_mail_and_ends_nothing()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--no-mail");

        ToolRun run = await world.OwnerAsync("guest", "revoke", "/my-events", ToolWorld.Guest, "--mail", "--dry-run", "--json");

        Assert.Equal(ExitCode.Done, run.Exit);
        JsonElement planned = run.Line("plannedRevocation");
        Assert.Equal("removed", planned.GetProperty("outcome").GetString());
        Assert.Equal(ToolWorld.Guest, Assert.Single(planned.GetProperty("grantees").EnumerateArray()).GetString());
        Assert.Equal(ToolWorld.Guest, planned.GetProperty("mailTo").GetString());
        Assert.Single(world.Grants());
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Of_a_list_each_line_says_whose_share_it_is_also_where_there_is_none()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", "zoe@free.fr", "--no-mail");
        string[] line = ["guest", "revoke", "/my-events", "ali@free.fr", "zoe@free.fr", "--json"];

        ToolRun planned = await world.OwnerAsync([.. line, "--dry-run"]);
        ToolRun revoked = await world.OwnerAsync(line);

        string[] expected = ["ali@free.fr notThere", "zoe@free.fr removed"];
        Assert.Equal(expected, Said(planned, "plannedRevocation"));
        Assert.Equal(expected, Said(revoked, "revocation"));
    }

    [Theory]
    [InlineData("guest revoke /my-events adresse@orange.fr")]
    [InlineData("user revoke /my-events paul")]
    [InlineData("public off /my-events")]
    public async Task Where_there_is_no_share_nothing_would_be_ended(string line)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync([.. line.Split(' '), "--dry-run", "--json"]);

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal("notThere", run.Line("plannedRevocation").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Public_off_says_that_everybody_would_be_shut_out_and_leaves_it_open()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("public", "on", "/my-events");

        ToolRun run = await world.OwnerAsync("public", "off", "/my-events", "--dry-run", "--json");

        Assert.Equal("removed", run.Line("plannedRevocation").GetProperty("outcome").GetString());
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task Guest_renew_says_the_end_now_and_the_end_wanted_and_refuses_where_there_is_no_share()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string[] line = ["guest", "renew", "/my-events", ToolWorld.Guest, "--expires", "2099-08-31", "--dry-run", "--json"];
        ToolRun refused = await world.OwnerAsync(line);
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--no-mail", "--expires", "2099-01-31");

        ToolRun run = await world.OwnerAsync(line);
        ToolRun listed = await world.OwnerAsync("guest", "list", "--json");
        await world.OwnerAsync([.. line.Where(word => word != "--dry-run")]);
        ToolRun renewed = await world.OwnerAsync("guest", "list", "--json");

        Assert.NotEqual(ExitCode.Done, refused.Exit);
        JsonElement planned = run.Line("plannedShare");
        Assert.Equal("changed", planned.GetProperty("outcome").GetString());
        Assert.Equal(End(listed), planned.GetProperty("currentExpires").GetString());
        Assert.Equal(End(renewed), planned.GetProperty("expires").GetString());
    }

    private static IEnumerable<string> Said(ToolRun run, string type) =>
        run
            .Lines.Where(line => line.GetProperty("type").GetString() == type)
            .Select(line => $"{line.GetProperty("grantee").GetString()} {line.GetProperty("outcome").GetString()}");

    private static string? End(ToolRun listed) => listed.Line("grant").GetProperty("expires").GetString();
}
