using CsCheck;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>A plan says beforehand what the server will make of each line.</summary>
public sealed class PredictionTests
{
    [Theory]
    [InlineData("zimbraExternalSharingEnabled", "FALSE", "guest: m@example.com")]
    [InlineData("zimbraPublicSharingEnabled", "FALSE", "public: true")]
    [InlineData("zimbraExternalShareLifetime", "1d", "guest: m@example.com, expires: 2099-01-01")]
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
    public async Task A_guest_who_is_an_account_is_a_problem_and_a_user_who_is_not_a_warning()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();

        SharingPlan plan = await world.PlanAsync(
            await world.ManifestAsync(
                """
                owner: bureau@monasso.org, calendar: /my-events, guest: tresor@monasso.org
                owner: bureau@monasso.org, calendar: /my-events, user: nobody@monasso.org
                owner: bureau@monasso.org, calendar: /my-events, user: tresor@monasso.org
                """
            )
        );

        Assert.Contains("is an account", Assert.Single(plan.Owners[0].Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal([1, 0], plan.Changes.Select(change => change.Warnings.Count));
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

    [Fact]
    public async Task Who_was_mailed_is_not_counted_as_one_to_be_mailed()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        Manifest manifest = await world.ManifestAsync(
            "owner: bureau@monasso.org, calendar: /my-events, guest: m@example.com, notify: ensure"
        );

        SharingPlan first = await world.PlanAsync(manifest);
        await world.ApplyAsync(first);
        SharingPlan second = await world.PlanAsync(manifest);

        Assert.Equal(1, first.Summary.Mails);
        Assert.False(second.HasChanges);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task What_a_plan_says_is_what_happens()
    {
        Gen<(int Owner, int Grantee, string Rights, int Days, string Notify)[]> gen = Gen.Select(
            Gen.Int[0, 3],
            Gen.Int[0, 7],
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
        ];
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
        {
            for (int i = 0; i < 4; i++)
            {
                int number = i;
                seed.Account($"o{i}@monasso.org", PlanWorld.Password, account =>
                    account
                        .Attribute("zimbraPublicSharingEnabled", number == 1 ? "FALSE" : "TRUE")
                        .Attribute("zimbraExternalSharingEnabled", number == 2 ? "FALSE" : "TRUE")
                        .Calendar("/e", calendar => calendar.ShareWithGuest("a@example.com", "rw").ShareWithUser(PlanWorld.Tresor))
                );
            }
        });
        var lines = sample
            .DistinctBy(line => (line.Owner, line.Grantee))
            .Select(line =>
            {
                string end = line.Days == 0 ? "" : $", expires: {TimeProvider.System.GetUtcNow().AddDays(line.Days * 30):yyyy-MM-dd}";
                return $"owner: o{line.Owner}@monasso.org, calendar: /e, {grantees[line.Grantee]}, "
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
        Assert.Equal(plan.Summary.Mails, world.Server.Outbox.Mails.Count);
        Assert.False(second.HasChanges, string.Join('\n', second.Changes));
        Assert.Equal(plan.Summary.Problems, second.Summary.Problems);
    }

    private static Plans.Values.Amount Many => Plans.Values.Amount.Of(1000);
}
