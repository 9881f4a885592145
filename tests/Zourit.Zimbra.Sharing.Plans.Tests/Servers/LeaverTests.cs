using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Rendering;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class LeaverTests
{
    private const string Owner = "owner: bureau@monasso.org, calendar: /my-events";

    [Fact]
    public async Task An_account_that_these_runs_did_not_make_is_left_alone()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await world.Admin.Guests.CreateAsync(
            new()
            {
                Owner = PlanWorld.Bureau,
                Calendar = "/my-events",
                Guest = "m@example.com",
                Password = new Secret("Secret-1guest"),
            },
            Files.Token
        );

        LeaverOutcome[] leavers = await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: suspend");

        Assert.Empty(leavers);
        Assert.Empty(world.Grants());
        Assert.Equal(GuestStatus.Active, await StatusAsync(world, "m@example.com"));
    }

    [Theory]
    [InlineData("leavers: revoke", GuestStatus.Active)]
    [InlineData("", GuestStatus.Active)]
    [InlineData("leavers: suspend", GuestStatus.Locked)]
    [InlineData("leavers: retire", GuestStatus.Locked)]
    public async Task Whose_last_share_is_removed_is_suspended_where_the_manifest_says_so(string leavers, GuestStatus status)
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", leavers);

        await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", leavers);

        Assert.Equal(status, await StatusAsync(world, "m@example.com"));
    }

    [Fact]
    public async Task With_whom_another_owner_shares_something_is_not_suspended()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: suspend");
        await world.Admin.Mailbox(PlanWorld.Tresor).Calendars.ShareWithGuestAsync("/my-events", "m@example.com", null, Files.Token);

        LeaverOutcome[] leavers = await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: suspend");

        Assert.Contains(PlanWorld.Tresor, Assert.Single(leavers).Reason!.ToString(), StringComparison.Ordinal);
        Assert.Equal(GuestStatus.Active, await StatusAsync(world, "m@example.com"));
    }

    [Fact]
    public async Task While_an_owner_of_the_domain_cannot_be_read_nobody_is_suspended_and_the_next_run_sees_to_it()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: suspend");
        string absent =
            $"{Owner}, guest: m@example.com, absent: true\nowner: tresor@monasso.org, calendar: /my-events, guest: b@example.com";
        world.Server.Change(directory => directory.FindAccount(PlanWorld.Tresor)!.Status = "maintenance");

        LeaverOutcome kept = Assert.Single(await RunAsync(world, absent, "leavers: suspend"));
        world.Server.Change(directory => directory.FindAccount(PlanWorld.Tresor)!.Status = "active");
        LeaverOutcome suspended = Assert.Single(await RunAsync(world, absent, "leavers: suspend"));

        Assert.Equal((LeaverStatus.Kept, LeaverStatus.Suspended), (kept.Status, suspended.Status));
    }

    [Fact]
    public async Task A_suspended_account_is_deleted_after_thirty_days_and_not_before()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: retire", clock);
        await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: retire", clock);

        clock.Advance(TimeSpan.FromDays(29));
        LeaverOutcome[] early = await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: retire", clock);
        clock.Advance(TimeSpan.FromDays(1));
        LeaverOutcome[] late = await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: retire", clock);

        Assert.Empty(early);
        Assert.Equal(LeaverStatus.Retired, Assert.Single(late).Status);
        Assert.Null(world.Server.GuestOf("m@example.com", "monasso.org"));
        Assert.Empty(await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: retire", clock));
    }

    [Fact]
    public async Task Who_comes_back_is_let_in_again()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: suspend");
        await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: suspend");

        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: suspend");

        Assert.Equal(GuestStatus.Active, await StatusAsync(world, "m@example.com"));
    }

    [Fact]
    public async Task Five_accounts_are_suspended_in_a_run_and_the_rest_in_the_next()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        string guests = string.Join(", ", Enumerable.Range(0, 7).Select(i => $"m{i}@example.com"));
        await RunAsync(world, $"{Owner}, guests: [{guests}], account: true", "leavers: suspend");
        string absent = $"{Owner}, guests: [{guests}], absent: true";

        LeaverOutcome[] first = await RunAsync(world, absent, "leavers: suspend");
        LeaverOutcome[] second = await RunAsync(world, absent, "leavers: suspend");

        Assert.Equal(
            (5, 2),
            (first.Count(each => each.Status == LeaverStatus.Suspended), first.Count(each => each.Status == LeaverStatus.Kept))
        );
        Assert.Equal([LeaverStatus.Suspended, LeaverStatus.Suspended], second.Select(each => each.Status));
    }

    [Fact]
    public async Task What_the_plan_did_not_show_is_not_done()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: suspend");

        LeaverOutcome[] leavers = await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: suspend", isShown: false);

        Assert.Empty(leavers);
        Assert.Equal(GuestStatus.Active, await StatusAsync(world, "m@example.com"));
    }

    [Fact]
    public async Task A_plan_shows_who_leaves_and_why_and_that_is_what_happens()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await RunAsync(
            world,
            $"{Owner}, guests: [gone@example.com, shared@example.com, elsewhere@example.com, stays@example.com], account: true",
            "leavers: suspend"
        );
        await world.Admin.Mailbox(PlanWorld.Tresor).Calendars.ShareWithGuestAsync("/my-events", "elsewhere@example.com", null, Files.Token);

        (SharingPlan plan, LeaverOutcome[] leavers) = await PlanAndRunAsync(
            world,
            $"{Owner}, guests: [gone@example.com, shared@example.com, elsewhere@example.com], absent: true\n"
                + "owner: bureau@monasso.org, calendar: /public, guest: shared@example.com",
            "leavers: suspend"
        );

        Assert.Equal(
            [
                "gone@example.com: Suspend, the last share is removed: absent",
                "shared@example.com: Keep, bureau@monasso.org shares a calendar with the guest.",
                "elsewhere@example.com: Keep, tresor@monasso.org shares a calendar with the guest.",
            ],
            plan.LeavingGuests.Select(leaver => leaver.ToString())
        );
        Assert.NotNull(plan.LeavingGuests[0].Location);
        Assert.Equal(1, plan.Summary.EndedAccounts);
        Assert.Equal([LeaverStatus.Suspended, LeaverStatus.Kept, LeaverStatus.Kept], leavers.Select(leaver => leaver.Status));
    }

    [Fact]
    public async Task Who_leaves_is_in_the_plan_that_is_shown_and_in_the_one_that_is_saved()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: suspend");
        (SharingPlan plan, _) = await PlanAndRunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: suspend");
        string path = Path.Combine(world.Folder, "plan.jsonl");
        await using (FileStream file = File.Create(path))
        {
            SavedPlan.Write(plan, file);
        }

        SharingPlan read = (await SavedPlan.ReadAsync(path, null, Files.Token)).ValueOrThrow();
        var text = new StringWriter();
        PlanRenderer.WriteText(read, text, "fr");

        Assert.Equal(plan, read);
        Assert.Contains("monasso.org  comptes d’invités", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("~ m@example.com  suspendre  le dernier partage est révoqué", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 compte à suspendre ou supprimer", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_whose_guest_left_in_an_earlier_run_is_shown_until_it_is_suspended_and_then_deleted()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: revoke", clock);
        await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: revoke", clock);

        (SharingPlan suspending, _) = await PlanAndRunAsync(
            world,
            $"{Owner}, guest: m@example.com, absent: true",
            "leavers: retire",
            clock
        );
        clock.Advance(TimeSpan.FromDays(30));
        (SharingPlan deleting, _) = await PlanAndRunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: retire", clock);

        Assert.Equal(LeaverAction.Suspend, Assert.Single(suspending.LeavingGuests).Action);
        Assert.Equal(LeaverAction.Delete, Assert.Single(deleting.LeavingGuests).Action);
        Assert.True(deleting.HasChanges);
        Assert.Null(world.Server.GuestOf("m@example.com", "monasso.org"));
    }

    [Fact]
    public async Task A_run_that_suspends_an_account_is_one_run_in_the_report()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await RunAsync(world, $"{Owner}, guest: m@example.com, account: true", "leavers: suspend");
        await RunAsync(world, $"{Owner}, guest: m@example.com, absent: true", "leavers: suspend");

        JournalReport report = await JournalReport.ReadAsync([Path.Combine(world.Folder, "journal.jsonl")], Files.Token);

        Assert.Equal(GuestStatus.Locked, await StatusAsync(world, "m@example.com"));
        Assert.Equal(2, report.Runs.Count);
    }

    private static async Task<GuestStatus?> StatusAsync(PlanWorld world, string guest) =>
        (await world.Admin.Guests.FindByMailAsync("monasso.org", guest, Files.Token))?.Status;

    private static async Task<LeaverOutcome[]> RunAsync(
        PlanWorld world,
        string lines,
        string settings,
        TimeProvider? clock = null,
        bool isShown = true
    ) => (await PlanAndRunAsync(world, lines, settings, clock, isShown)).Leavers;

    private static async Task<(SharingPlan Plan, LeaverOutcome[] Leavers)> PlanAndRunAsync(
        PlanWorld world,
        string lines,
        string settings,
        TimeProvider? clock = null,
        bool isShown = true
    )
    {
        TimeProvider time = clock ?? TimeProvider.System;
        await using ApplyJournal journal = await ApplyJournal.OpenAsync(
            Path.Combine(world.Folder, "journal.jsonl"),
            new() { Keep = TimeSpan.FromDays(1), TimeProvider = time },
            Files.Token
        );
        await using PasswordFile passwords = await PasswordFile.CreateAsync(
            Path.Combine(world.Folder, $"{Guid.NewGuid():N}.csv"),
            Files.Token
        );
        Amount many = Amount.Of(100);
        PlanOptions planning = new()
        {
            OwedMails = journal.OwedMails,
            OwedAccounts = journal.OwedAccounts,
            MadeAccounts = isShown ? journal.MadeAccounts : [],
            TimeProvider = time,
            Limits = new()
            {
                Removals = many,
                RemovalsPerDomain = many,
                RemovalsPerOwner = many,
            },
        };
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(lines, settings), planning);
        ApplyOptions options = new()
        {
            Journal = journal,
            Passwords = passwords,
            TimeProvider = time,
        };
        await world.ApplyAsync(plan, options);
        return (plan, await new PlanApplier(world.Admin).EndAccountsAsync(plan, options, Files.Token).ToArrayAsync(Files.Token));
    }
}
