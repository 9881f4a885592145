using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

public sealed partial class ApplyTests
{
    [Theory]
    [InlineData("2020-01-01T00:00:00+00:00", "too long ago")]
    [InlineData("2999-01-01T00:00:00+00:00", "still to come")]
    public async Task A_saved_plan_whose_date_is_wrong_is_refused_by_a_dry_run_as_by_the_run(string date, string reason)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string plan = await PlanAsync(world);
        string text = await ReadAsync(plan);
        world.Write(Path.GetFileName(plan), CreatedAt().Replace(text, $"\"createdAt\":\"{date}\""));

        ToolRun shown = await world.OwnerAsync("apply", plan, "--dry-run");
        ToolRun applied = await world.OwnerAsync("apply", plan);

        Assert.Equal((ExitCode.Stale, ExitCode.Stale), (shown.Exit, applied.Exit));
        Assert.Contains(reason, shown.Error, StringComparison.Ordinal);
        Assert.Contains(reason, applied.Error, StringComparison.Ordinal);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_saved_plan_that_the_policy_refuses_is_refused_by_a_dry_run_too_and_left_a_password_file_behind()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string plan = await PlanAsync(world);
        string policy = world.Write("policy.yaml", "version: 1\nguests: ['*@other.example']\n");
        string passwords = Path.Combine(world.Folder, "passwords.csv");

        ToolRun shown = await world.OwnerAsync("apply", plan, "--dry-run", "--policy", policy);
        ToolRun applied = await world.OwnerAsync("apply", plan, "--policy", policy, "--passwords-out", passwords);

        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (shown.Exit, applied.Exit));
        Assert.False(File.Exists(passwords));
    }

    [Theory]
    [InlineData()]
    [InlineData("--dry-run")]
    public async Task A_plan_that_lacks_a_password_file_was_refused_only_after_a_yes(params string[] more)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write(
            "account.yaml",
            """
            version: 1
            shares:
              - { owner: owner@monasso.org, calendar: /my-events, guest: marie@example.com, account: true }
            """
        );

        ToolRun run = await world.AdminAsync(["apply", manifest, .. more]);

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("whose passwords need a file", run.Error, StringComparison.Ordinal);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task The_summary_names_a_share_that_was_changed_since_the_plan_was_made()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string plan = await PlanAsync(world);
        ToolRun between = await world.OwnerAsync("guest", "add", "/my-events", "marie@example.com", "--rights", "rwi", "--yes");

        ToolRun english = await world.OwnerAsync("apply", plan);
        ToolRun french = await world.OwnerAsync("apply", plan, "--lang", "fr");

        Assert.Equal(ExitCode.Done, between.Exit);
        Assert.Contains("0 not started, 1 stale, mails: ", english.Output, StringComparison.Ordinal);
        Assert.Contains("0 non commencé, 1 périmé, courriels", french.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_of_the_last_success_stays_in_the_metrics_of_a_run_that_fails()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", PlanTests.Two);
        string metrics = Path.ChangeExtension(manifest, ".prom");
        await world.OwnerAsync("apply", manifest, "--yes", "--metrics", metrics);
        string success = await LastSuccessAsync(metrics);
        world.Write("two.yaml", PlanTests.Two.Replace("ali@free.fr", "zoe@free.fr", StringComparison.Ordinal));
        using var refusal = world.Server.Misbehave.On("FolderActionRequest").Fault("service.PERM_DENIED");

        // Without the lock, which is refused as well; the second reads what the first failed run wrote.
        for (int i = 0; i < 2; i++)
        {
            ToolRun failed = await world.OwnerAsync("apply", manifest, "--yes", "--no-lock", "--metrics", metrics);

            Assert.NotEqual(ExitCode.Done, failed.Exit);
            Assert.Contains("zimbra_share_outcomes{status=\"failed\"} 1\n", await ReadAsync(metrics), StringComparison.Ordinal);
            Assert.Equal(success, await LastSuccessAsync(metrics));
        }
    }

    [Fact]
    public async Task A_lock_that_others_pass_on_among_themselves_is_not_said_to_be_a_run_without_a_name()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string manifest = world.Write("two.yaml", PlanTests.Two);
        using var taken = world.Server.Misbehave.On("FolderActionRequest").Calls(1, 5).Fault("mail.ALREADY_EXISTS");

        ToolRun run = await world.OwnerAsync("apply", manifest, "--yes");

        Assert.Equal(ExitCode.Locked, run.Exit);
        Assert.Contains("Other runs come and go", run.Error, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(ToolWorld world)
    {
        string manifest = world.Write("two.yaml", PlanTests.Two);
        string plan = Path.ChangeExtension(manifest, ".plan");
        Assert.Equal(ExitCode.Done, (await world.OwnerAsync("plan", manifest, "-o", plan)).Exit);
        return plan;
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private static async Task<string> LastSuccessAsync(string metrics) =>
        Assert.Single((await ReadAsync(metrics)).Split('\n'), line =>
            line.StartsWith("zimbra_share_last_success_timestamp_seconds ", StringComparison.Ordinal)
        );

    [GeneratedRegex("\"createdAt\":\"[^\"]*\"")]
    private static partial Regex CreatedAt();
}
