using System.Text.Json;
using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Samples.Tests.ScriptedShare;

/// <summary>The scripts that share by <c>zimbra-share</c>: what they print is theirs, the exit code is the tool's.</summary>
public sealed class ToolScriptTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ruby", "share.rb")]
    [InlineData("php", "share.php")]
    [InlineData("pwsh", "share.ps1")]
    public async Task A_script_shares_with_guests_and_says_who_failed(string language, string script)
    {
        Assert.SkipUnless(ToolOnPath.Has(language), $"There is no {language} here.");
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        using var tool = new ToolOnPath();

        SampleProcess.Result run = await RunAsync(
            tool,
            zimbra,
            language,
            [script, Association.Events, Association.Guest, "marie@orange.f"]
        );

        Assert.Contains(
            $"{Association.Guest}: created, {Association.Identifier}, mail sent",
            run.Output,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains("marie@orange.f", run.Errors, StringComparison.Ordinal);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Single(zimbra.Outbox.Mails);
    }

    [Theory]
    [InlineData("ruby", "share.rb")]
    [InlineData("php", "share.php")]
    public async Task A_script_tells_how_it_is_used(string language, string script)
    {
        Assert.SkipUnless(ToolOnPath.Has(language), $"There is no {language} here.");
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        using var tool = new ToolOnPath();

        SampleProcess.Result run = await RunAsync(tool, zimbra, language, [script]);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("usage:", run.Errors, StringComparison.Ordinal);
        Assert.Empty(zimbra.Journal.Entries);
    }

    [Theory]
    [InlineData("/usr/bin/ruby", "share.rb")]
    [InlineData("/usr/bin/php", "share.php")]
    public async Task A_script_that_does_not_find_the_tool_says_where_it_is_explained(string language, string script)
    {
        Assert.SkipUnless(File.Exists(language), $"There is no {language} here.");
        using var tool = new ToolOnPath();

        SampleProcess.Result run = await tool.RunAsync(
            language,
            [Path.Combine(BuiltSample.Folder, "ScriptedShare", script), Association.Events, Association.Guest],
            Cancel,
            ("PATH", tool.Folder)
        );

        Assert.Equal(127, run.ExitCode);
        Assert.Equal("zimbra-share is not in PATH: see docs/tool/README.md.", run.Errors.Trim());
    }

    [Fact]
    public async Task The_shell_script_branches_on_the_exit_code()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        using var tool = new ToolOnPath();
        string list = tool.Write("guests.txt", $"{Association.Guest}\nmarie@example.com\n");

        SampleProcess.Result refused = await RunAsync(tool, zimbra, "sh", ["share-list.sh", Association.Events, list], "wrong");
        SampleProcess.Result done = await RunAsync(tool, zimbra, "sh", ["share-list.sh", Association.Events, list]);

        Assert.Equal(4, refused.ExitCode);
        Assert.Contains("Do not try again", refused.Errors, StringComparison.Ordinal);
        Assert.True(done.ExitCode == 0, done.ToString());
        Assert.EndsWith("Everybody has it.", done.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(2, zimbra.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_list_with_a_line_that_is_no_address_is_done_but_for_that_line_and_says_so()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        using var tool = new ToolOnPath();
        string list = tool.Write("guests.txt", $"{Association.Guest}\nnobody\n");

        SampleProcess.Result run = await RunAsync(tool, zimbra, "sh", ["share-list.sh", Association.Events, list]);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("nobody", run.Output, StringComparison.Ordinal);
        Assert.Contains("Correct what is named above", run.Errors, StringComparison.Ordinal);
        Assert.Single(zimbra.Outbox.Mails);
    }

    private static Task<SampleProcess.Result> RunAsync(
        ToolOnPath tool,
        FakeZimbra zimbra,
        string program,
        string[] arguments,
        string password = Association.Password
    )
    {
        string profile = JsonSerializer.Serialize(
            new { profiles = new { asso = new { server = zimbra.ServerUri, account = Association.Owner } } }
        );
        Directory.CreateDirectory(Path.Combine(tool.Folder, "config", "zimbra-share"));
        tool.Write("config/zimbra-share/config.json", profile);
        return tool.RunAsync(
            program,
            [Path.Combine(BuiltSample.Folder, "ScriptedShare", arguments[0]), .. arguments[1..]],
            Cancel,
            ("ZIMBRA_PASSWORD", password),
            ("ZIMBRA_SHARE_PROFILE", "asso")
        );
    }
}
