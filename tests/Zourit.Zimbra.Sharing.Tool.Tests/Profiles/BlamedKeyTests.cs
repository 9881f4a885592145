using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Profiles;

public sealed class BlamedKeyTests
{
    [Theory]
    [InlineData("absent.pem", "cannot be read")]
    [InlineData("empty.pem", "holds no certificate")]
    public async Task Authorities_that_a_profile_names_wrong_are_blamed_by_the_profiles_key_too(string file, string text)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        world.Write("empty.pem", "none\n");
        var profile = new
        {
            server = "https://mail.invalid",
            account = "a@b.fr",
            trustedRoots = Path.Combine(world.Folder, file),
        };
        string config = world.Write("config.json", JsonSerializer.Serialize(new { profiles = new { asso = profile } }));
        var console = new ToolConsole { Variables = { ["ZIMBRA_SHARE_CONFIG"] = config, ["ZIMBRA_PASSWORD"] = "pa55word" } };

        ToolRun run = await console.RunAsync("list", "--profile", "asso");

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.StartsWith("--trusted-roots (trustedRoots): ", run.Error, StringComparison.Ordinal);
        Assert.Contains(profile.trustedRoots, run.Error, StringComparison.Ordinal);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
    }
}
