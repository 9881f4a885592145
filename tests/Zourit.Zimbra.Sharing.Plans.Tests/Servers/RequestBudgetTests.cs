using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>What a night costs the server in which little or nothing changed.</summary>
[Trait("Category", "Slow")]
public sealed class RequestBudgetTests
{
    private const int OwnerCount = 1_000;
    private const int GuestCount = 10;

    [Fact]
    public async Task Ten_thousand_shares_cost_ten_requests_besides_the_seventh_and_one_percent_of_the_owners_eighty_until_applied()
    {
        await using DirectoryWorld world = await DirectoryWorld.StartAsync(OwnerCount, GuestCount);
        string[] changed = [.. world.Names.Where((_, i) => i % 100 == 7)];
        Manifest same = await world.ManifestAsync();
        Manifest other = await world.ManifestAsync(
            string.Join('\n', changed.Select((owner, i) => $"owner: {owner}, calendar: /e, guest: new{i}@example.com"))
        );

        SharingPlan unchanged = await world.PlanAsync(same);
        int nothing = world.Server.Journal.Entries.Count;
        int verified = unchanged.Owners.Count(owner => !owner.IsFromDirectory);
        int besides = world.Server.Journal.Entries.Count(entry =>
            !entry.Operations.Any(each => each is "DelegateAuthRequest" or "GetInfoRequest" or "GetFolderRequest")
        );
        world.Server.Journal.Clear();
        await using ZimbraClient client = world.Connect();
        SharingPlan plan = await world.PlanAsync(client, other);
        int planned = world.Server.Journal.Entries.Count - nothing;
        ChangeOutcome[] outcomes = await world.MovedAsync(world.World.ApplyAsync(plan, new() { TimeProvider = world.Clock }, client));
        int more = world.Server.Journal.Entries.Count - nothing;

        Assert.False(unchanged.HasChanges);
        Assert.Equal(OwnerCount * GuestCount, unchanged.Summary.Unchanged);
        Assert.InRange(verified, OwnerCount / 7 * 7 / 10, OwnerCount / 7 * 13 / 10);
        Assert.InRange(besides, 1, 10);
        Assert.InRange(nothing - besides, verified, 3 * verified);
        Assert.Equal(changed.Length, plan.Summary.Created);
        Assert.Equal(changed.Length, outcomes.Count(outcome => outcome.Mail == NotificationStatus.Sent));
        Assert.Equal(changed.Length, world.Server.Outbox.Mails.Count);
        Assert.InRange(planned, 1, more - changed.Length);
        Assert.InRange(more, 1, 80);
    }
}
