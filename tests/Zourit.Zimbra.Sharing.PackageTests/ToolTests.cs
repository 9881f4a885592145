using Zourit.Zimbra.Sharing.PackageTests.Packing;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.PackageTests;

/// <summary>zimbra-share as its users get it: the .NET tool, and the native file.</summary>
public sealed class ToolTests(PackedPackages packages)
{
    private const string Name = "Zourit.Zimbra.Sharing.Tool";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tool_is_installed_from_its_package_and_runs()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "tool")).FullName;
        await DotNet.RunAsync(
            folder,
            ["tool", "install", Name, "--version", packages.Version, "--tool-path", folder, "--add-source", packages.PackedFolder],
            Token,
            packagesFolder: Path.Combine(packages.Folder, "restored")
        );

        (int exit, string output) = await DotNet.StartAsync(
            Path.Combine(folder, "zimbra-share"),
            folder,
            ["identifier", "adresse@orange.fr", "monasso.org"],
            prepare: null,
            Token
        );

        Assert.Equal((0, "adresse.orange.fr@monasso.org"), (exit, output.Trim()));
    }

    [Fact]
    public async Task The_native_file_is_one_file_without_warnings_of_ours_and_shares_a_calendar()
    {
        (string program, string printed) = await NativeTool.PublishAsync(packages, Token);
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events")),
            cancellationToken: Token
        );

        (int exit, string output) = await DotNet.StartAsync(
            program,
            packages.Folder,
            [
                "guest",
                "add",
                "/my-events",
                "adresse@orange.fr",
                "--server",
                zimbra.ServerUri.ToString(),
                "--account",
                "owner@monasso.org",
                "--json",
            ],
            start => start.Environment["ZIMBRA_PASSWORD"] = "pa55word",
            Token
        );

        Assert.DoesNotContain("warning", printed, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"outcome\":\"created\"", output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Assert.Equal("adresse@orange.fr", Assert.Single(zimbra.Outbox.Mails).EnvelopeTo);
    }

    [Fact]
    public async Task The_native_file_does_what_every_command_is_for_and_fails_as_every_command_should()
    {
        (string program, _) = await NativeTool.PublishAsync(packages, Token);

        (int exit, string output) = await DotNet.StartAsync(
            "dotnet",
            packages.Folder,
            [PackedPackages.ToolTests, "--filter-class", "Zourit.Zimbra.Sharing.Tool.Tests.Processes*"],
            start =>
            {
                DotNet.Forget(start);
                start.Environment["ZIMBRA_SHARE_PROGRAM"] = program;
            },
            Token
        );

        Assert.True(exit == 0, output);
    }
}
