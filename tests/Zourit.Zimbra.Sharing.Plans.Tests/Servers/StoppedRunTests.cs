using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class StoppedRunTests
{
    private const int Owners = 6;

    [Fact]
    public async Task A_run_that_is_stopped_tells_of_every_change_and_the_next_does_the_rest()
    {
        await using PlanWorld world = await WorldAsync();
        using var stop = new CancellationTokenSource();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Lines()));
        List<ChangeOutcome> outcomes = [];

        ApplyOptions options = new() { StopToken = stop.Token, MaxConcurrency = 1 };
        await foreach (ChangeOutcome outcome in new PlanApplier(world.Admin).ApplyAsync(plan, options, Files.Token))
        {
            outcomes.Add(outcome);
            await stop.CancelAsync();
        }

        int done = outcomes.Count(outcome => outcome.Status == ChangeStatus.Done);
        Assert.InRange(done, 1, Owners - 1);
        Assert.Equal(Owners - done, outcomes.Count(outcome => outcome.Status == ChangeStatus.NotStarted));
        Assert.All(outcomes.Skip(done), outcome => Assert.Contains("stopped", outcome.Reason!.ToString(), StringComparison.Ordinal));
        ChangeOutcome[] rest = await world.ApplyAsync(plan);
        Assert.Equal(Owners - done, rest.Count(outcome => outcome.Status == ChangeStatus.Done));
        Assert.Equal(Owners, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task Progress_counts_every_change_and_every_owner()
    {
        await using PlanWorld world = await WorldAsync();
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Lines()));
        var heard = new Heard();

        await world.ApplyAsync(plan, new() { Progress = heard });

        Assert.Equal(Enumerable.Range(1, Owners), heard.All.Select(each => each.Settled));
        ApplyProgress last = heard.All[^1];
        Assert.Equal((Owners, Owners, Owners, 0, Owners), (last.Changes, last.Owners, last.OwnersDone, last.Failed, last.MailsSent));
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
        string.Join('\n', Enumerable.Range(0, Owners).Select(i => $"owner: o{i}@monasso.org, calendar: /e, guest: m@example.com"));

    private sealed class Heard : IProgress<ApplyProgress>
    {
        public List<ApplyProgress> All { get; } = [];

        public void Report(ApplyProgress value) => All.Add(value);
    }
}
