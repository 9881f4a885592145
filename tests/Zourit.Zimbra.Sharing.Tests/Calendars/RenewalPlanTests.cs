using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>The plan of a renewal says what the renewal then does, and does nothing.</summary>
public sealed class RenewalPlanTests
{
    private const string Other = "autre@orange.fr";
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Start);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10, 40, ShareOutcome.Changed)]
    [InlineData(10, 5, ShareOutcome.Changed)]
    [InlineData(10, 10, ShareOutcome.Unchanged)]
    [InlineData(10, null, ShareOutcome.Changed)]
    [InlineData(-1, 40, ShareOutcome.Changed)]
    [InlineData(null, null, ShareOutcome.Unchanged)]
    [InlineData(null, 40, ShareOutcome.Changed)]
    public async Task It_says_when_the_share_would_end_and_renewing_then_ends_it_then(int? now, int? wanted, ShareOutcome outcome)
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "rwidx") { Expiry = After(now)?.ToUnixTimeMilliseconds() ?? 0 });

        ShareChanges plan = await ComesTrueAsync(world, Guest, End(wanted));

        Assert.Equal((outcome, After(now), After(wanted)), (plan.Outcome, plan.CurrentExpiry, plan.Expiry));
        Assert.Equal((Permissions.Manager, Permissions.Manager), (plan.CurrentPermissions!.Value, plan.Permissions));
    }

    [Fact]
    public async Task Beyond_the_ceiling_of_the_calendar_the_end_moves_as_far_as_the_policy_allows_from_now()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "30d");
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        _time.Advance(TimeSpan.FromDays(25));

        ShareChanges plan = await ComesTrueAsync(world, Guest, Start.AddDays(50));

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (plan.Outcome, plan.Expiry));
        Assert.Equal((null, Start.AddDays(30)), (plan.CurrentExpiry, plan.CurrentEffectiveExpiry));
    }

    [Fact]
    public async Task A_ceiling_that_cannot_move_without_ending_other_shares_is_refused_alike()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "30d");
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPublicShareLifetime"] = "60d");
        _time.Advance(TimeSpan.FromDays(25));

        await AlsoRefusesAsync<ZimbraConflictException>(world, Events, Guest, Start.AddDays(50));
    }

    [Fact]
    public async Task A_share_that_is_not_there_or_only_inherited_and_an_end_that_is_none_are_refused_alike()
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant(Guest, "guest", "r"));

        await AlsoRefusesAsync<ZimbraShareNotFoundException>(world, Events, Guest, ShareExpiry.Never);
        await AlsoRefusesAsync<ZimbraShareNotFoundException>(world, Trips, Guest, ShareExpiry.Never);
        await AlsoRefusesAsync<ArgumentException>(world, Events, Guest, ShareExpiry.Keep);
        await AlsoRefusesAsync<ArgumentException>(world, Events, Guest, Start.AddDays(-1));
    }

    [Fact]
    public async Task Of_a_guest_with_several_grants_the_one_that_lets_in_is_renewed()
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant("Jean <adresse@orange.fr>", "guest", "rw"), new AccessGrant("Adresse@orange.fr", "guest", "r"));

        ShareChanges plan = await ComesTrueAsync(world, Guest, Start.AddDays(9));

        Assert.Equal(("Adresse@orange.fr", "r"), (plan.Current!.Id, plan.Permissions.Letters));
    }

    [Fact]
    public async Task A_list_says_for_each_item_what_renewing_the_list_then_reports()
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(
            Events,
            new AccessGrant(Guest, "guest", "r"),
            new AccessGrant(world.UserId("paul@monasso.org"), "usr", "rw"),
            new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r") { Expiry = Start.AddDays(1).ToUnixTimeMilliseconds() }
        );
        RenewalItem[] list =
        [
            Item(Guest, Start.AddDays(9)),
            Item("paul", Start.AddDays(9)),
            Item(null, ShareExpiry.Never),
            Item(Other, Start.AddDays(9)),
            Item(Guest, Start.AddDays(9)),
            Item(Guest, Start.AddDays(-9)),
        ];

        List<BulkOutcome<RenewalItem, ShareChanges>> plans = await world
            .Client.Calendars.PlanRenewalsAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        world.AssertOnlyReads();

        List<BulkOutcome<RenewalItem, RenewedShare>> done = await world
            .Client.Calendars.RenewSharesAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        Assert.Equal(
            done.Select(each => (each.Result?.Outcome, each.Result?.Expiry, each.Error?.Message)),
            plans.Select(each => (each.Result?.Outcome, each.Result?.Expiry, each.Error?.Message))
        );
        Assert.Equal(
            [ShareOutcome.Changed, ShareOutcome.Changed, ShareOutcome.Changed, null, ShareOutcome.Unchanged, null],
            plans.Select(each => each.Result?.Outcome)
        );
    }

    private Task<AssociationWorld> StartAsync() =>
        new Association().Using(options => options.TimeProvider = _time).On(new() { TimeProvider = _time }).StartAsync();

    private static async Task<ShareChanges> ComesTrueAsync(AssociationWorld world, string grantee, ShareExpiry expiry)
    {
        world.Server.Journal.Clear();
        ShareChanges plan = await world.Client.Calendars.PlanRenewalAsync(Events, grantee, expiry, Cancel);
        world.AssertOnlyReads();

        RenewedShare done = await world.Client.Calendars.RenewAsync(Events, grantee, expiry, Cancel);

        Assert.Equal(
            (done.Outcome, done.Owner, done.Path, done.FolderId, done.Permissions, done.Expiry, done.PreviousEffectiveExpiry),
            (plan.Outcome, plan.Owner, plan.Path, plan.FolderId, plan.Permissions, plan.Expiry, plan.CurrentEffectiveExpiry)
        );
        Assert.Equal(done.Grantee, plan.Current);
        Assert.Null(plan.MailTo);
        Assert.Empty(world.Server.Outbox.Mails);
        return plan;
    }

    private static async Task AlsoRefusesAsync<T>(AssociationWorld world, string calendar, string grantee, ShareExpiry expiry)
        where T : Exception
    {
        world.Server.Journal.Clear();
        T planned = await Assert.ThrowsAnyAsync<T>(() => world.Client.Calendars.PlanRenewalAsync(calendar, grantee, expiry, Cancel));
        world.AssertOnlyReads();
        T done = await Assert.ThrowsAnyAsync<T>(() => world.Client.Calendars.RenewAsync(calendar, grantee, expiry, Cancel));
        Assert.Equal(done.Message, planned.Message);
    }

    private static RenewalItem Item(string? grantee, ShareExpiry expiry) =>
        new()
        {
            Calendar = Events,
            Grantee = grantee,
            Expiry = expiry,
        };

    private static ShareExpiry End(int? days) => After(days) is { } end ? end : ShareExpiry.Never;

    private static DateTimeOffset? After(int? days) => days is null ? null : Start.AddDays(days.Value);
}
