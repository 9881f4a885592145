using System.Diagnostics;
using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Chaos.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task It_prints_one_json_object_and_exits_with_zero()
    {
        (int exitCode, string output, string errors) = await RunAsync("--seeds", "2", "--first-seed", "1");

        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal(
            [
                "seeds",
                "operations",
                "faultsInjected",
                "lostGrants",
                "strayGrants",
                "duplicateMails",
                "duplicateAccounts",
                "wrongOutcomes",
                "leakedSecrets",
                "hangs",
                "missingMails",
                "unresolvedAfterRerun",
                "unknownOutcomes",
            ],
            json.RootElement.EnumerateObject().Select(member => member.Name)
        );
        Assert.All(json.RootElement.EnumerateObject().Skip(3), member => Assert.Equal(0, member.Value.GetInt32()));
        Assert.Equal(2, json.RootElement.GetProperty("seeds").GetInt32());
        Assert.True(json.RootElement.GetProperty("operations").GetInt32() > 0);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task What_is_found_makes_it_exit_with_one_and_is_reported_with_its_seed()
    {
        (int exitCode, string output, string errors) = await RunAsync("--seeds", "1", "--first-seed", "3", "--sabotage", "leak");

        using JsonDocument json = JsonDocument.Parse(output);
        Assert.NotEqual(0, json.RootElement.GetProperty("leakedSecrets").GetInt32());
        Assert.Equal(1, exitCode);
        Assert.StartsWith("seed 3: LeakedSecrets: ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seeds", "0")]
    [InlineData("--seeds", "many")]
    [InlineData("--first-seed", "-1")]
    [InlineData("--sabotage", "hope")]
    [InlineData("--sedes", "5")]
    public async Task A_bad_argument_is_named_and_makes_it_exit_with_two(string option, string value)
    {
        (int exitCode, string output, string errors) = await RunAsync(option, value);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(
            option == "--seeds" && value == "0" ? "--seeds must be from 1"
                : option == "--first-seed" ? "--first-seed must be from 0"
                : value == "5" ? option
                : value,
            errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Plans_whose_runs_are_killed_are_finished_by_the_next_run_and_everybody_is_mailed_once()
    {
        (int exitCode, string output, string errors) = await RunAsync("--plan-kills", "3", "--first-seed", "1");

        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal(0, json.RootElement.GetProperty("findings").GetInt32());
        Assert.True(json.RootElement.GetProperty("killedRuns").GetInt32() > 0);
        Assert.Equal((0, ""), (exitCode, errors));
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Zourit.Zimbra.Sharing.Chaos.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
