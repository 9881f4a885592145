using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

[Trait("Category", "Slow")]
public sealed class ScaleTests
{
    [Fact]
    public async Task A_thousand_shares_of_a_hundred_owners_converge_and_the_second_run_reads_two_answers_an_owner()
    {
        const int owners = 100;
        const int guests = 10;
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
        {
            for (int i = 0; i < owners; i++)
            {
                seed.Account($"o{i}@monasso.org", PlanWorld.Password, account => account.Calendar("/e"));
            }
        });
        string everybody = string.Join(", ", Enumerable.Range(0, guests).Select(i => $"g{i}@example.com"));
        Manifest manifest = await world.ManifestAsync(
            string.Join(
                '\n',
                Enumerable.Range(0, owners).Select(i => $"owner: o{i}@monasso.org, calendar: /e, guests: [{everybody}], notify: never")
            )
        );

        ChangeOutcome[] outcomes = await world.ApplyAsync(await world.PlanAsync(manifest));
        world.Server.Journal.Clear();
        SharingPlan second = await world.PlanAsync(manifest);

        Assert.Equal(owners * guests, outcomes.Count(outcome => outcome.Status == ChangeStatus.Done));
        Assert.False(second.HasChanges);
        Assert.InRange(world.Server.Journal.Entries.Count, 0, 2 * owners);
        Assert.Empty(world.Server.Outbox.Mails);
    }
}
