using System.Diagnostics;
using System.Globalization;
using Zourit.Zimbra.Sharing.PackageTests.Packing;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.PackageTests;

/// <summary>
/// What <c>docs/getting-started.md</c> and the READMEs tell somebody to do first, done: in an empty folder, outside of the repository,
/// with no
/// package in any cache.
/// </summary>
public sealed class FirstMinutesTests(PackedPackages packages)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_follows_the_first_page_has_shared_a_calendar_in_minutes()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "first-minutes")).FullName;
        string cache = Path.Combine(packages.Folder, "no-cache");
        string config = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Consumers", "nuget.config"), Token);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nuget.config"),
            config.Replace("value=\"packed\"", $"value=\"{packages.PackedFolder}\"", StringComparison.Ordinal),
            Token
        );
        const string page = "docs/getting-started.md";
        string commands = await Page.SectionAsync(page, "## 1. A program", Token);
        string code = await Page.CodeAsync(page, "csharp", Token);
        await using FakeZimbra fake = await FakeZimbra.StartRecordedAsync(cancellationToken: Token);
        long start = Stopwatch.GetTimestamp();

        // From packages: the line that refers to a clone is for as long as there are none (ReadmeTests).
        foreach (
            string command in commands
                .Split('\n')
                .Where(line =>
                    line.StartsWith("dotnet", StringComparison.Ordinal)
                    && !line.StartsWith("dotnet add reference", StringComparison.Ordinal)
                )
        )
        {
            string where = command.Contains(" new ", StringComparison.Ordinal) ? folder : Path.Combine(folder, "first-share");
            await DotNet.RunAsync(where, command.Split(' ')[1..], Token, cache);
        }

        string project = Path.Combine(folder, "first-share");
        string first = await RunAsync(
            project,
            code.Replace("http://127.0.0.1:8080", $"{fake.ServerUri}", StringComparison.Ordinal),
            cache,
            "Secret-1alice"
        );
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        TestContext.Current.SendDiagnosticMessage(
            string.Create(CultureInfo.InvariantCulture, $"The first share took {took.TotalSeconds:0} s.")
        );

        Assert.Contains("Created", first, StringComparison.Ordinal);
        Assert.Contains("adresse.orange.fr@example.test", first, StringComparison.Ordinal);
        Assert.Single(fake.Outbox.To("adresse@orange.fr"));
    }

    [Fact]
    public async Task The_program_of_both_READMEs_shares_a_calendar()
    {
        Assert.Equal(
            WithoutComments(await Page.CodeAsync("README.md", "csharp", Token)),
            WithoutComments(await Page.CodeAsync("README.fr.md", "csharp", Token))
        );
        (Consumer program, _) = await PublishedConsumers.GetAsync(packages, "README.md", Token);
        await using FakeZimbra fake = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events")),
            cancellationToken: Token
        );

        string[] lines = await program.RunAsync([], "pa55word", Token, fake.ServerUri);

        Assert.Equal(
            [$"{fake.ServerUri}home/owner@monasso.org/my-events.ics", "adresse.orange.fr@monasso.org", "Created", "Sent"],
            lines.Take(4).Select(line => line.Split(' ')[0].TrimEnd(':'))
        );
    }

    // They are in the language of the page. An address has no blank before its slashes.
    private static string[] WithoutComments(string code) => [.. code.Split('\n').Select(line => line.Split(" // ", 2)[0].TrimEnd())];

    private static async Task<string> RunAsync(string project, string code, string cache, string password)
    {
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), code, Token);
        await DotNet.RunAsync(project, ["build", "--output", "built"], Token, cache);
        (int exitCode, string output) = await DotNet.StartAsync(
            "dotnet",
            project,
            [Path.Combine("built", "first-share.dll")],
            start => start.Environment["ZIMBRA_PASSWORD"] = password,
            Token
        );
        Assert.True(exitCode == 0, output);
        return output;
    }
}
