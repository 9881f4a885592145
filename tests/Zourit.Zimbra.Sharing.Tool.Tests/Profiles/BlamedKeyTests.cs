using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Profiles;

public sealed class BlamedKeyTests
{
    [Theory]
    [InlineData("trustedRoots", "\"/nonexistent/ca.pem\"", "--trusted-roots")]
    [InlineData("rate", "0", "--rate")]
    public async Task What_a_profile_says_wrong_is_blamed_on_the_profile_and_not_on_an_option(string key, string value, string option)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string config = world.Write(
            "config.json",
            $$"""{ "default": "asso", "profiles": { "asso": { "server": "https://mail.invalid", "account": "a@b.fr", "{{key}}": {{value}} } } }"""
        );
        var console = new ToolConsole { Variables = { ["ZIMBRA_SHARE_CONFIG"] = config, ["ZIMBRA_PASSWORD"] = "pa55word" } };

        ToolRun ofProfile = await console.RunAsync("list");
        ToolRun ofOption = await console.RunAsync("list", option, "/absent");

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (ofProfile.Exit, ofOption.Exit));
        Assert.StartsWith($"{key} ({config})", ofProfile.Error, StringComparison.Ordinal);
        Assert.StartsWith(option, ofOption.Error, StringComparison.Ordinal);
    }
}
