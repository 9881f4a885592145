using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Profiles;

public sealed class LanguageTests
{
    private const string Config = """
        { "default": "asso", "profiles": { "asso": { "language": "fr" }, "board": { "language": "en" }, "silent": {} } }
        """;

    private const string French = "Il n'y a pas de commande";
    private const string English = "There is no command";

    [Theory]
    [InlineData("guest ad", "en_GB.UTF-8", French)]
    [InlineData("guest ad --profile board", "fr_FR.UTF-8", English)]
    [InlineData("guest ad --profile=board", "fr_FR.UTF-8", English)]
    [InlineData("guest ad --profile silent", "fr_FR.UTF-8", French)]
    [InlineData("guest ad --lang en", "fr_FR.UTF-8", English)]
    [InlineData("guest ad --profile none", "fr_FR.UTF-8", French)]
    public async Task The_command_line_counts_before_the_profile_and_the_profile_before_the_locale(string line, string locale, string text)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var console = new ToolConsole { Variables = { ["ZIMBRA_SHARE_CONFIG"] = world.Write("config.json", Config), ["LANG"] = locale } };

        ToolRun run = await console.RunAsync(line.Split(' '));

        Assert.Contains(text, run.Error.Replace('\u2019', '\''), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_names_the_profile_whose_language_is_spoken()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var console = new ToolConsole
        {
            Variables = { ["ZIMBRA_SHARE_CONFIG"] = world.Write("config.json", Config), ["ZIMBRA_SHARE_PROFILE"] = "board" },
        };

        ToolRun shown = await console.RunAsync("config", "show", "--json");

        Assert.Equal("en", shown.Line("settings").GetProperty("language").GetString());
    }

    [Fact]
    public async Task A_configuration_file_that_is_wrong_does_not_keep_from_saying_so()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string config = world.Write("config.json", """{ "profiles": { "a": { "language": "de" } } }""");
        var console = new ToolConsole { Variables = { ["ZIMBRA_SHARE_CONFIG"] = config, ["LANG"] = "fr_FR.UTF-8" } };

        ToolRun shown = await console.RunAsync("config", "show");
        ToolRun spoken = await ToolRun.OfAsync("config", "show", "--lang", "de");

        Assert.Equal(ExitCode.InvalidFile, shown.Exit);
        Assert.Contains("est en ou fr", shown.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Usage, "--lang is en or fr.\n"), (spoken.Exit, spoken.Error));
    }
}
