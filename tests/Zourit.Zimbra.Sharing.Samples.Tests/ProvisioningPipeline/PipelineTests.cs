using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Samples.Tests.ProvisioningPipeline;

/// <summary>The pipelines of the sample: their very lines, run by a shell against the fake.</summary>
public sealed class PipelineTests
{
    private const string Pipe = "pipe@monasso.org";
    private const string Password = "Pipe-pa55word";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_merge_request_that_says_more_than_the_policy_allows_is_refused_offline()
    {
        using var tool = new ToolOnPath();
        string folder = Checkout(tool);
        await File.AppendAllTextAsync(
            Path.Combine(folder, "shares.yaml"),
            "  - { owner: bureau@monasso.org, calendar: /my-events, guest: autre@example.com, rights: rwidx }\n",
            Cancel
        );

        SampleProcess.Result run = await RunAsync(tool, folder, Script("check")[0]);

        Assert.Equal(65, run.ExitCode);
        Assert.Contains("shares.yaml:19:", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Contains("policy.yaml:4:", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_request_is_validated_and_compared_offline_and_without_a_secret()
    {
        using var tool = new ToolOnPath();
        string folder = Checkout(tool);
        await GitAsync(tool, folder, "init --quiet", "add .", "-c user.name=a -c user.email=a@example.com commit --quiet --message base");
        string shares = Path.Combine(folder, "shares.yaml");
        await File.WriteAllTextAsync(
            shares,
            (await File.ReadAllTextAsync(shares, Cancel)).Replace("ali@free.fr", "fatima@free.fr", StringComparison.Ordinal),
            Cancel
        );

        foreach (string line in Script("check"))
        {
            SampleProcess.Result run = await RunAsync(tool, folder, line, ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD"));
            Assert.True(run.ExitCode == 0, run.ToString());
        }

        string difference = await File.ReadAllTextAsync(Path.Combine(folder, "difference.md"), Cancel);
        Assert.Contains("fatima@free.fr", difference, StringComparison.Ordinal);
        Assert.Contains("ali@free.fr", difference, StringComparison.Ordinal);
        Assert.DoesNotContain("marie@example.com", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_members_list_alone_is_shown_by_its_merge_request()
    {
        using var tool = new ToolOnPath();
        string folder = Checkout(tool);
        await GitAsync(tool, folder, "init --quiet", "add .", "-c user.name=a -c user.email=a@example.com commit --quiet --message base");
        string members = Path.Combine(folder, "members.csv");
        await File.WriteAllTextAsync(
            members,
            (await File.ReadAllTextAsync(members, Cancel)).Replace("paul@example.com", "lea@free.fr", StringComparison.Ordinal),
            Cancel
        );

        foreach (string line in Script("check"))
        {
            SampleProcess.Result run = await RunAsync(tool, folder, line, ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD"));
            Assert.True(run.ExitCode == 0, run.ToString());
        }

        string difference = await File.ReadAllTextAsync(Path.Combine(folder, "difference.md"), Cancel);
        Assert.Contains("guest=lea@free.fr", difference, StringComparison.Ordinal);
        Assert.Contains("guest=paul@example.com", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_protected_branch_is_planned_and_applied_by_three_shards_at_once_and_nobody_is_mailed_twice()
    {
        await using FakeZimbra zimbra = await StartAsync();
        using var tool = new ToolOnPath();
        string folder = Checkout(tool);
        await BranchAsync(tool, folder, zimbra);
        int mails = zimbra.Outbox.Mails.Count;
        await BranchAsync(tool, folder, zimbra);

        Assert.Equal(4, mails);
        Assert.Equal(mails, zimbra.Outbox.Mails.Count);
        Assert.Equal(2, zimbra.GrantsOf("bureau@monasso.org", "/my-events").Count);
        Assert.Single(zimbra.GrantsOf("bureau@monasso.org", "/public"));
        Assert.Equal(2, zimbra.GrantsOf("tresor@monasso.org", "/my-events").Count);
    }

    [Fact]
    public async Task Who_is_struck_off_the_list_loses_the_share_by_the_next_plan()
    {
        await using FakeZimbra zimbra = await StartAsync();
        using var tool = new ToolOnPath();
        string folder = Checkout(tool);
        await BranchAsync(tool, folder, zimbra);
        string members = Path.Combine(folder, "members.csv");
        string[] lines = await File.ReadAllLinesAsync(members, Cancel);
        await File.WriteAllLinesAsync(members, lines.Where(line => !line.StartsWith("paul@", StringComparison.Ordinal)), Cancel);

        await BranchAsync(tool, folder, zimbra);

        Assert.Equal("adresse@orange.fr", Assert.Single(zimbra.GrantsOf("tresor@monasso.org", "/my-events")).GranteeId);
        Assert.Equal(2, zimbra.GrantsOf("bureau@monasso.org", "/my-events").Count);
    }

    [Fact]
    public async Task Who_is_struck_off_the_list_loses_the_share_by_the_next_run_on_GitHub_too()
    {
        await using FakeZimbra zimbra = await StartAsync();
        using var tool = new ToolOnPath();
        string folder = Checkout(tool);
        string apply = Here(tool, $"{PipelineFiles.Yaml(".github/workflows/shares.yml").At("jobs", "apply", "steps", "1", "run")}");
        (string, string?)[] variables =
        [
            .. Variables(zimbra, tool),
            ("ZIMBRA_PASSWORD", Password),
            ("GITHUB_SHA", "0123456789abcdef"),
            ("RUNNER_TEMP", tool.Folder),
        ];
        SampleProcess.Result first = await RunAsync(tool, folder, apply, variables);
        Assert.True(first.ExitCode == 0, first.ToString());
        string members = Path.Combine(folder, "members.csv");
        string[] lines = await File.ReadAllLinesAsync(members, Cancel);
        await File.WriteAllLinesAsync(members, lines.Where(line => !line.StartsWith("paul@", StringComparison.Ordinal)), Cancel);

        SampleProcess.Result second = await RunAsync(tool, folder, apply, variables);

        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Equal("adresse@orange.fr", Assert.Single(zimbra.GrantsOf("tresor@monasso.org", "/my-events")).GranteeId);
        Assert.Equal(2, zimbra.GrantsOf("bureau@monasso.org", "/my-events").Count);
    }

    [Fact]
    public async Task A_refused_login_ends_the_pipeline_before_the_shards_start()
    {
        await using FakeZimbra zimbra = await StartAsync();
        using var tool = new ToolOnPath();
        string folder = Checkout(tool);
        tool.Write("password", "Wr0ng-pa55word");

        SampleProcess.Result run = await RunAsync(tool, folder, Script("plan")[0], Variables(zimbra, tool));

        Assert.Equal(4, run.ExitCode);
        Assert.DoesNotContain("Wr0ng", run.Output + run.Errors, StringComparison.Ordinal);
    }

    // What the protected branch does, job after job.
    private static async Task BranchAsync(ToolOnPath tool, string folder, FakeZimbra zimbra)
    {
        int mails = zimbra.Outbox.Mails.Count;
        await LinesAsync(tool, folder, zimbra, "plan");
        Assert.Equal(mails, zimbra.Outbox.Mails.Count);
        await ApplyAsync(tool, folder, zimbra);
        int applied = zimbra.Outbox.Mails.Count;
        await LinesAsync(tool, folder, zimbra, "record");
        Assert.Equal(applied, zimbra.Outbox.Mails.Count);
    }

    private static async Task LinesAsync(ToolOnPath tool, string folder, FakeZimbra zimbra, string job)
    {
        foreach (string line in Script(job))
        {
            SampleProcess.Result run = await RunAsync(tool, folder, Here(tool, line), Secrets(zimbra, tool));
            Assert.True(run.ExitCode == 0, run.ToString());
        }
    }

    private static string Here(ToolOnPath tool, string line) =>
        line.Replace("/var/lib/zimbra-share", tool.Folder, StringComparison.Ordinal);

    private static async Task ApplyAsync(ToolOnPath tool, string folder, FakeZimbra zimbra)
    {
        string line = Here(tool, Assert.Single(Script("apply")))
            .Replace("outcome.jsonl", "outcome$CI_NODE_INDEX.jsonl", StringComparison.Ordinal);
        int shards = int.Parse(PipelineFiles.Yaml(".gitlab-ci.yml").At("apply", "parallel").ToString(), null);
        SampleProcess.Result[] runs = await Task.WhenAll(
            Enumerable
                .Range(1, shards)
                .Select(number =>
                    RunAsync(
                        tool,
                        folder,
                        line,
                        [.. Secrets(zimbra, tool), ("CI_NODE_INDEX", $"{number}"), ("CI_NODE_TOTAL", $"{shards}"), ("CI_PIPELINE_ID", "7")]
                    )
                )
        );
        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.ToString()));
    }

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartAsync(
            seed =>
                seed.Account("bureau@monasso.org", "Bureau-pa55", account => account.Calendar("/my-events").Calendar("/public"))
                    .Account("tresor@monasso.org", "Tresor-pa55", account => account.Calendar("/my-events"))
                    .Administrator(Pipe, Password, pipe =>
                        pipe.Grant("adminLoginAs", "listAccount", "getAccountInfo", "get.account.zimbraSharedItem")
                            .GrantOn("account", Pipe, "checkRightUsr")
                    ),
            cancellationToken: Cancel
        );

    private static string[] Script(string job) => PipelineFiles.Yaml(".gitlab-ci.yml").At(job, "script").Texts();

    private static string Checkout(ToolOnPath tool)
    {
        string folder = Directory.CreateDirectory(Path.Combine(tool.Folder, "checkout")).FullName;
        foreach (string file in new[] { "shares.yaml", "members.csv", "policy.yaml" })
        {
            File.Copy(Path.Combine(PipelineFiles.Folder, file), Path.Combine(folder, file));
        }

        return folder;
    }

    private static (string Name, string? Value)[] Secrets(FakeZimbra zimbra, ToolOnPath tool)
    {
        tool.Write("password", Password);
        return Variables(zimbra, tool);
    }

    // The fake's admin service has a port of its own, which a profile names here.
    private static (string Name, string? Value)[] Variables(FakeZimbra zimbra, ToolOnPath tool)
    {
        tool.Write("config.json", $$"""{ "default": "fake", "profiles": { "fake": { "adminServer": "{{zimbra.AdminUri}}" } } }""");
        return
        [
            ("ZIMBRA_SHARE_CONFIG", Path.Combine(tool.Folder, "config.json")),
            ("ZIMBRA_SERVER", $"{zimbra.ServerUri}"),
            ("ZIMBRA_ADMIN", Pipe),
            ("ZIMBRA_PASSWORD_FILE", Path.Combine(tool.Folder, "password")),
            ("CI_COMMIT_SHA", "0123456789abcdef"),
            ("CI", "true"),
        ];
    }

    private static async Task GitAsync(ToolOnPath tool, string folder, params string[] commands)
    {
        foreach (string command in commands)
        {
            SampleProcess.Result run = await RunAsync(tool, folder, $"git {command}");
            Assert.True(run.ExitCode == 0, run.ToString());
        }
    }

    private static Task<SampleProcess.Result> RunAsync(
        ToolOnPath tool,
        string folder,
        string line,
        params (string Name, string? Value)[] environment
    ) => tool.RunAsync("sh", ["-c", $"cd '{folder}' && {line}"], Cancel, environment);
}
