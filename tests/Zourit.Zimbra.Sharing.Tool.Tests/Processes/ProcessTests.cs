using System.Diagnostics;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes;

/// <summary>The real process: what a terminal of tests cannot show.</summary>
[Trait("Category", "Slow")]
public sealed class ProcessTests
{
    [Fact]
    public async Task A_wrong_command_line_is_exit_code_64_on_standard_error()
    {
        (int exit, string output, string error) = await ToolProcess.RunAsync(["guest", "ad"]);

        Assert.Equal((64, ""), (exit, output));
        Assert.Equal("There is no command 'ad'; did you mean 'add'?\n", error);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_exit_code_5()
    {
        (int exit, string output, string error) = await ToolProcess.RunAsync(
            ["calendars", "--server", "http://127.0.0.1:9", "--account", "a@b.example", "--password-file", "-", "--json"],
            "hunter2\n"
        );

        Assert.Equal(5, exit);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("hunter2", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_and_password_come_through_pipes_and_JSON_goes_into_one()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        (int exit, string output, string error) = await ToolProcess.RunAsync(
            ["guest", "add", "/my-events", "-", "--json", .. world.AsOwner],
            "marie@example.com\nali@free.fr\n"
        );

        Assert.Equal((0, ""), (exit, error));
        JsonElement[] lines =
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement),
        ];
        Assert.Equal(["version", "share", "share"], lines.Select(line => line.GetProperty("type").GetString()));
        Assert.Equal(2, world.Grants().Length);
    }

    [Fact]
    public async Task SIGTERM_ends_a_call_with_an_account_and_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        await using ToolWorld world = await ToolWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").StallBody();
        using Process process = ToolProcess.Start(["guest", "add", "/my-events", ToolWorld.Guest, .. world.AsOwner]);
        process.StandardInput.Close();
        Task stalled = world.Server.Misbehave.WhenInjectedAsync(1, TestContext.Current.CancellationToken);
        await Task.WhenAny(stalled, process.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.False(process.HasExited, "it ended before it asked");

        using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        (int exit, _, string error) = await ToolProcess.EndAsync(process);

        Assert.Equal(130, exit);
        Assert.StartsWith("Interrupted. Done: 0.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_leaves_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no shell.");
        using Process shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", $"'{string.Join("' '", ToolProcess.Program)}' man | head -n 1"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        (int exit, string output, string error) = await ToolProcess.EndAsync(shell);

        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith(".TH ZIMBRA-SHARE", output, StringComparison.Ordinal);
    }
}
