using System.Diagnostics;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.SeedFiles;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Tests.Processes;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Documents;

/// <summary>What the first pages tell somebody to type, typed, on the server that they tell them to start.</summary>
public sealed class FirstPageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zimbra-share-tests-");

    [Fact]
    public async Task Whoever_types_the_line_that_sets_the_path_finds_what_was_built_in_scripts_too()
    {
        string line = Assert.Single(Section("tool/README.md", "## Get it").Split('\n'), line =>
            line.StartsWith("export PATH=", StringComparison.Ordinal)
        );
        string folder = line.Split("$PWD/")[1].Split(':')[0];
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no shell.");
        Assert.SkipUnless(
            File.Exists(ToolFolder.InRepository($"{folder}/zimbra-share.dll")),
            "The page builds for debugging; this is another build."
        );
        string script = Path.Combine(_folder.FullName, "script.sh");
        await File.WriteAllTextAsync(script, "zimbra-share identifier adresse@orange.fr monasso.org\n", Token);
        var start = new ProcessStartInfo("sh", ["-c", $"{line}\nsh '{script}'"])
        {
            WorkingDirectory = ToolFolder.InRepository("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using Process shell = Process.Start(start)!;
        (int exit, string output, string error) = await ToolProcess.EndAsync(shell);

        Assert.True(exit == 0, error);
        Assert.Contains("adresse.orange.fr@monasso.org", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_types_the_lines_of_the_first_page_has_shared_a_calendar()
    {
        await using FakeZimbra fake = await StartAsync();

        ToolRun[] runs = await TypeAsync(fake, Section("tool/README.md", "## The first share"));

        Assert.Equal(3, runs.Length);
        Assert.All(runs, run => Assert.True(run.Exit == ExitCode.Done, run.Error));
        Assert.Contains("adresse.orange.fr@monasso.org", runs[^1].Output, StringComparison.Ordinal);
        Assert.Single(fake.Outbox.To("adresse@orange.fr"));
    }

    [Fact]
    public async Task Whoever_goes_on_with_the_first_plan_sees_what_the_page_shows_and_may_apply_it_again()
    {
        await using FakeZimbra fake = await StartAsync();
        await TypeAsync(fake, Section("tool/README.md", "## The first share"));
        string page = Section("plans/README.md", "## The first plan");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "shares.yaml"), Block(page, "yaml"), Token);

        ToolRun[] runs = await TypeAsync(fake, page);
        ToolRun again = (await TypeAsync(fake, page))[^1];

        Assert.Equal(3, runs.Length);
        Assert.All(runs, run => Assert.True(run.Exit == ExitCode.Done, run.Error));
        Assert.Contains(runs[1].Output.TrimEnd(), page, StringComparison.Ordinal);
        Assert.Contains("2 done, 0 done already", runs[2].Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, again.Exit);
        Assert.Equal(3, fake.Outbox.Mails.Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartFromFileAsync(
            SeedFile.Load(ToolFolder.InRepository("samples/FakeZimbra/seed.asso.json")),
            new FakeZimbraOptions(),
            Token
        );

    private async Task<ToolRun[]> TypeAsync(FakeZimbra fake, string page)
    {
        List<ToolRun> runs = [];
        foreach (string line in page.Split('\n').Where(line => line.StartsWith("zimbra-share ", StringComparison.Ordinal)))
        {
            var console = new ToolConsole { Variables = { ["ZIMBRA_PASSWORD"] = "Secret-1owner" } };
            runs.Add(await console.RunAsync([.. line.Split(' ').Skip(1).Select(word => Argument(word, fake))]));
        }

        return [.. runs];
    }

    private string Argument(string word, FakeZimbra fake) =>
        word == "http://127.0.0.1:8080" ? fake.ServerUri.AbsoluteUri
        : word.StartsWith("shares.", StringComparison.Ordinal) ? Path.Combine(_folder.FullName, word)
        : word;

    private static string Section(string page, string title) =>
        File.ReadAllText(ToolFolder.InRepository(Path.Combine("docs", page))).Split($"{title}\n", 2)[1].Split("\n## ", 2)[0];

    private static string Block(string page, string language) => page.Split($"```{language}\n", 2)[1].Split("```", 2)[0];
}
