using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

/// <summary>With --dry-run, what the server would refuse is refused, by the exit code of the command itself.</summary>
public sealed class RefusalDryRunTests
{
    [Theory]
    [InlineData("guest add /my-events adresse@orange.fr")]
    [InlineData("guest add /my-events adresse@orange.fr marie@example.com")]
    [InlineData("guest add /my-events owner@monasso.org")]
    [InlineData("user add /my-events OWNER@monasso.org")]
    [InlineData("user add /my-events tresor@monasso.org --expires 2099-08-31")]
    [InlineData("public on /my-events")]
    public async Task What_the_server_would_refuse_is_no_share_that_would_be_made(string line)
    {
        await using ToolWorld world = await ToolWorld.StartAsync(Strict);

        ToolRun planned = await world.OwnerAsync([.. line.Split(' '), "--dry-run", "--json"]);
        ToolRun done = await world.OwnerAsync([.. line.Split(' '), "--json"]);

        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (planned.Exit, done.Exit));
        Assert.DoesNotContain(planned.Lines, each => each.GetProperty("type").GetString() == "plannedShare");
        Assert.StartsWith(
            "Le serveur refuserait : ",
            planned.Line("failure").GetProperty("message").GetProperty("fr").GetString()!.Replace('\u00A0', ' '),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_end_that_the_policy_refuses_is_refused_of_a_renewal_too()
    {
        await using ToolWorld world = await ToolWorld.StartAsync(Strict);
        await world.OwnerAsync("user", "add", "/my-events", "tresor@monasso.org", "--no-mail");
        string[] line = ["guest", "renew", "/my-events", "tresor@monasso.org", "--expires", "2099-08-31"];

        ToolRun planned = await world.OwnerAsync([.. line, "--dry-run"]);
        ToolRun done = await world.OwnerAsync(line);

        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (planned.Exit, done.Exit));
    }

    [Fact]
    public async Task What_is_there_already_is_refused_neither_now_nor_then()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--no-mail");
        world.Server.Change(directory => directory.FindAccount(ToolWorld.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");
        string[] line = ["guest", "add", "/my-events", ToolWorld.Guest];

        ToolRun planned = await world.OwnerAsync([.. line, "--dry-run"]);
        ToolRun done = await world.OwnerAsync(line);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (planned.Exit, done.Exit));
    }

    private static void Strict(FakeZimbraSeed seed) =>
        seed.Cos("default", cos =>
            cos.Attribute("zimbraExternalSharingEnabled", "FALSE")
                .Attribute("zimbraPublicSharingEnabled", "FALSE")
                .Attribute("zimbraShareLifetime", "10d")
        );
}
