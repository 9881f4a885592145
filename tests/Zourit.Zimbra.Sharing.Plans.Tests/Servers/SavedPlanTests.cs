using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class SavedPlanTests
{
    private const string Owner = "owner: bureau@monasso.org, calendar: /my-events";

    [Fact]
    public async Task A_plan_that_was_changed_after_it_was_approved_is_refused()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        string path = await SaveAsync(world, await world.PlanAsync(await world.ManifestAsync($"{Owner}, guest: m@example.com")));
        string hash = await SavedPlan.HashAsync(path, Files.Token);
        string text = await File.ReadAllTextAsync(path, Files.Token);
        await File.WriteAllTextAsync(path, text.Replace("\"r\"", "\"rw\"", StringComparison.Ordinal), Files.Token);

        ReadOutcome<SharingPlan> outcome = await SavedPlan.ReadAsync(path, new() { Sha256 = hash }, Files.Token);

        Assert.Equal(ManifestErrorCode.OtherFile, Assert.Single(outcome.Errors).Code);
    }

    [Fact]
    public async Task A_plan_with_more_removals_than_it_was_judged_for_is_judged_again_and_refused()
    {
        await using PlanWorld world = await SharedAsync(20);
        string absent = $"owner: paul@monasso.org, calendar: /e, guests: [{Guests(12)}], absent: true";
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(absent));
        string path = await SaveAsync(world, plan with { Breaches = [] });

        SharingPlan read = (await SavedPlan.ReadAsync(path, null, Files.Token)).ValueOrThrow();
        IReadOnlyList<PlanObjection> objections = new PlanApplier(world.Admin).Examine(read);

        Assert.NotEmpty(plan.Breaches);
        Assert.Equal(plan.Breaches.Count, objections.Count(objection => objection.Code == PlanObjectionCode.Limit));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ApplyAsync(read));
        Assert.Equal(20, world.Grants("paul@monasso.org", "/e").Length);
    }

    [Fact]
    public async Task Limits_that_were_raised_when_the_plan_was_made_hold_when_it_is_applied_unless_the_policy_says_less()
    {
        await using PlanWorld world = await SharedAsync(20);
        string absent = $"owner: paul@monasso.org, calendar: /e, guests: [{Guests(8)}], absent: true";
        Amount many = Amount.Of(10);
        PlanOptions raised = new()
        {
            Limits = new() { Removals = many, RemovalsPerDomain = many },
        };
        string path = await SaveAsync(world, await world.PlanAsync(await world.ManifestAsync(absent), raised));
        SharingPlan plan = (await SavedPlan.ReadAsync(path, null, Files.Token)).ValueOrThrow();

        ApplyOptions strict = new() { Policy = await PolicyAsync(world, "limits: { removals: 7 }") };
        IReadOnlyList<PlanObjection> objections = new PlanApplier(world.Admin).Examine(plan, strict);
        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);

        Assert.Equal(PlanObjectionCode.Limit, Assert.Single(objections).Code);
        Assert.Equal(8, outcomes.Count(outcome => outcome.Status == ChangeStatus.Done));
    }

    [Theory]
    [InlineData("owners: ['*@other.example']")]
    [InlineData("rights: r")]
    [InlineData("guests: ['*@other.example']")]
    [InlineData("notes: false")]
    public async Task A_plan_is_judged_again_by_the_policy(string rule)
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync($"{Owner}, guest: m@example.com, rights: rw, note: Hello"));

        ApplyOptions options = new() { Policy = await PolicyAsync(world, rule) };
        PlanObjection objection = Assert.Single(new PlanApplier(world.Admin).Examine(plan, options));

        Assert.Equal(PlanObjectionCode.Policy, objection.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ApplyAsync(plan, options));
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task An_owner_whom_the_policy_allows_by_an_alias_is_allowed_again()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync("owner: contact@monasso.org, calendar: /my-events, guest: m@example.com")
        );
        SharingPlan read = (await SavedPlan.ReadAsync(await SaveAsync(world, plan), null, Files.Token)).ValueOrThrow();

        ApplyOptions options = new() { Policy = await PolicyAsync(world, "owners: ['contact@monasso.org']") };
        ChangeOutcome outcome = Assert.Single(await world.ApplyAsync(read, options));

        Assert.Equal((PlanWorld.Bureau, "contact@monasso.org"), (read.Owners[0].Owner, Assert.Single(read.Owners[0].Aliases)));
        Assert.Equal(ChangeStatus.Done, outcome.Status);
        Assert.Equal(["guest m@example.com r"], world.Grants());
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task An_alias_that_was_written_into_a_plan_and_is_anothers_allows_nothing(bool hasId)
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync("owner: tresor@monasso.org, calendar: /my-events, guest: m@example.com")
        );
        string bureau = (await world.PlanAsync(await world.ManifestAsync($"{Owner}, guest: m@example.com"))).Owners[0].OwnerId!;
        OwnerPlan forged = plan.Owners[0] with { Aliases = ["contact@monasso.org"], OwnerId = hasId ? bureau : null };

        ApplyOptions options = new() { Policy = await PolicyAsync(world, "owners: ['contact@monasso.org']") };
        ChangeOutcome outcome = Assert.Single(await world.ApplyAsync(plan with { Owners = [forged] }, options));

        Assert.Equal(ChangeStatus.Stale, outcome.Status);
        Assert.Empty(world.Grants(PlanWorld.Tresor));
    }

    [Fact]
    public async Task What_the_policy_wants_approved_waits_even_where_the_plan_says_nothing_of_it()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync($"{Owner}, guest: m@example.com, rights: rw\n{Owner}, guest: a@example.com, account: true")
        );
        await using PasswordFile passwords = await PasswordFile.CreateAsync(Path.Combine(world.Folder, "passwords.csv"), Files.Token);
        ApplyOptions options = new() { Policy = await PolicyAsync(world, "approve: [write, account]"), Passwords = passwords };

        ChangeOutcome[] waiting = await world.ApplyAsync(plan, options);
        ChangeOutcome[] approved = await world.ApplyAsync(plan, options with { IsApproved = true });

        Assert.Equal(2, waiting.Count(outcome => outcome.Status == ChangeStatus.Postponed));
        Assert.Equal(2, approved.Count(outcome => outcome.Status == ChangeStatus.Done));
    }

    [Fact]
    public async Task Who_made_a_plan_and_why_is_saved_with_it_and_written_into_the_journal()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync($"{Owner}, guest: m@example.com", "leavers: suspend\nlimits: { mails: 10 }");
        SharingPlan plan = await world.PlanAsync(manifest, new() { Actor = "paul", Reference = "merge request 7" });

        SharingPlan read = (await SavedPlan.ReadAsync(await SaveAsync(world, plan), null, Files.Token)).ValueOrThrow();
        string path = Path.Combine(world.Folder, "journal.jsonl");
        await using (ApplyJournal journal = await ApplyJournal.OpenAsync(path, null, Files.Token))
        {
            await world.ApplyAsync(read, new() { Journal = journal, Actor = "pipeline 12" });
        }

        Assert.Equal(plan, read);
        string first = (await File.ReadAllLinesAsync(path, Files.Token))[0];
        Assert.Contains("\"actor\":\"pipeline 12\",\"reference\":\"merge request 7\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_another_server_is_refused()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        string path = Path.Combine(world.Folder, "journal.jsonl");
        await File.WriteAllTextAsync(
            path,
            "{\"type\":\"run\",\"run\":\"1\",\"at\":\"2026-01-01T00:00:00Z\",\"server\":\"https://other.example\"}\n",
            Files.Token
        );
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync($"{Owner}, guest: m@example.com"));

        await using ApplyJournal journal = await ApplyJournal.OpenAsync(path, null, Files.Token);
        PlanObjection objection = Assert.Single(new PlanApplier(world.Admin).Examine(plan, new() { Journal = journal }));

        Assert.Equal(PlanObjectionCode.OtherJournal, objection.Code);
    }

    private static string Guests(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"g{i}@example.com"));

    // As owner "paul", since the calendars of the others are seeded without shares.
    private static Task<PlanWorld> SharedAsync(int guests) =>
        PlanWorld.StartAsync(seed => seed.Account("paul@monasso.org", PlanWorld.Password, account => account.Calendar("/e", calendar =>
                {
                    for (int i = 0; i < guests; i++)
                    {
                        calendar.ShareWithGuest($"g{i}@example.com", "r");
                    }
                })));

    private static async Task<PlanPolicy> PolicyAsync(PlanWorld world, string rule)
    {
        string path = Path.Combine(world.Folder, "policy.yaml");
        await File.WriteAllTextAsync(path, $"version: 1\n{rule}\n", Files.Token);
        return (await PlanPolicy.ReadAsync(path, Files.Token)).ValueOrThrow();
    }

    private static async Task<string> SaveAsync(PlanWorld world, SharingPlan plan)
    {
        string path = Path.Combine(world.Folder, "plan.jsonl");
        await using FileStream file = File.Create(path);
        SavedPlan.Write(plan, file);
        return path;
    }
}
