using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class ApplyTests
{
    private const string Everything = """
        owner: bureau@monasso.org, calendar: /my-events, guests: [marie@example.com, ali@free.fr], expires: 2030-08-31
        owner: bureau@monasso.org, calendar: /public, public: true
        owner: contact@monasso.org, calendar: /my-events, user: tresor@monasso.org, rights: rwidx
        owner: tresor@monasso.org, calendar: /my-events, guest: marie@example.com, notify: never
        """;

    [Fact]
    public async Task A_plan_that_exceeds_a_limit_is_not_applied()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Everything, "limits: { creations: 1 }"));

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => world.ApplyAsync(plan));

        Assert.Contains("creations: 5", refused.Message, StringComparison.Ordinal);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_plan_of_another_server_or_an_old_one_is_refused()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Everything));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.ApplyAsync(plan with { Server = new Uri("https://other.example") })
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ApplyAsync(plan with { CreatedAt = plan.CreatedAt.AddHours(-25) }));
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_manifest_is_made_so_and_a_second_run_changes_and_mails_nothing()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(Everything);

        SharingPlan plan = await world.PlanAsync(manifest);
        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);
        SharingPlan second = await world.PlanAsync(manifest);

        Assert.Equal((5, 3), (plan.Summary.Created, plan.Summary.Mails));
        Assert.All(outcomes, outcome => Assert.Equal(ChangeStatus.Done, outcome.Status));
        Assert.Equal(3, outcomes.Count(outcome => outcome.Mail == NotificationStatus.Sent));
        Assert.Equal(3, world.Server.Outbox.Mails.Count);
        Assert.Equal(3, world.Grants().Length);
        Assert.False(second.HasChanges, string.Join('\n', second.Changes));
        Assert.Equal(5, second.Summary.Unchanged);
    }

    [Theory]
    [InlineData("marie@société.fr", "marie@société.fr")]
    [InlineData("Marie <marie@example.com>", "marie@example.com")]
    public async Task A_grant_that_is_stored_so_that_it_lets_nobody_in_does_not_count_as_the_guests(string stored, string guest)
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Calendar("/e", calendar => calendar.ShareWithGuest(stored, "r"))
            )
        );
        Manifest manifest = await world.ManifestAsync($"owner: paul@monasso.org, calendar: /e, guest: {guest}");

        SharingPlan plan = await world.PlanAsync(manifest);
        await world.ApplyAsync(plan);
        SharingPlan second = await world.PlanAsync(manifest);

        Assert.Equal(GuestAddress.Parse(guest).Value, Assert.Single(plan.Changes).Grantee.Name);
        Assert.False(second.HasChanges, string.Join('\n', second.Changes));
    }

    [Fact]
    public async Task Shares_are_changed_in_place_and_removed_last()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Calendar("/e", calendar =>
                    calendar
                        .ShareWithGuest("a@example.com", "r")
                        .ShareWithGuest("b@example.com", "r")
                        .ShareWithUser(PlanWorld.Tresor, "r")
                        .SharePublicly("r")
                )
            )
        );
        Manifest manifest = await world.ManifestAsync(
            """
            owner: paul@monasso.org, calendar: /e, guest: a@example.com, rights: rw
            owner: paul@monasso.org, calendar: /e, guest: b@example.com, absent: true
            owner: paul@monasso.org, calendar: /e, user: tresor@monasso.org, absent: true
            owner: paul@monasso.org, calendar: /e, guest: c@example.com
            owner: paul@monasso.org, calendar: /e, public: true, absent: true
            """
        );

        SharingPlan plan = await world.PlanAsync(manifest, new() { Limits = new() { RemovalsPerOwner = Plans.Values.Amount.Of(5) } });
        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);

        Assert.Equal(["guest a@example.com rw", "guest c@example.com r"], world.Grants("paul@monasso.org", "/e").Order());
        Assert.Equal(
            [ChangeAction.Change, ChangeAction.Create, ChangeAction.Remove, ChangeAction.Remove, ChangeAction.Remove],
            outcomes.Select(outcome => outcome.Change.Action)
        );
        Assert.Equal(["c@example.com"], world.Server.Outbox.Mails.Select(mail => mail.To));
    }

    [Fact]
    public async Task Each_change_is_settled_by_what_there_is_now()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Everything));
        ZimbraMailbox bureau = world.Admin.Mailbox(PlanWorld.Bureau);
        await bureau.Calendars.ShareWithGuestAsync(
            "/my-events",
            "marie@example.com",
            new() { Expiry = DateTimeOffset.Parse("2030-08-31T22:00Z", null) },
            Files.Token
        );
        await bureau.Calendars.ShareWithGuestAsync("/my-events", "ali@free.fr", new() { Permissions = Permissions.Write }, Files.Token);

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);

        Assert.Equal(
            [ChangeStatus.DoneAlready, ChangeStatus.Stale, ChangeStatus.Done, ChangeStatus.Done, ChangeStatus.Done],
            outcomes
                .OrderByDescending(outcome => outcome.Status == ChangeStatus.DoneAlready)
                .ThenByDescending(outcome => outcome.Status == ChangeStatus.Stale)
                .Select(outcome => outcome.Status)
        );
    }

    [Fact]
    public async Task An_owner_who_fails_stops_no_other()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(
            $"{Everything}\nowner: nobody@monasso.org, calendar: /my-events, guest: marie@example.com"
        );
        SharingPlan plan = await world.PlanAsync(manifest);

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);

        Assert.Equal(1, plan.Summary.UnknownOwners);
        Assert.Equal(5, outcomes.Count(outcome => outcome.Status == ChangeStatus.Done));
    }

    [Fact]
    public async Task Shards_together_do_the_whole_plan_once()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Everything));

        List<ChangeOutcome> outcomes = [];
        for (int i = 1; i <= 3; i++)
        {
            outcomes.AddRange(await world.ApplyAsync(plan, new() { Shard = new(i, 3) }));
        }

        Assert.Equal(plan.Changes.Select(change => change.Id).Order(), outcomes.Select(outcome => outcome.Change.Id).Order());
        Assert.Equal(3, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task What_needs_approval_waits_for_it()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync("owner: bureau@monasso.org, calendar: /public, public: true"));
        plan = plan with { Owners = [.. plan.Owners.Select(owner => owner with { Changes = [.. owner.Changes.Select(Waiting)] })] };

        ChangeOutcome postponed = Assert.Single(await world.ApplyAsync(plan));
        Assert.Empty(world.Grants(calendar: "/public"));
        ChangeOutcome done = Assert.Single(await world.ApplyAsync(plan, new() { IsApproved = true }));
        ChangeOutcome inForce = Assert.Single(await world.ApplyAsync(plan));

        Assert.Equal((ChangeStatus.Postponed, ChangeStatus.Done), (postponed.Status, done.Status));
        Assert.Equal(ChangeStatus.DoneAlready, inForce.Status);

        static PlannedChange Waiting(PlannedChange change) => change with { NeedsApproval = true };
    }

    [Fact]
    public async Task While_mail_is_down_nothing_more_is_shared_that_wants_one()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
        {
            for (int i = 0; i < 6; i++)
            {
                seed.Account($"o{i}@monasso.org", PlanWorld.Password, account => account.Calendar("/e"));
            }
        });
        world.Server.Misbehave.OnRecipient().FailSending();
        Manifest manifest = await world.ManifestAsync(
            string.Join('\n', Enumerable.Range(0, 6).Select(i => $"owner: o{i}@monasso.org, calendar: /e, guest: m@example.com"))
        );

        ChangeOutcome[] outcomes = await world.ApplyAsync(await world.PlanAsync(manifest), new() { MaxConcurrency = 1 });

        Assert.Equal(3, outcomes.Count(outcome => outcome.OwesMail));
        Assert.Equal(3, outcomes.Count(outcome => outcome.Status == ChangeStatus.NotStarted));
    }
}
