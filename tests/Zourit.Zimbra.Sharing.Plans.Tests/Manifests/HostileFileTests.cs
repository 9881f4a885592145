using System.Text;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Manifests;

/// <summary>Files made to take time, memory or rights are refused. Were they not, the tests would not end.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_YAML_bomb_is_refused_at_its_first_anchor()
    {
        var bomb = new StringBuilder("version: 1\na0: &a0 [x, x, x]\n");
        for (int i = 1; i < 100; i++)
        {
            bomb.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        Assert.Equal(
            ["shares.yaml:2:5: YAML anchors (&name) are not supported: leave the anchor out."],
            await _files.ErrorsAsync(bomb.ToString())
        );
    }

    [Theory]
    [InlineData("members.csv", "\u00FF\n", "")]
    [InlineData("members.csv", "nobody\n", "owner;calendar;guest\n")]
    [InlineData("shares.yaml", "- { ownr: a }\n", "version: 1\nshares:\n")]
    [InlineData("shares.json", "{ \"ownr\": 1 },", "{ \"version\": 1, \"shares\": [ ", "{}]}")]
    [InlineData("shares.yaml", "a: 1\n", "")]
    public async Task Of_very_many_errors_the_first_thousand_are_listed_and_one_that_says_so(
        string name,
        string line,
        string start,
        string end = ""
    )
    {
        ReadOutcome<Manifest> outcome = await ReadAsync(name, start + string.Concat(Enumerable.Repeat(line, 20_000)) + end);

        Assert.Equal(1_001, outcome.Errors.Count);
        Assert.All(outcome.Errors.SkipLast(1), error => Assert.NotEqual(ManifestErrorCode.TooManyErrors, error.Code));
        ManifestError last = outcome.Errors[^1];
        Assert.Equal(ManifestErrorCode.TooManyErrors, last.Code);
        Assert.StartsWith("there are more than 1000 errors", last.Text.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("il y a plus de 1000 erreurs", last.Text.InLanguage("fr"), StringComparison.Ordinal);
        Assert.Null(outcome.Value);
    }

    [Fact]
    public async Task A_thousand_errors_are_all_that_there_are()
    {
        ReadOutcome<Manifest> outcome = await ReadAsync("members.csv", string.Concat(Enumerable.Repeat("\u00FF\n", 1_000)));

        Assert.Equal(1_000, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.Equal(ManifestErrorCode.Encoding, error.Code));
    }

    [Fact]
    public async Task Of_very_many_errors_of_a_policy_the_first_thousand_are_listed()
    {
        string path = _files.Add("policy.yaml", "version: 1\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"a{i}: 1\n")));

        ReadOutcome<PlanPolicy> outcome = await PlanPolicy.ReadAsync(path, Files.Token);

        Assert.Equal((1_001, ManifestErrorCode.TooManyErrors), (outcome.Errors.Count, outcome.Errors[^1].Code));
    }

    [Theory]
    [InlineData("version: 1\nshares: *all\n", "aliases")]
    [InlineData("version: 1\nshares: !!set {}\n", "tags")]
    [InlineData("version: !!int 1\n", "tags")]
    [InlineData("version: !<tag:yaml.org,2002:int> 1\n", "tags")]
    [InlineData("version: 1\n---\nversion: 1\n", "second document")]
    [InlineData("? [a]\n: 1\n", "a key must be a plain text")]
    public async Task What_manifests_do_not_need_of_YAML_is_refused(string text, string expected)
    {
        string[] errors = await _files.ErrorsAsync(text);

        Assert.Contains(expected, errors[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shares.yaml", "[", 50_000)]
    [InlineData("shares.yaml", "{a: ", 12_000)]
    [InlineData("shares.yaml", "- ", 20_000)]
    [InlineData("shares.yaml", "? ", 20_000)]
    [InlineData("shares.json", "[", 1_000_000)]
    [InlineData("shares.json", "{\"a\":", 1_000_000)]
    public async Task Deep_nesting_is_refused(string name, string piece, int times)
    {
        ReadOutcome<Manifest> outcome = await _files.ReadAsync(string.Concat(Enumerable.Repeat(piece, times)), name);

        Assert.NotEmpty(outcome.Errors);
        Assert.All(outcome.Errors, error => Assert.True(error.Text.ToString().Length < 400));
    }

    [Theory]
    [InlineData("shares.yaml"), InlineData("members.csv")]
    public async Task A_long_line_is_refused(string name) =>
        Assert.Equal(
            [$"{name}:2: the line has more than 65536 bytes."],
            await _files.ErrorsAsync($"version: 1\n{new string('x', 70_000)}\nguest\n", name)
        );

    [Fact]
    public async Task No_more_is_read_than_is_allowed()
    {
        string path = Path.Combine(_files.Folder, "huge.yaml");
        await using (FileStream huge = File.Create(path))
        {
            huge.SetLength(1L << 30);
        }

        ReadOutcome<Manifest> outcome = await Manifest.ReadAsync(path, cancellationToken: Files.Token);

        Assert.Equal(ManifestErrorCode.TooLarge, Assert.Single(outcome.Errors).Code);
    }

    [Fact]
    public async Task A_device_without_end_is_refused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero.");

        ReadOutcome<Manifest> outcome = await Manifest.ReadAsync("/dev/zero", cancellationToken: Files.Token);

        Assert.Equal(ManifestErrorCode.TooLarge, Assert.Single(outcome.Errors).Code);
    }

    [Fact]
    public async Task Owners_calendars_and_guests_do_not_multiply_without_end()
    {
        string many = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"a{i}@example.com"));
        string calendars = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"/c{i}"));

        ReadOutcome<Manifest> outcome = await _files.ReadAsync(
            $"version: 1\nshares:\n  - {{ owners: [{many}], calendars: [{calendars}], guests: [{many}] }}\n",
            options: new() { MaxShares = 50_000 }
        );

        Assert.Equal(ManifestErrorCode.TooLarge, Assert.Single(outcome.Errors).Code);
    }

    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("lists/../../secret.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("link.csv")]
    [InlineData("linked/members.csv")]
    [InlineData("pipe.csv")]
    [InlineData("empty.csv")]
    [InlineData("lists")]
    [InlineData("missing.csv")]
    [InlineData("./members.csv")]
    public async Task A_list_must_be_a_regular_file_below_the_manifest(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        const string Rows = "guest\nmarie@example.com\n";
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(_files.Folder)!, "secret.csv"), Rows);
        _files.Add("members.csv", Rows);
        _files.Add("lists/members.csv", Rows);
        _files.Add("empty.csv", "");
        File.CreateSymbolicLink(Path.Combine(_files.Folder, "link.csv"), Path.Combine(_files.Folder, "members.csv"));
        Directory.CreateSymbolicLink(Path.Combine(_files.Folder, "linked"), Path.Combine(_files.Folder, "lists"));
        System.Diagnostics.Process.Start("mkfifo", Path.Combine(_files.Folder, "pipe.csv")).WaitForExit();

        ReadOutcome<Manifest> outcome = await _files.ReadAsync(
            $"version: 1\nshares:\n  - {{ file: '{file}', owners: [bureau@monasso.org], calendars: [/my-events] }}\n"
        );

        Assert.Equal(ManifestErrorCode.NotReadable, Assert.Single(outcome.Errors).Code);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Of_a_hundred_thousand_wrong_rows_reading_ends_at_the_first_that_is_not_listed()
    {
        var rows = new StringBuilder("owner;calendar;guest\n");
        for (int i = 0; i < 100_000; i++)
        {
            rows.Append($"bureau@monasso.org;/my-events;guest {i}\n");
        }

        ReadOutcome<Manifest> outcome = await _files.ReadAsync(rows.ToString(), "members.csv");

        Assert.Equal(1_001, outcome.Errors.Count);
        Assert.Equal(Enumerable.Range(2, 1_001), outcome.Errors.Select(error => error.Location.Line));
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("shares.yaml"), InlineData("shares.json"), InlineData("shares.csv")]
    public async Task A_hundred_thousand_lines_are_read(string name)
    {
        var text = new StringBuilder(
            name switch
            {
                "shares.yaml" => "version: 1\nshares:\n",
                "shares.json" => "{\"version\": 1, \"shares\": [\n",
                _ => "owner;calendar;guest\n",
            }
        );
        for (int i = 0; i < 100_000; i++)
        {
            text.Append(
                name switch
                {
                    "shares.yaml" => $"  - {{ owner: o{i % 1000}@monasso.org, calendar: /my-events, guest: g{i}@example.com }}\n",
                    "shares.json" => $"{(i == 0 ? "" : ",")}{{\"owner\": \"o{i % 1000}@monasso.org\", "
                        + $"\"calendar\": \"/e\", \"guest\": \"g{i}@example.com\"}}\n",
                    _ => $"o{i % 1000}@monasso.org;/my-events;g{i}@example.com\n",
                }
            );
        }

        Assert.Equal(100_000, (await _files.SharesAsync(text.Append(name == "shares.json" ? "]}" : "").ToString(), name)).Count);
    }

    [Theory]
    [Trait("Category", "Slow")]
    [
        InlineData("A_hundred_thousand_lines_are_read"),
        InlineData("Of_a_hundred_thousand_wrong_rows_reading_ends_at_the_first_that_is_not_listed")
    ]
    public async Task They_are_read_within_250_megabytes(string test)
    {
        var start = new System.Diagnostics.ProcessStartInfo(
            "dotnet",
            [typeof(HostileFileTests).Assembly.Location, "--filter-method", $"*{test}"]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0xFA00000";
        using var process = System.Diagnostics.Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(Files.Token);
        await process.WaitForExitAsync(Files.Token);

        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("failed: 0", output, StringComparison.Ordinal);
    }

    // In Latin-1, as a spreadsheet may write it.
    private Task<ReadOutcome<Manifest>> ReadAsync(string name, string text) =>
        Manifest.ReadAsync(_files.Add(name, Encoding.Latin1.GetBytes(text)), options: null, Files.Token);
}
