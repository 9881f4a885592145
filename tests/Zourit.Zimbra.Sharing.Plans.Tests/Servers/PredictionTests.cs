using CsCheck;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>A plan says beforehand what the server will make of each line.</summary>
public sealed class PredictionTests
{
    [Theory]
    [InlineData("zimbraExternalSharingEnabled", "FALSE", "guest: m@example.com")]
    [InlineData("zimbraPublicSharingEnabled", "FALSE", "public: true")]
    [InlineData("zimbraPublicShareLifetime", "1d", "public: true, expires: 2099-01-01")]
    public async Task What_a_policy_refuses_is_a_problem_of_the_line(string attribute, string value, string share)
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account => account.Attribute(attribute, value).Calendar("/e"))
        );

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync($"owner: paul@monasso.org, calendar: /e, {share}"));

        Assert.Empty(plan.Changes);
        Assert.Contains(attribute, Assert.Single(plan.Owners[0].Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_what_the_line_says_is_a_problem()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed => seed.Group("comite@monasso.org", PlanWorld.Tresor));

        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync(
                """
                owner: bureau@monasso.org, calendar: /my-events, guest: tresor@monasso.org
                owner: bureau@monasso.org, calendar: /my-events, guest: comite@monasso.org
                owner: bureau@monasso.org, calendar: /my-events, user: nobody@monasso.org
                owner: bureau@monasso.org, calendar: /my-events, user: contact@monasso.org
                owner: bureau@monasso.org, calendar: /my-events, user: tresor@monasso.org
                owner: bureau@monasso.org, calendar: /public, user: comite@monasso.org
                """
            )
        );

        string[] problems = [.. plan.Owners[0].Problems.Select(problem => problem.Text.ToString())];
        Assert.Equal(4, problems.Length);
        Assert.Contains("is an account", problems[0], StringComparison.Ordinal);
        Assert.Contains("is the owner", problems[1], StringComparison.Ordinal);
        Assert.Contains("is a distribution list", problems[2], StringComparison.Ordinal);
        Assert.Contains("neither an account nor a distribution list", problems[3], StringComparison.Ordinal);
        Assert.Equal([PlanWorld.Tresor, "comite@monasso.org"], plan.Changes.Select(change => change.Grantee.Name));
    }

    [Fact]
    public async Task An_owner_who_cannot_ask_for_lists_is_warned_of_a_user_who_is_no_account()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await using ZimbraClient bureau = world.Connect(ZimbraCredentials.Password(PlanWorld.Bureau, new Secret(PlanWorld.Password)));

        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync("owner: bureau@monasso.org, calendar: /my-events, user: nobody@monasso.org"),
            client: bureau
        );

        Assert.Contains("may be a distribution list", Assert.Single(plan.Changes).Warnings[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest: m@example.com", true)]
    [InlineData("guest: m@example.com", false)]
    [InlineData("user: tresor@monasso.org", true)]
    [InlineData("user: tresor@monasso.org", false)]
    public async Task A_wanted_end_above_the_ceiling_is_the_ceiling_for_good(string grantee, bool isFirst)
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
            seed.Account("paul@monasso.org", PlanWorld.Password, account =>
                account.Attribute("zimbraExternalShareLifetime", "30d").Attribute("zimbraShareLifetime", "30d").Calendar("/e")
            )
        );
        ZimbraMailbox paul = world.Admin.Mailbox("paul@monasso.org");
        if (!isFirst)
        {
            await paul.Calendars.ShareWithGuestAsync("/e", "first@example.com", null, Files.Token);
            await paul.Calendars.ShareWithUserAsync("/e", PlanWorld.Bureau, null, Files.Token);
        }

        Manifest manifest = await world.ManifestAsync($"owner: paul@monasso.org, calendar: /e, {grantee}, expires: 2099-01-01");

        SharingPlan plan = await world.PlanAsync(manifest);
        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);
        SharingPlan second = await world.PlanAsync(manifest);

        Assert.Equal(0, plan.Summary.Problems);
        Assert.Equal(ChangeStatus.Done, Assert.Single(outcomes).Status);
        Assert.False(second.HasChanges);
    }

    [Fact]
    public async Task A_misspelt_provider_is_a_problem_before_anybody_is_mailed()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();

        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync("owner: bureau@monasso.org, calendar: /my-events, guest: m@gmial.com")
        );

        Assert.Contains("gmail.com", Assert.Single(plan.Owners[0].Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest: m@example.com")]
    [InlineData("user: tresor@monasso.org")]
    public async Task Who_was_mailed_is_not_counted_as_one_to_be_mailed(string grantee)
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync($"owner: bureau@monasso.org, calendar: /my-events, {grantee}, notify: ensure");

        SharingPlan first = await world.PlanAsync(manifest);
        await world.ApplyAsync(first);
        SharingPlan second = await world.PlanAsync(manifest);

        Assert.Equal(1, first.Summary.Mails);
        Assert.False(second.HasChanges);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData("guest: m@example.com")]
    [InlineData("user: tresor@monasso.org")]
    public async Task Whom_nobody_mailed_is_mailed_once_where_the_manifest_ensures_it(string grantee)
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await world.ApplyAsync(
            await world.PlanAsync(await world.ManifestAsync($"owner: bureau@monasso.org, calendar: /my-events, {grantee}, notify: never"))
        );
        Manifest manifest = await world.ManifestAsync($"owner: bureau@monasso.org, calendar: /my-events, {grantee}, notify: ensure");

        SharingPlan plan = await world.PlanAsync(manifest);
        await world.ApplyAsync(plan);
        SharingPlan second = await world.PlanAsync(manifest);

        Assert.Equal(ChangeAction.Notify, Assert.Single(plan.Changes).Action);
        Assert.Single(world.Server.Outbox.Mails);
        Assert.False(second.HasChanges);
    }

    [Fact]
    public async Task Who_was_mailed_about_a_share_is_not_mailed_again_when_its_rights_change()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        const string line = "owner: bureau@monasso.org, calendar: /my-events, guest: m@example.com, notify: ensure";
        await world.ApplyAsync(await world.PlanAsync(await world.ManifestAsync(line)));

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync($"{line}, rights: rw"));
        await world.ApplyAsync(plan);

        Assert.Equal(0, plan.Summary.Mails);
        Assert.Equal(["guest m@example.com rw"], world.Grants());
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task What_a_plan_says_is_what_happens()
    {
        Gen<(int Owner, int Grantee, string Rights, int Days, string Notify)[]> gen = Gen.Select(
            Gen.Int[0, 4],
            Gen.Int[0, 12],
            Gen.OneOf("r", "rw", "rwidx"),
            Gen.Int[-2, 3],
            Gen.OneOf("created", "never", "ensure")
        ).Array[4, 20];
        List<(int Owner, int Grantee, string Rights, int Days, string Notify)[]> samples = [];
        gen.Sample(samples.Add, iter: 15, threads: 1);
        foreach ((int Owner, int Grantee, string Rights, int Days, string Notify)[] sample in samples)
        {
            await PlayAsync(sample);
        }
    }

    private static async Task PlayAsync((int Owner, int Grantee, string Rights, int Days, string Notify)[] sample)
    {
        string[] grantees =
        [
            "guest: a@example.com",
            "guest: b@example.net",
            "guest: c@example.org",
            "guest: tresor@monasso.org",
            "user: tresor@monasso.org",
            "user: bureau@monasso.org",
            "public: true",
            "guest: d@gmial.com",
            "user: nobody@monasso.org",
            "user: comite@monasso.org",
            "guest: comite@monasso.org",
            "user: o0@monasso.org",
            "user: bureau-list@monasso.org",
        ];
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
        {
            seed.Group("comite@monasso.org", PlanWorld.Tresor).Group("bureau-list@monasso.org", PlanWorld.Bureau);
            for (int i = 0; i < 4; i++)
            {
                int number = i;
                seed.Account($"o{i}@monasso.org", PlanWorld.Password, account =>
                    account
                        .Attribute("zimbraExternalShareLifetime", number == 3 ? "40d" : "0")
                        .Attribute("zimbraPublicSharingEnabled", number == 1 ? "FALSE" : "TRUE")
                        .Attribute("zimbraExternalSharingEnabled", number == 2 ? "FALSE" : "TRUE")
                        .Calendar("/e", calendar => calendar.ShareWithGuest("a@example.com", "rw").ShareWithUser(PlanWorld.Tresor, "r"))
                );
            }
        });
        var lines = sample
            .DistinctBy(line => (line.Owner, line.Grantee))
            .Select(line =>
            {
                string end = line.Days == 0 ? "" : $", expires: {TimeProvider.System.GetUtcNow().AddDays(line.Days * 30):yyyy-MM-dd}";
                string calendar = line.Owner == 3 && line.Grantee % 4 == 0 ? "/missing" : "/e";
                return $"owner: o{line.Owner}@monasso.org, calendar: {calendar}, {grantees[line.Grantee]}, "
                    + $"rights: {line.Rights}, notify: {line.Notify}{end}";
            });
        Manifest manifest = await world.ManifestAsync(string.Join('\n', lines));
        PlanOptions free = new()
        {
            Limits = new()
            {
                Removals = Many,
                RemovalsPerDomain = Many,
                RemovalsPerOwner = Many,
            },
        };

        SharingPlan plan = await world.PlanAsync(manifest, free);
        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);
        SharingPlan second = await world.PlanAsync(manifest, free);

        Assert.All(outcomes, outcome => Assert.True(outcome.Status == ChangeStatus.Done, $"{outcome.Change} {outcome.Reason}"));
        Assert.Equal(plan.Summary.Mails, outcomes.Count(outcome => outcome.Mail == NotificationStatus.Sent));
        Assert.Equal(plan.Summary.Mails, world.Server.Outbox.Mails.Count);
        Assert.False(second.HasChanges, string.Join('\n', second.Changes));
        Assert.Equal(plan.Summary.Problems, second.Summary.Problems);
    }

    private static Plans.Values.Amount Many => Plans.Values.Amount.Of(1000);
}
