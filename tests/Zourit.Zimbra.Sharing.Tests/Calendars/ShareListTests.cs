using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>Lists of shares of all kinds, of revocations and of renewals.</summary>
public sealed class ShareListTests
{
    private const string Paul = "paul@monasso.org";
    private static readonly DateTimeOffset Soon = TimeProvider.System.GetUtcNow().AddDays(9);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ShareItem[] AllKinds { get; } =
    [
        new GuestShareItem { Calendar = Events, Guest = Guest },
        new UserShareItem { Calendar = Events, User = "paul" },
        new PublicShareItem { Calendar = Events },
    ];

    [Fact]
    public async Task What_is_wrong_with_one_item_is_its_own_outcome()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<BulkOutcome<ShareItem, CalendarShare>> outcomes = await world
            .Client.Calendars.ApplySharesAsync(
                [
                    new GuestShareItem { Calendar = Events, Guest = "no address" },
                    new UserShareItem { Calendar = Events, User = Guid.NewGuid().ToString() },
                    new UserShareItem { Calendar = Events, User = "no user" },
                    new PublicShareItem { Calendar = "/rien" },
                    new PublicShareItem
                    {
                        Calendar = Events,
                        Options = new() { Expiry = DateTimeOffset.UnixEpoch },
                    },
                    new PublicShareItem { Calendar = Events },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.All([0, 1, 2, 4], index => Assert.IsAssignableFrom<ArgumentException>(outcomes[index].Error));
        Assert.Contains("RevokePublicAsync", outcomes[4].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, Assert.IsType<ZimbraFaultException>(outcomes[3].Error).Code);
        Assert.Equal(ShareOutcome.Created, outcomes[5].ResultOrThrow().Outcome);
        Assert.Equal("pub", Assert.Single(world.Grants()).Type);
    }

    [Fact]
    public async Task A_list_with_an_item_that_lacks_its_grantee_is_refused_as_a_whole()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            world.Client.Calendars.ApplySharesAsync(
                [.. AllKinds, new UserShareItem { Calendar = Events, User = null! }],
                cancellationToken: Cancel
            )
        );

        Assert.StartsWith("Item 3 of the list has no User.", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.RoundTrips);
    }

    [Fact]
    public async Task Guests_users_and_the_public_get_their_shares_in_one_list()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<BulkOutcome<ShareItem, CalendarShare>> outcomes = await world
            .Client.Calendars.ApplySharesAsync(AllKinds, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        GuestShare guest = Assert.IsType<GuestShare>(outcomes[0].ResultOrThrow());
        UserShare user = Assert.IsType<UserShare>(outcomes[1].ResultOrThrow());
        PublicShare everybody = Assert.IsType<PublicShare>(outcomes[2].ResultOrThrow());
        Assert.Equal((GranteeType.Guest, Guest), (guest.Grantee.Type, guest.Grantee.Name));
        Assert.Equal((GranteeType.User, Paul), (user.Grantee.Type, user.Grantee.Name));
        Assert.Equal(GranteeType.Public, everybody.Grantee.Type);
        Assert.Equal(["guest", "usr", "pub"], world.Grants().Select(grant => grant.Type));
        Assert.Equal([Guest, Paul], world.Server.Outbox.Mails.Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task A_second_run_reads_the_calendar_once_and_changes_nothing()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ApplySharesAsync(AllKinds, cancellationToken: Cancel).ToListAsync(Cancel);
        world.Server.Journal.Clear();

        List<BulkOutcome<ShareItem, CalendarShare>> outcomes = await world
            .Client.Calendars.ApplySharesAsync(AllKinds, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Unchanged, outcome.ResultOrThrow().Outcome));
        Assert.Equal(1, world.RoundTrips);
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_plan_of_a_list_says_what_the_list_then_does()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(world.UserId(Paul), "usr", "rwidx"));

        List<BulkOutcome<ShareItem, ShareChanges>> plans = await world
            .Client.Calendars.PlanSharesAsync(AllKinds, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        Assert.Single(world.Grants());
        List<BulkOutcome<ShareItem, CalendarShare>> outcomes = await world
            .Client.Calendars.ApplySharesAsync(AllKinds, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            [ShareOutcome.Created, ShareOutcome.Changed, ShareOutcome.Created],
            plans.Select(plan => plan.ResultOrThrow().Outcome)
        );
        Assert.Equal(
            plans.Select(plan => (plan.ResultOrThrow().Outcome, plan.ResultOrThrow().Permissions)),
            outcomes.Select(outcome => (outcome.ResultOrThrow().Outcome, outcome.ResultOrThrow().Permissions))
        );
        Assert.Equal(plans.Select(plan => plan.ResultOrThrow().MailTo).OfType<string>(), world.Server.Outbox.Mails.Select(mail => mail.To));
    }

    [Fact]
    public async Task A_bare_name_and_the_whole_address_of_one_user_do_not_meet_in_one_batch()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<BulkOutcome<UserShareItem, UserShare>> outcomes = await world
            .Client.Calendars.ShareWithUsersAsync(
                [new() { Calendar = Events, User = "paul" }, new() { Calendar = Events, User = Paul }],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal([ShareOutcome.Created, ShareOutcome.Unchanged], outcomes.Select(outcome => outcome.ResultOrThrow().Outcome));
        Assert.Single(world.Grants());
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task An_account_that_a_list_names_by_its_address_and_by_an_alias_was_mailed_two_new_shares()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        ShareItem[] list =
        [
            new UserShareItem { Calendar = Events, User = "paul@monasso.org" },
            new UserShareItem
            {
                Calendar = Events,
                User = "president@monasso.org",
                Options = new() { Permissions = Permissions.Manager },
            },
        ];

        List<BulkOutcome<ShareItem, CalendarShare>> done = await world
            .Client.Calendars.ApplySharesAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            [(ShareOutcome.Created, "r"), (ShareOutcome.Changed, "rwidx")],
            done.Select(each => (each.ResultOrThrow().Outcome, each.ResultOrThrow().Permissions.Letters))
        );
        Assert.Equal(["Share Created", "Share Modified"], world.Server.Outbox.Mails.Select(mail => mail.Subject.Split(':')[0]));
    }

    [Fact]
    public async Task Shares_of_all_kinds_are_revoked_in_one_list()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ApplySharesAsync(AllKinds, cancellationToken: Cancel).ToListAsync(Cancel);
        world.Server.Journal.Clear();

        List<BulkOutcome<ShareItem, Revocation>> outcomes = await world
            .Client.Calendars.RevokeSharesAsync(
                [.. AllKinds, new GuestShareItem { Calendar = Events, Guest = "autre@orange.fr" }],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal(
            [RevocationOutcome.Removed, RevocationOutcome.Removed, RevocationOutcome.Removed, RevocationOutcome.NotThere],
            outcomes.Select(outcome => outcome.ResultOrThrow().Outcome)
        );
        Assert.Empty(world.Grants());
        // The folder, who the address without a grant is, and all revocations.
        Assert.Equal(3, world.RoundTrips);
    }

    [Fact]
    public async Task A_renewal_of_nothing_and_one_into_the_past_do_not_stop_the_others()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ApplySharesAsync(AllKinds, cancellationToken: Cancel).ToListAsync(Cancel);

        List<BulkOutcome<RenewalItem, RenewedShare>> outcomes = await world
            .Client.Calendars.RenewSharesAsync(
                [
                    new()
                    {
                        Calendar = Events,
                        Grantee = "autre@orange.fr",
                        Expiry = Soon,
                    },
                    new()
                    {
                        Calendar = Events,
                        Grantee = Guest,
                        Expiry = DateTimeOffset.UnixEpoch,
                    },
                    new()
                    {
                        Calendar = Events,
                        Grantee = "no address",
                        Expiry = Soon,
                    },
                    new()
                    {
                        Calendar = Events,
                        Grantee = Guest,
                        Expiry = Soon,
                    },
                    new()
                    {
                        Calendar = Events,
                        Grantee = "paul",
                        Expiry = Soon,
                    },
                    new() { Calendar = Events, Expiry = Soon },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.IsType<ZimbraShareNotFoundException>(outcomes[0].Error);
        Assert.IsAssignableFrom<ArgumentException>(outcomes[1].Error);
        Assert.IsAssignableFrom<ArgumentException>(outcomes[2].Error);
        Assert.All(outcomes[3..], outcome => Assert.Equal(ShareOutcome.Changed, outcome.ResultOrThrow().Outcome));
        Assert.All(world.Grants(), grant => Assert.Equal(Soon.ToUnixTimeMilliseconds(), grant.Expiry));
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task Renewals_that_change_nothing_cost_one_reading_of_the_calendar()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        RenewalItem[] renewals =
        [
            new()
            {
                Calendar = Events,
                Grantee = Guest,
                Expiry = Soon,
            },
            new() { Calendar = Events, Expiry = Soon },
        ];
        await world.Client.Calendars.ApplySharesAsync(AllKinds, cancellationToken: Cancel).ToListAsync(Cancel);
        await world.Client.Calendars.RenewSharesAsync(renewals, cancellationToken: Cancel).ToListAsync(Cancel);
        world.Server.Journal.Clear();

        List<BulkOutcome<RenewalItem, RenewedShare>> outcomes = await world
            .Client.Calendars.RenewSharesAsync(renewals, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Unchanged, outcome.ResultOrThrow().Outcome));
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task An_administrator_works_on_the_calendars_of_several_owners()
    {
        await using AssociationWorld world = await new Association()
            .AsAdmin()
            .With(seed => seed.Account("autre@monasso.org", OwnerPassword, account => account.Calendar("/libre")))
            .StartAsync();

        List<BulkOutcome<ShareItem, CalendarShare>> outcomes = await world
            .Client.Calendars.ApplySharesAsync(
                [
                    new PublicShareItem { Owner = Owner, Calendar = Events },
                    new UserShareItem
                    {
                        Owner = "autre@monasso.org",
                        Calendar = "/libre",
                        User = "paul",
                    },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal([Owner, "autre@monasso.org"], outcomes.Select(outcome => outcome.ResultOrThrow().Owner));
    }
}
