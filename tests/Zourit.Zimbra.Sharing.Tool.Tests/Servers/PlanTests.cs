using System.Text.Json;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

public sealed class PlanTests
{
    internal const string Two = """
        version: 1
        timezone: Europe/Paris
        shares:
          - { owner: owner@monasso.org, calendar: /my-events, guests: [marie@example.com, ali@free.fr] }
        """;

    [Fact]
    public async Task An_invalid_manifest_is_exit_code_65_with_all_errors_at_their_places()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("bad.yaml", "version: 1\nshares:\n  - { owner: nobody, calender: /x, guest: a@b.fr }\n");

        ToolRun text = await ToolRun.OfAsync("validate", manifest);
        ToolRun json = await ToolRun.OfAsync("validate", manifest, "--json");

        Assert.Equal((ExitCode.InvalidFile, ExitCode.InvalidFile), (text.Exit, json.Exit));
        Assert.Contains("bad.yaml:3:", text.Error, StringComparison.Ordinal);
        Assert.Equal(3, json.Line("fileError").GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task YAML_in_which_the_parser_loses_its_way_is_an_invalid_file_and_no_bug()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await ToolRun.OfAsync("validate", world.Write("lost.yaml", ": \n{\nr"));

        Assert.Equal(ExitCode.InvalidFile, run.Exit);
    }

    [Fact]
    public async Task A_plan_whose_login_is_refused_is_exit_code_4_and_not_a_plan_of_unknown_owners()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);
        world.Server.Change(directory => directory.FindAccount(ToolWorld.Owner)!.Password = "changed");

        ToolRun run = await world.OwnerAsync("plan", manifest);

        Assert.Equal(ExitCode.LoginRefused, run.Exit);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task How_long_the_server_asks_to_wait_is_in_the_summary()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);
        using var throttling = world.Server.Misbehave.On("FolderActionRequest").TooManyRequestsFor(TimeSpan.FromHours(1));

        ToolRun run = await world.OwnerAsync(
            new ToolConsole { TimeProvider = new HurriedTime() },
            "apply",
            manifest,
            "--yes",
            "--json",
            "--no-lock"
        );

        Assert.NotEqual(ExitCode.Done, run.Exit);
        Assert.Equal(3600, run.Line("applied").GetProperty("retryAfterSeconds").GetInt32());
    }

    [Fact]
    public async Task A_plan_shows_what_would_be_done_and_does_nothing()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);

        ToolRun text = await world.OwnerAsync("plan", manifest, "--detailed-exitcode");
        ToolRun french = await world.OwnerAsync("plan", manifest, "--markdown", "--lang", "fr");
        ToolRun json = await world.OwnerAsync("plan", manifest, "--json");

        Assert.Equal(ExitCode.ChangesPending, text.Exit);
        Assert.Contains("+ marie@example.com", text.Output, StringComparison.Ordinal);
        Assert.Contains("2 à créer (2 courriels)", french.Output, StringComparison.Ordinal);
        Assert.Equal(2, json.Line("summary").GetProperty("created").GetInt32());
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_plan_beyond_a_limit_is_shown_and_refused_with_exit_code_6()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);

        ToolRun run = await world.OwnerAsync("apply", manifest, "--limit", "mails=1", "--yes", "--json");

        Assert.Equal(ExitCode.Refused, run.Exit);
        Assert.Single(run.Line("summary").GetProperty("breaches").EnumerateArray());
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_manifest_is_applied_after_a_yes_and_mails_once_whatever_is_repeated()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);
        string journal = Path.Combine(Path.GetDirectoryName(manifest)!, "run.journal");

        ToolRun silent = await world.OwnerAsync("apply", manifest);
        ToolRun no = await world.OwnerAsync(new ToolConsole { IsTerminal = true, Input = "n\n" }, "apply", manifest);
        Assert.Empty(world.Grants());
        ToolRun yes = await world.OwnerAsync(new ToolConsole { IsTerminal = true, Input = "y\n" }, "apply", manifest, "--journal", journal);
        ToolRun again = await world.OwnerAsync("apply", manifest, "--yes", "--json", "--journal", journal);

        Assert.Equal((ExitCode.Usage, ExitCode.Refused), (silent.Exit, no.Exit));
        Assert.Contains("--yes", silent.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ExitCode.Done), (yes.Exit, again.Exit));
        Assert.Equal(2, world.Grants().Length);
        Assert.Equal(0, again.Line("applied").GetProperty("done").GetInt32());
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_saved_plan_is_shown_and_applied_and_refuses_planning_options()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);
        string plan = Path.ChangeExtension(manifest, ".plan");
        string record = Path.ChangeExtension(manifest, ".record");
        string metrics = Path.ChangeExtension(manifest, ".prom");
        await world.OwnerAsync("plan", manifest, "-o", plan);

        ToolRun shown = await ToolRun.OfAsync("show", plan);
        ToolRun refused = await world.OwnerAsync("apply", plan, "--prune-scope");
        ToolRun applied = await world.OwnerAsync("apply", plan, "--json", "--metrics", metrics);
        ToolRun again = await world.OwnerAsync("apply", plan, "--json");
        ToolRun recorded = await world.OwnerAsync("apply", manifest, "--yes", "--record", record);

        Assert.Contains("2 to create", shown.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.Equal("done", applied.Line("outcome").GetProperty("status").GetString());
        Assert.Equal(2, applied.Line("applied").GetProperty("mailsSent").GetInt32());
        Assert.Equal("doneAlready", again.Line("outcome").GetProperty("status").GetString());
        Assert.Contains(
            "zimbra_share_mails_sent 2\n",
            await File.ReadAllTextAsync(metrics, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.Done, recorded.Exit);
        Assert.Contains(
            "marie@example.com",
            await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_report_in_French_counts_none_as_one()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string journal = Path.Combine(world.Folder, "shares.journal");
        await world.OwnerAsync("apply", world.Write("two.yaml", Two), "--yes", "--journal", journal);
        await File.AppendAllTextAsync(journal, "{\"ty\n", TestContext.Current.CancellationToken);

        ToolRun report = await ToolRun.OfAsync("report", journal, "--lang", "fr");

        Assert.Contains("2 faits, 0 échoué.", report.Error, StringComparison.Ordinal);
        Assert.Contains("2 envoyés, 0 dû.", report.Error, StringComparison.Ordinal);
        Assert.Contains("1 ligne n’a pas pu être lue", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_pipeline_a_plan_that_mails_wants_a_journal_that_is_kept()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);
        string journal = Path.ChangeExtension(manifest, ".journal");
        ToolConsole Pipeline() => new() { Variables = { ["CI"] = "true", ["ZIMBRA_SHARE_CONFIG"] = "/nonexistent/c" } };

        ToolRun none = await world.OwnerAsync(Pipeline(), "apply", manifest, "--yes");
        ToolRun forgotten = await world.OwnerAsync(Pipeline(), "apply", manifest, "--yes", "--journal", journal);
        Assert.Empty(world.Grants());
        ToolRun first = await world.OwnerAsync(Pipeline(), "apply", manifest, "--yes", "--journal", journal, "--journal-new");
        ToolRun report = await ToolRun.OfAsync("report", journal);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage, ExitCode.Done), (none.Exit, forgotten.Exit, first.Exit));
        Assert.Equal(ExitCode.Done, report.Exit);
        Assert.Contains("Runs: 1. Changes: 2 done, 0 failed. Mails: 2 sent, 0 owed.", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_is_a_manifest_that_changes_nothing()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--expires", "300d");

        ToolRun exported = await world.OwnerAsync("export", "--timezone", "Europe/Paris");
        ToolRun domain = await world.AdminAsync("export", "--domain", "monasso.org", "--format", "csv");
        ToolRun plan = await world.OwnerAsync("plan", world.Write("exported.yaml", exported.Output), "--json");

        Assert.Equal(ExitCode.Done, exported.Exit);
        Assert.DoesNotContain(plan.Lines, line => line.GetProperty("type").GetString() == "change");
        Assert.Contains(ToolWorld.Guest, domain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_manifests_are_compared_without_a_server()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string old = world.Write("old.yaml", Two);
        string next = world.Write("new.yaml", Two.Replace("ali@free.fr", "zoe@free.fr", StringComparison.Ordinal));

        ToolRun text = await ToolRun.OfAsync("diff", old, next, "--markdown", "--detailed-exitcode");
        ToolRun json = await ToolRun.OfAsync("diff", old, next, "--json");

        Assert.Equal(ExitCode.ChangesPending, text.Exit);
        Assert.StartsWith("**2 shares differ**\n\n```\n", text.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        JsonElement difference = json.Line("difference");
        Assert.Equal("zoe@free.fr", difference.GetProperty("grantee").GetString());
        Assert.False(difference.GetProperty("before").GetBoolean());
    }

    [Theory]
    [InlineData("removal=3", "did you mean removals?")]
    [InlineData("removals=many", "a number or a percentage")]
    [InlineData("mails", "a number or a percentage")]
    public async Task A_limit_that_is_none_is_a_wrong_command_line(string limit, string text)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync("plan", world.Write("two.yaml", Two), "--limit", limit);

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_only_shows_asks_for_no_lock()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);

        ToolRun run = await world.OwnerAsync("apply", manifest, "--dry-run");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.DoesNotContain(world.Server.Journal.Entries, entry => entry.Operations.Contains("CreateFolderRequest"));
    }

    [Fact]
    public async Task A_plan_from_the_directory_alone_opens_no_mailbox_and_is_not_applied()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);
        string plan = Path.ChangeExtension(manifest, ".plan");

        ToolRun planned = await world.AdminAsync("plan", manifest, "--directory-only", "-o", plan, "--json");
        ToolRun refused = await world.AdminAsync("apply", plan, "--yes");

        Assert.Equal((ExitCode.Done, ExitCode.Stale), (planned.Exit, refused.Exit));
        Assert.True(planned.Line("change").GetProperty("unverified").GetBoolean());
        Assert.DoesNotContain(world.Server.Journal.Entries, entry => entry.Operations.Contains("DelegateAuthRequest"));
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_run_that_finds_another_at_work_is_exit_code_9()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);
        await using var client = new ZimbraClient(
            world.Server.ServerUri,
            ZimbraCredentials.Password(ToolWorld.Owner, new Secret(ToolWorld.Password))
        );
        ToolRun other;
        await using (await RunLock.TakeAsync(client, cancellationToken: TestContext.Current.CancellationToken))
        {
            other = await world.OwnerAsync("apply", manifest, "--yes");
        }

        ToolRun alone = await world.OwnerAsync("apply", manifest, "--yes");

        Assert.Equal((ExitCode.Locked, ExitCode.Done), (other.Exit, alone.Exit));
        // The lock is asked for before anything is planned.
        Assert.Empty(other.Output);
    }

    [Fact]
    public async Task An_interrupted_run_says_what_it_did_not_start_and_the_next_one_finishes()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", Two);
        using var stop = new CancellationTokenSource();
        world.Server.Misbehave.On("FolderActionRequest").Delay(TimeSpan.FromSeconds(1));
        Task<ToolRun> running = world.OwnerAsync(new ToolConsole { Stop = stop.Token }, "apply", manifest, "--yes", "--json", "--no-lock");
        await world.Server.Misbehave.WhenInjectedAsync(1, TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        ToolRun stopped = await running;
        world.Server.Misbehave.Clear();
        ToolRun next = await world.OwnerAsync("apply", manifest, "--yes", "--json");

        Assert.Equal((ExitCode.Interrupted, ExitCode.Done), (stopped.Exit, next.Exit));
        Assert.Equal(130, stopped.Line("applied").GetProperty("exit").GetInt32());
        Assert.Equal(2, world.Grants().Length);
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }
}
