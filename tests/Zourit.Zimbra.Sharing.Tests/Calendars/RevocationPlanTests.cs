using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>The plan of a revocation says what the revocation then does, and does nothing.</summary>
public sealed class RevocationPlanTests
{
    private const string Other = "autre@orange.fr";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_says_what_the_revocation_then_removes_and_whom_it_mails(bool mails)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "rwidx"), new AccessGrant(Other, "guest", "r"));

        RevocationChanges plan = await ComesTrueAsync(world, Events, Guest, new RevokeOptions { Notify = mails });

        Assert.Equal((RevocationOutcome.Removed, mails ? Guest : null), (plan.Outcome, plan.MailTo));
        Assert.Equal(("rwidx", false), (Assert.Single(plan.Grants).Permissions.Letters, plan.Grants[0].IsExpired));
        Assert.Equal(Other, Assert.Single(world.Grants()).GranteeId);
    }

    [Fact]
    public async Task Where_nothing_is_shared_it_says_so_and_mails_nobody()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        RevocationChanges plan = await ComesTrueAsync(world, Events, Guest, new RevokeOptions { Notify = true });

        Assert.Equal((RevocationOutcome.NotThere, null), (plan.Outcome, plan.MailTo));
    }

    [Fact]
    public async Task All_spellings_of_one_guest_and_an_ended_grant_are_named()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new AccessGrant("Jean <adresse@orange.fr>", "guest", "r"),
            new AccessGrant("Adresse@orange.fr", "guest", "r") { Expiry = 1000 }
        );

        RevocationChanges plan = await ComesTrueAsync(world, Events, Guest);

        Assert.Equal([false, true], plan.Grants.Select(grant => grant.IsExpired));
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_user_is_found_by_a_bare_name_and_an_account_by_its_alias_or_id()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        string id = world.UserId("paul@monasso.org");

        RevocationChanges byId = await world.Client.Calendars.PlanRevocationAsync(Events, id, new() { Notify = true }, Cancel);
        RevocationChanges byName = await ComesTrueAsync(world, Events, "paul", new RevokeOptions { Notify = true });

        Assert.Equal(byId.Grants, byName.Grants);
        Assert.Equal((null, "paul@monasso.org"), (byId.MailTo, byName.MailTo));
    }

    [Fact]
    public async Task What_stays_readable_and_an_inheritance_that_would_stop_are_said_before()
    {
        const string parent = "/Événements de l'asso";
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(parent, new AccessGrant(Guest, "guest", "r"), new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"));

        RevocationChanges plan = await ComesTrueAsync(world, Trips, Guest);

        Assert.Equal([ShareWarningCode.StoppedInheriting, ShareWarningCode.StillReadable], plan.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task A_list_says_for_each_item_what_revoking_the_list_then_reports()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new AccessGrant(Guest, "guest", "r"),
            new AccessGrant(world.UserId("paul@monasso.org"), "usr", "r"),
            new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"),
            new AccessGrant(Other, "guest", "r")
        );
        ShareItem[] list =
        [
            new GuestShareItem { Calendar = Events, Guest = Guest },
            new UserShareItem { Calendar = Events, User = "paul" },
            new PublicShareItem { Calendar = Events },
            new GuestShareItem { Calendar = Events, Guest = "rien@orange.fr" },
            new GuestShareItem { Calendar = Events, Guest = "Adresse@orange.fr" },
            new GuestShareItem { Calendar = Trips, Guest = Guest },
            new GuestShareItem { Calendar = "/rien", Guest = Guest },
            new GuestShareItem { Calendar = Events, Guest = "no address" },
        ];

        List<BulkOutcome<ShareItem, RevocationChanges>> plans = await world
            .Client.Calendars.PlanRevocationsAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        world.AssertOnlyReads();
        Assert.Equal(4, world.Grants().Count);

        List<BulkOutcome<ShareItem, Revocation>> done = await world
            .Client.Calendars.RevokeSharesAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        Assert.Equal(done.Select(Shown), plans.Select(Shown));
        Assert.Equal(RevocationOutcome.NotThere, plans[4].ResultOrThrow().Outcome);
        Assert.Equal(Other, Assert.Single(world.Grants()).GranteeId);
    }

    private static async Task<RevocationChanges> ComesTrueAsync(
        AssociationWorld world,
        string calendar,
        string grantee,
        RevokeOptions? options = null
    )
    {
        world.Server.Journal.Clear();
        RevocationChanges plan = await world.Client.Calendars.PlanRevocationAsync(calendar, grantee, options, Cancel);
        world.AssertOnlyReads();
        Assert.Empty(world.Server.Outbox.Mails);

        Revocation done = await world.Client.Calendars.RevokeGuestAsync(calendar, grantee, options, Cancel);

        Assert.Equal(Shown(done), Shown(plan));
        Assert.Equal(done.Notification.Status == NotificationStatus.Sent ? done.Notification.Address : null, plan.MailTo);
        return plan;
    }

    private static string Shown(BulkOutcome<ShareItem, Revocation> outcome) =>
        outcome.Result is { } done ? Shown(done) : outcome.Error!.Message;

    private static string Shown(BulkOutcome<ShareItem, RevocationChanges> outcome) =>
        outcome.Result is { } plan ? Shown(plan) : outcome.Error!.Message;

    private static string Shown(Revocation done) =>
        $"{done.Outcome} {done.Owner} {done.Path} {done.FolderId} {string.Join(", ", done.Grantees)} "
        + string.Join(", ", done.Warnings.Select(warning => warning.Text.English));

    private static string Shown(RevocationChanges plan) =>
        $"{plan.Outcome} {plan.Owner} {plan.Path} {plan.FolderId} {string.Join(", ", plan.Grants.Select(grant => grant.Grantee))} "
        + string.Join(", ", plan.Warnings.Select(warning => warning.Text.English));
}
