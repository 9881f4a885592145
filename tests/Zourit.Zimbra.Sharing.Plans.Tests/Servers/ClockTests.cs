using System.Globalization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>Ends pass by the server's clock.</summary>
public sealed class ClockTests
{
    private const string Paul = "paul@monasso.org";

    [Theory]
    [InlineData(61), InlineData(-120)]
    public async Task While_clocks_differ_by_more_than_a_minute_lines_with_dates_are_refused_and_the_others_planned(int seconds)
    {
        await using PlanWorld world = await WorldAsync();
        var shifted = new Shifted(TimeSpan.FromSeconds(-seconds));
        await using ZimbraClient client = Connect(world, shifted);
        Manifest manifest = await world.ManifestAsync(
            """
            owner: paul@monasso.org, calendar: /e, guest: new@example.com, expires: 2090-01-01
            owner: paul@monasso.org, calendar: /e, guest: old@example.com, expires: 2090-01-01
            owner: paul@monasso.org, calendar: /e, guest: ended@example.com, expires: 2020-01-01
            owner: paul@monasso.org, calendar: /e, guest: nobody@example.com, expires: 2020-01-01
            owner: paul@monasso.org, calendar: /e, guest: plain@example.com
            """
        );

        SharingPlan plan = await world.PlanAsync(manifest, new() { TimeProvider = shifted }, client);

        Assert.Equal(["plain@example.com"], plan.Changes.Select(change => change.Grantee.Name));
        Assert.Equal(3, plan.Summary.Problems);
        Assert.All(plan.Owners[0].Problems, problem => Assert.Contains("clock", problem.Text.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-30, -10, true)]
    [InlineData(30, 10, false)]
    public async Task Whether_an_end_has_passed_is_said_by_the_servers_clock(int machine, int end, bool hasPassed)
    {
        await using PlanWorld world = await WorldAsync();
        var shifted = new Shifted(TimeSpan.FromSeconds(machine));
        await using ZimbraClient client = Connect(world, shifted);
        string moment = Moment(TimeProvider.System.GetUtcNow().AddSeconds(end));
        Manifest manifest = await world.ManifestAsync($"owner: {Paul}, calendar: /e, guest: old@example.com, expires: '{moment}'");

        SharingPlan plan = await world.PlanAsync(manifest, new() { TimeProvider = shifted }, client);

        Assert.Equal(hasPassed, plan.Changes.Any(change => change is { Action: ChangeAction.Remove, Reason: ChangeReason.Ended }));
    }

    [Fact]
    public async Task A_share_whose_end_passes_between_plan_and_application_is_not_made()
    {
        await using PlanWorld world = await WorldAsync();
        Manifest manifest = await world.ManifestAsync(
            $"owner: {Paul}, calendar: /e, guest: new@example.com, expires: '{Moment(TimeProvider.System.GetUtcNow().AddHours(1))}'\n"
                + $"owner: {Paul}, calendar: /e, guest: other@example.com"
        );
        SharingPlan plan = await world.PlanAsync(manifest);

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan, new() { TimeProvider = new Shifted(TimeSpan.FromHours(2)) });

        Assert.Equal([ChangeStatus.Stale, ChangeStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Contains("has passed", outcomes[0].Reason!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("guest new@example.com r", world.Grants(Paul, "/e"));
        Assert.Equal(["other@example.com"], world.Server.Outbox.Mails.Select(mail => mail.To));
    }

    private static string Moment(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static Task<PlanWorld> WorldAsync() =>
        PlanWorld.StartAsync(seed =>
            seed.Account(Paul, PlanWorld.Password, account =>
                account.Calendar("/e", calendar => calendar.ShareWithGuest("old@example.com", "r").ShareWithGuest("ended@example.com", "r"))
            )
        );

    private static ZimbraClient Connect(PlanWorld world, TimeProvider clock) =>
        new(
            world.Server.ServerUri,
            ZimbraCredentials.Admin(world.Server.AdminName, new Secret(world.Server.AdminPassword)),
            new ZimbraClientOptions { AdminUri = world.Server.AdminUri, TimeProvider = clock }
        );

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
