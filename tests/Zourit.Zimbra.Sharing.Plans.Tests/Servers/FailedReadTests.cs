using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>A failed read of one owner removes nothing, and the others go on. The first owner is the one who fails.</summary>
public sealed class FailedReadTests
{
    private const string Failing = "o0@monasso.org";
    private const string Lines = """
        owner: o0@monasso.org, calendar: /e, guest: new@example.com
        owner: o0@monasso.org, calendar: /e, guest: old@example.com, absent: true
        owner: o1@monasso.org, calendar: /e, guest: new@example.com
        owner: o1@monasso.org, calendar: /e, guest: old@example.com, absent: true
        """;

    [Theory]
    [InlineData("fault"), InlineData("timeout"), InlineData("missing right"), InlineData("web page")]
    public async Task Who_cannot_be_read_while_planning_loses_nothing_and_the_others_go_on(string failure)
    {
        await using PlanWorld world = await WorldAsync();
        await using ZimbraClient impatient = Impatient(world);
        Fail(world, failure);

        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Lines), new() { Verify = true, MaxConcurrency = 1 }, impatient);
        world.Server.Misbehave.AssertAllInjected();
        world.Server.Misbehave.Clear();
        ChangeOutcome[] outcomes = await world.ApplyAsync(plan);

        OwnerPlan unknown = Assert.Single(plan.Owners, owner => owner.Failure is not null);
        Assert.Equal((Failing, 0), (unknown.Owner, unknown.Changes.Count));
        Assert.Equal([ChangeStatus.Done, ChangeStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Equal(["guest old@example.com r"], world.Grants(Failing, "/e"));
        Assert.Equal(["guest new@example.com r"], world.Grants("o1@monasso.org", "/e"));
    }

    [Theory]
    [InlineData("fault"), InlineData("timeout"), InlineData("missing right"), InlineData("web page")]
    public async Task Who_cannot_be_read_while_applying_loses_nothing_and_the_others_go_on(string failure)
    {
        await using PlanWorld world = await WorldAsync();
        await using ZimbraClient impatient = Impatient(world);
        SharingPlan plan = await world.PlanAsync(await world.ManifestAsync(Lines));
        Fail(world, failure);

        ChangeOutcome[] outcomes = await world.ApplyAsync(plan, new() { MaxConcurrency = 1 }, impatient);

        world.Server.Misbehave.AssertAllInjected();
        Assert.Equal(
            [ChangeStatus.Failed, ChangeStatus.Failed, ChangeStatus.Done, ChangeStatus.Done],
            outcomes.Select(outcome => outcome.Status)
        );
        Assert.All(outcomes.Take(2), outcome => Assert.Equal(Failing, outcome.Change.Owner));
        Assert.Equal(["guest old@example.com r"], world.Grants(Failing, "/e"));
        Assert.Equal(["guest new@example.com r"], world.Grants("o1@monasso.org", "/e"));
    }

    private static void Fail(PlanWorld world, string failure) =>
        _ = failure switch
        {
            "fault" => world.Server.Misbehave.On("GetFolderRequest").Call(1).Fault("mail.MAINTENANCE"),
            "timeout" => world.Server.Misbehave.On("GetFolderRequest").Call(1).StallBody(),
            "web page" => world.Server.Misbehave.On("GetFolderRequest").Call(1).HtmlPage(404),
            _ => world.Server.Misbehave.On("DelegateAuthRequest").Call(1).Fault("service.PERM_DENIED"),
        };

    private static Task<PlanWorld> WorldAsync() =>
        PlanWorld.StartAsync(seed =>
        {
            foreach (string owner in new[] { Failing, "o1@monasso.org" })
            {
                seed.Account(owner, PlanWorld.Password, account =>
                    account.Calendar("/e", calendar => calendar.ShareWithGuest("old@example.com", "r"))
                );
            }
        });

    // Reads are repeated otherwise.
    private static ZimbraClient Impatient(PlanWorld world) =>
        new(
            world.Server.ServerUri,
            ZimbraCredentials.Admin(world.Server.AdminName, new Secret(world.Server.AdminPassword)),
            new ZimbraClientOptions
            {
                AdminUri = world.Server.AdminUri,
                MaxRetries = 0,
                AttemptTimeout = TimeSpan.FromSeconds(1),
            }
        );
}
