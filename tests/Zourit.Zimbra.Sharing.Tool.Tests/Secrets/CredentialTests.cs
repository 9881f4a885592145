using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Secrets;

public sealed class CredentialTests
{
    private static readonly string[] List = ["calendars", "--json"];

    [Fact]
    public async Task A_file_counts_before_the_environment_and_two_sources_are_refused()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        ToolConsole Wrong() => Console(("ZIMBRA_PASSWORD", "wrong"));

        ToolRun file = await world.OwnerAsync(Wrong(), List);
        ToolRun environment = await Wrong().RunAsync([.. List, .. Address(world)]);
        ToolRun both = await world.OwnerAsync([.. List, "--password-command", "echo x"]);

        Assert.Equal((ExitCode.Done, ExitCode.LoginRefused, ExitCode.Usage), (file.Exit, environment.Exit, both.Exit));
    }

    [Fact]
    public async Task A_password_comes_from_standard_input_a_command_the_credentials_directory_a_prompt_and_the_environment()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string folder = Path.GetDirectoryName(world.Write("zimbra-password", ToolWorld.Password))!;

        ToolRun[] runs =
        [
            await new ToolConsole { Input = ToolWorld.Password + "\n" }.RunAsync([.. List, .. Address(world), "--password-file", "-"]),
            await new ToolConsole().RunAsync([.. List, .. Address(world), "--password-command", $"cat '{world.PasswordFile}'"]),
            await Console(("CREDENTIALS_DIRECTORY", folder)).RunAsync([.. List, .. Address(world)]),
            await new ToolConsole { IsTerminal = true, Hidden = ToolWorld.Password }.RunAsync([.. List, .. Address(world)]),
            await Console(("ZIMBRA_PASSWORD", ToolWorld.Password)).RunAsync([.. List, .. Address(world)]),
        ];

        Assert.All(runs, run => Assert.Equal(ExitCode.Done, run.Exit));
        Assert.All(runs, run => Assert.DoesNotContain(ToolWorld.Password, run.Output + run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_prompt_is_not_made_where_nobody_answers()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun piped = await new ToolConsole().RunAsync([.. List, .. Address(world)]);
        ToolRun told = await new ToolConsole { IsTerminal = true, Hidden = "x" }.RunAsync([.. List, .. Address(world), "--no-input"]);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (piped.Exit, told.Exit));
        Assert.Contains("--password-file", piped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_names_server_account_and_the_passwords_place()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string config = world.Write(
            "config.json",
            $$"""
            { // as people write it
              "default": "asso",
              "profiles": { "asso": { "server": "{{world.Server.ServerUri}}", "account": "{{ToolWorld.Owner}}", "passwordFile": "{{world.PasswordFile}}" }, },
            }
            """
        );
        ToolConsole Configured() => Console(("ZIMBRA_SHARE_CONFIG", config));

        ToolRun listed = await Configured().RunAsync(List);
        ToolRun shown = await Configured().RunAsync("config", "show", "--json");
        ToolRun typo = await Configured().RunAsync([.. List, "--profile", "aso"]);
        ToolRun other = await Configured().RunAsync([.. List, "--profile", "production"]);
        ToolRun none = await Console(("ZIMBRA_SHARE_CONFIG", world.Write("empty.json", "{}"))).RunAsync([.. List, "--profile", "asso"]);
        ToolRun completed = await Configured().RunAsync("__complete", "28", "zimbra-share list --profile ");

        Assert.Equal(ExitCode.Done, listed.Exit);
        Assert.Equal("asso", shown.Line("settings").GetProperty("profile").GetString());
        Assert.DoesNotContain(ToolWorld.Password, shown.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'asso'?", typo.Error, StringComparison.Ordinal);
        Assert.Contains("; there are: asso.", other.Error, StringComparison.Ordinal);
        Assert.Contains("There is no profile in ", none.Error, StringComparison.Ordinal);
        Assert.Equal("asso\n", completed.Output);
    }

    [Theory]
    [InlineData("""{ "profiles": { "a": { "password": "hunter2" } } }""", "passwordFile")]
    [InlineData("""{ "profiles": { "a": { "servr": "x" } } }""", "did you mean 'server'?")]
    [InlineData("""{ "profiles": { "a": { "server": ["x"] } } }""", "must be a text")]
    [InlineData("""{ "profiles": [] }""", "must be an object")]
    [InlineData("""{ "profiles" """, "is no JSON")]
    public async Task A_configuration_file_that_is_wrong_is_exit_code_65(string json, string text)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string config = world.Write("config.json", json);

        ToolRun run = await Console(("ZIMBRA_SHARE_CONFIG", config)).RunAsync("config", "show");

        Assert.Equal(ExitCode.InvalidFile, run.Exit);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_configuration_file_is_not_passed_over()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await Console(("ZIMBRA_SHARE_CONFIG", world.Folder)).RunAsync(List);

        Assert.Equal(ExitCode.InvalidFile, run.Exit);
        Assert.Contains("is a folder", run.Error, StringComparison.Ordinal);
    }

    private static string[] Address(ToolWorld world) => ["--server", world.Server.ServerUri.AbsoluteUri, "--account", ToolWorld.Owner];

    private static ToolConsole Console(params (string Name, string Value)[] variables)
    {
        var console = new ToolConsole();
        foreach ((string name, string value) in variables)
        {
            console.Variables[name] = value;
        }

        return console;
    }
}
