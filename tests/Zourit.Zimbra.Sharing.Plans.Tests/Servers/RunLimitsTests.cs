using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>After how many failures, and how long, a run starts nothing more.</summary>
public sealed class RunLimitsTests
{
    private const int Owners = 23;

    [Fact]
    public async Task Twenty_owners_in_a_row_who_cannot_be_read_end_the_run()
    {
        await using PlanWorld world = await WorldAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Lines()));
        await using ZimbraClient client = Impatient(world);
        world.Server.Misbehave.On("DelegateAuthRequest").Fault("service.PERM_DENIED");

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan, new() { MaxConcurrency = 1 }, client);

        Assert.Equal(20, outcomes.Count(outcome => outcome.Status == ChangeStatus.Failed));
        ChangeOutcome[] rest = [.. outcomes.Where(outcome => outcome.Status == ChangeStatus.NotStarted)];
        Assert.Equal(Owners - 20, rest.Length);
        Assert.All(rest, outcome => Assert.Contains("in a row", outcome.Reason!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_owner_who_can_be_read_between_them_lets_it_go_on()
    {
        await using PlanWorld world = await WorldAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Lines()));
        await using ZimbraClient client = Impatient(world);
        world.Server.Misbehave.On("DelegateAuthRequest").Calls(1, 9).Fault("service.PERM_DENIED");
        world.Server.Misbehave.On("DelegateAuthRequest").Calls(11, Owners).Fault("service.PERM_DENIED");

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan, new() { MaxConcurrency = 1 }, client);

        Assert.Equal(Owners - 1, outcomes.Count(outcome => outcome.Status == ChangeStatus.Failed));
        Assert.Single(outcomes, outcome => outcome.Status == ChangeStatus.Done);
    }

    [Fact]
    public async Task After_its_deadline_a_run_starts_nothing_more()
    {
        await using PlanWorld world = await WorldAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Lines()), new() { TimeProvider = clock });
        ApplyOptions options = new()
        {
            TimeProvider = clock,
            Deadline = TimeSpan.FromMinutes(10),
            MaxConcurrency = 1,
        };

        List<ChangeOutcome> outcomes = [];
        await foreach (ChangeOutcome outcome in new PlanApplier(world.Admin).ApplyAsync(plan, options, Files.Token))
        {
            outcomes.Add(outcome);
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        int done = outcomes.Count(outcome => outcome.Status == ChangeStatus.Done);
        Assert.InRange(done, 1, Owners - 1);
        Assert.Equal(Owners - done, outcomes.Count(outcome => outcome.Status == ChangeStatus.NotStarted));
        Assert.Contains("time was up", outcomes[^1].Reason!.ToString(), StringComparison.Ordinal);
    }

    private static Task<PlanWorld> WorldAsync() =>
        PlanWorld.StartAsync(seed =>
        {
            for (int i = 0; i < Owners; i++)
            {
                seed.Account($"o{i}@monasso.org", PlanWorld.Password, account => account.Calendar("/e"));
            }
        });

    private static string Lines() =>
        string.Join(
            '\n',
            Enumerable.Range(0, Owners).Select(i => $"owner: o{i}@monasso.org, calendar: /e, guest: m@example.com, notify: never")
        );

    private static ZimbraClient Impatient(PlanWorld world) =>
        new(
            world.Server.ServerUri,
            ZimbraCredentials.Admin(world.Server.AdminName, new Secret(world.Server.AdminPassword)),
            new ZimbraClientOptions { AdminUri = world.Server.AdminUri, MaxRetries = 0 }
        );
}
