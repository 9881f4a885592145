using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>What happens to servers at night, with pruning on: nothing is removed that nobody meant, and nobody is mailed twice.</summary>
public sealed class NightTests
{
    private const string Scope = "scope: { owners: ['*@monasso.org'], kinds: [guest, user] }";

    private static readonly PlanOptions ByScope = new() { Prune = PruneMode.Scope };

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task An_owner_who_is_named_by_an_alias_keeps_what_is_named(bool isPruned)
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await DoAsync(world, "owner: bureau@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org]");

        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync("owner: contact@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org]", Scope),
            isPruned ? ByScope : null
        );

        Assert.Empty(plan.Changes);
        Assert.Equal(PlanWorld.Bureau, Assert.Single(plan.Owners, owner => owner.Existing > 0).Owner);
    }

    [Fact]
    public async Task While_an_alias_cannot_be_read_its_lines_are_not_taken_for_lines_that_are_gone()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Calendar("/e", calendar => calendar.ShareWithGuest("c@x.org", "r").ShareWithGuest("d@x.org", "r"))
            )
        );
        await DoAsync(world, "owner: bureau@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org, z@x.org]");
        Manifest manifest = await world.ManifestAsync(
            """
            owner: bureau@monasso.org, calendar: /my-events, guests: [a@x.org]
            owner: contact@monasso.org, calendar: /my-events, guests: [b@x.org]
            owner: paul@monasso.org, calendar: /e, guest: c@x.org
            """,
            Scope
        );
        await using ZimbraClient admin = world.Connect(
            Authentication.ZimbraCredentials.Admin(world.Server.AdminName, new Sharing.Values.Secret(world.Server.AdminPassword))
        );
        world.Server.Misbehave.On("DelegateAuthRequest").Call(2).Fault("service.PERM_DENIED");

        SharingPlan plan = await world.PlanAsync(manifest, ByScope with { MaxConcurrency = 1 }, admin);

        Assert.Equal(["d@x.org"], plan.Changes.Select(change => change.Grantee.Name));
        Assert.Equal(1, plan.Summary.UnknownOwners);
    }

    [Fact]
    public async Task The_share_of_a_user_whose_address_has_a_new_holder_is_left_alone_and_the_new_one_gets_a_share_of_their_own()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        const string line = "owner: bureau@monasso.org, calendar: /my-events, user: tresor@monasso.org";
        await DoAsync(world, line);
        string old = world.Server.GrantsOf(PlanWorld.Bureau, "/my-events")[0].GranteeId;
        await RecycleAsync(world, PlanWorld.Tresor);

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(line, Scope), ByScope);
        await world.ApplyAsync(plan);

        Assert.Equal([ChangeAction.Create], plan.Changes.Select(change => change.Action));
        Assert.Contains(world.Server.GrantsOf(PlanWorld.Bureau, "/my-events"), grant => grant.GranteeId == old);
        Assert.Equal(2, world.Grants().Length);
    }

    [Fact]
    public async Task A_plan_for_an_owner_whose_address_has_a_new_holder_is_stale()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync("owner: tresor@monasso.org, calendar: /Calendar, guest: a@x.org")
        );
        await RecycleAsync(world, PlanWorld.Tresor);

        ChangeOutcome outcome = Assert.Single(await world.ApplyAsync(plan));

        Assert.Equal(ChangeStatus.Stale, outcome.Status);
        Assert.Empty(world.Grants(PlanWorld.Tresor, "/Calendar"));
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_night_without_a_mail_server_is_made_up_for_by_the_next_and_removes_nothing()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        string path = Path.Combine(world.Folder, "journal.jsonl");
        Manifest manifest = await world.ManifestAsync(
            "owner: bureau@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org, c@x.org, d@x.org, e@x.org]\n"
                + "owner: tresor@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org]",
            Scope
        );
        world.Server.Misbehave.OnRecipient().FailSending();

        await RunAsync(world, manifest, path);
        int night = world.Server.Outbox.Mails.Count;
        world.Server.Misbehave.Clear();
        await RunAsync(world, manifest, path);
        SharingPlan third = await RunAsync(world, manifest, path);

        Assert.Equal(0, night);
        Assert.Equal((5, 2), (world.Grants().Length, world.Grants(PlanWorld.Tresor).Length));
        string[] mails = [.. world.Server.Outbox.Mails.Select(mail => $"{mail.From} {mail.To}")];
        Assert.Equal(7, mails.Length);
        Assert.Equal(7, mails.Distinct().Count());
        Assert.False(third.HasChanges);
    }

    [Fact]
    public async Task Two_runs_at_once_that_ask_for_the_lock_mail_everybody_once()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(
            "owner: bureau@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org, c@x.org, d@x.org, e@x.org]",
            Scope
        );

        bool[] ran = await Task.WhenAll(RunIfFreeAsync("one.jsonl"), RunIfFreeAsync("two.jsonl"));

        Assert.Contains(true, ran);
        Assert.Equal(5, world.Grants().Length);
        Assert.Equal(5, world.Server.Outbox.Mails.Count);
        Assert.Equal(5, world.Server.Outbox.Mails.Select(mail => mail.To).Distinct().Count());

        async Task<bool> RunIfFreeAsync(string journal)
        {
            await using RunLock held = await RunLock.TakeAsync(world.Admin, null, Files.Token);
            if (held.IsHeld)
            {
                await RunAsync(world, manifest, Path.Combine(world.Folder, journal));
            }

            return held.IsHeld;
        }
    }

    [Fact]
    public async Task A_blind_search_removes_nothing()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync(more: seed =>
            seed.Administrator(DirectoryWorld.Pipe, PlanWorld.Password, admin =>
                admin.Grant("adminLoginAs", "getAccountInfo", "get.account.zimbraSharedItem")
            )
        );
        Manifest manifest = await world.ManifestAsync(settings: Scope);

        SharingPlan blind = await world.PlanAsync(manifest, ByScope, DirectoryWorld.Pipe);
        world.Server.GrantRight(DirectoryWorld.Pipe, "listAccount");
        SharingPlan stillBlind = await world.PlanAsync(manifest, ByScope, DirectoryWorld.Pipe);

        Assert.Empty(blind.Changes);
        Assert.Empty(stillBlind.Changes);
        Assert.Equal((24, 24), (blind.Summary.Unchanged, stillBlind.Summary.Unchanged));
    }

    [Fact]
    public async Task A_shard_with_the_manifest_of_yesterday_removes_nothing_and_mails_nobody_twice()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        const string lines = """
            owner: bureau@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org]
            owner: tresor@monasso.org, calendar: /my-events, guests: [a@x.org, b@x.org]
            """;
        Manifest yesterday = await world.ManifestAsync(lines);
        Manifest today = await world.ManifestAsync(lines.Replace("b@x.org]", "c@x.org]", StringComparison.Ordinal));
        await world.ApplyAsync(await world.PlanAsync(yesterday));

        foreach ((Manifest manifest, int shard) in new[] { (today, 1), (yesterday, 2), (today, 2), (today, 1) })
        {
            await world.ApplyAsync(await world.PlanAsync(manifest, new() { Shard = new(shard, 2) }));
        }

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.PlanAsync(
                yesterday,
                new()
                {
                    Prune = PruneMode.Record,
                    Record = today,
                    Shard = new(2, 2),
                }
            )
        );
        Assert.Equal((3, 3), (world.Grants().Length, world.Grants(PlanWorld.Tresor).Length));
        Assert.Equal(6, world.Server.Outbox.Mails.Select(mail => $"{mail.From} {mail.To}").Distinct().Count());
        Assert.Equal(6, world.Server.Outbox.Mails.Count);
    }

    private static async Task DoAsync(PlanWorld world, string lines) =>
        await world.ApplyAsync(await world.PlanAsync(await world.ManifestAsync(lines)));

    private static async Task<SharingPlan> RunAsync(PlanWorld world, Manifest manifest, string path)
    {
        await using ApplyJournal journal = await ApplyJournal.OpenAsync(path, null, Files.Token);
        SharingPlan plan = await world.PlanAsync(manifest, ByScope with { OwedMails = journal.OwedMails });
        await world.ApplyAsync(plan, new() { Journal = journal });
        return plan;
    }

    // The account is deleted, and somebody new gets its address.
    private static async Task RecycleAsync(PlanWorld world, string address)
    {
        Messages.Admin.AccountResponse account = await world.Admin.SendAsync(
            new Messages.Admin.GetAccountRequest { Account = Messages.AccountSelector.ByName(address) },
            Files.Token
        );
        await world.Admin.SendAsync(new Messages.Admin.DeleteAccountRequest { AccountId = account.Account.Id }, Files.Token);
        await world.Admin.SendAsync(
            new Messages.Admin.CreateAccountRequest { Name = address, Password = new Sharing.Values.Secret(PlanWorld.Password) },
            Files.Token
        );
    }
}
