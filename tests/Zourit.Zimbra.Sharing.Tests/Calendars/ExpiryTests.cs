using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class ExpiryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_that_is_not_there_cannot_be_renewed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraShareNotFoundException e = await Assert.ThrowsAsync<ZimbraShareNotFoundException>(() =>
            world.Client.Calendars.RenewAsync(Events, Guest, ShareExpiry.Never, Cancel)
        );

        Assert.Contains(Guest, e.Message, StringComparison.Ordinal);
        Assert.Contains("ShareWithGuestAsync", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ZimbraShareNotFoundException>(() =>
            world.Client.Calendars.RenewPublicAsync(Events, ShareExpiry.Never, Cancel)
        );
    }

    [Fact]
    public async Task Renewing_needs_an_end_that_is_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => world.Client.Calendars.RenewAsync(Events, Guest, ShareExpiry.Keep, Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.RenewAsync(Events, Guest, TimeProvider.System.GetUtcNow().AddDays(-1), Cancel)
        );
        Assert.Equal(0, world.RoundTrips);
    }

    [Fact]
    public async Task An_inherited_share_is_renewed_where_it_exists()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant(Guest, "guest", "r"));

        ZimbraShareNotFoundException e = await Assert.ThrowsAsync<ZimbraShareNotFoundException>(() =>
            world.Client.Calendars.RenewAsync(
                "/Événements de l'asso/Sorties d'été",
                Guest,
                TimeProvider.System.GetUtcNow().AddDays(9),
                Cancel
            )
        );

        Assert.Contains("'/Événements de l'asso'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewing_changes_the_end_and_nothing_else_and_mails_nobody()
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association()
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new()
            {
                Permissions = Permissions.Manager.WithPrivate(),
                Expiry = Start.AddDays(10),
                GrantPassword = new Secret("s3cret"),
                Notify = false,
            },
            Cancel
        );
        world.Server.Journal.Clear();

        RenewedShare share = await world.Client.Calendars.RenewAsync(Events, "Adresse@orange.fr", Start.AddDays(40), Cancel);

        Assert.Equal(2, world.RoundTrips);
        Assert.Equal(ShareOutcome.Changed, share.Outcome);
        Assert.Equal((Start.AddDays(10), Start.AddDays(40)), (share.PreviousEffectiveExpiry, share.EffectiveExpiry));
        AccessGrant grant = Assert.Single(world.Grants());
        Assert.Equal(("rwidxp", "s3cret", Start.AddDays(40).ToUnixTimeMilliseconds()), (grant.Rights, grant.Secret, grant.Expiry));
        Assert.Empty(world.Server.Outbox.Mails);

        RenewedShare again = await world.Client.Calendars.RenewAsync(Events, Guest, Start.AddDays(40), Cancel);
        Assert.Equal(ShareOutcome.Unchanged, again.Outcome);
    }

    [Fact]
    public async Task A_user_and_the_public_are_renewed_too()
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association()
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Expiry = Start.AddDays(1), Notify = false }, Cancel);
        await world.Client.Calendars.SharePubliclyAsync(Events, new() { Expiry = Start.AddDays(1) }, Cancel);

        RenewedShare paul = await world.Client.Calendars.RenewAsync(Events, "paul", Start.AddDays(2), Cancel);
        RenewedShare open = await world.Client.Calendars.RenewPublicAsync(Events, ShareExpiry.Never, Cancel);

        Assert.Equal(Start.AddDays(2), paul.EffectiveExpiry);
        Assert.Equal((ShareOutcome.Changed, null), (open.Outcome, open.EffectiveExpiry));
    }

    [Fact]
    public async Task A_share_that_has_expired_lives_again()
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association()
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r") { Expiry = Start.AddSeconds(-1).ToUnixTimeMilliseconds() });

        RenewedShare share = await world.Client.Calendars.RenewAsync(Events, Guest, Start.AddDays(9), Cancel);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(9)), (share.Outcome, share.EffectiveExpiry));
    }

    [Fact]
    public async Task A_renewal_beyond_the_lifetime_is_refused_with_the_policy_and_the_ceiling()
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association()
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        SetLifetime(world, "30d");
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.RenewAsync(Events, Guest, Start.AddDays(31), Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.Contains("zimbraExternalShareLifetime = 30d", e.Message, StringComparison.Ordinal);
        Assert.Contains("2026-12-02", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_within_the_lifetime_moves_the_ceiling_and_leaves_the_others_their_ends()
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association()
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        SetLifetime(world, "30d");
        await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { Notify = false, GrantPassword = new Secret("s3cret") },
            Cancel
        );
        await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            "autre@orange.fr",
            new() { Notify = false, Permissions = Permissions.Manager },
            Cancel
        );
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        time.Advance(TimeSpan.FromDays(25));
        world.Server.Journal.Clear();

        RenewedShare share = await world.Client.Calendars.RenewAsync(Events, Guest, Start.AddDays(50), Cancel);

        Assert.Equal(2, world.Server.Journal.Entries.Count(entry => !entry.Operations.Contains("AuthRequest")));
        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.EffectiveExpiry));
        Assert.Equal(Start.AddDays(30), share.PreviousEffectiveExpiry);
        List<CalendarGrant> all = await world
            .Client.Calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        Assert.Equal(4, all.Count);
        CalendarGrant other = Assert.Single(all, grant => grant.Grantee.Id == "autre@orange.fr");
        Assert.Equal((Start.AddDays(30), Permissions.Manager), (other.EffectiveExpiry, other.Permissions));
        Assert.Null(Assert.Single(all, grant => grant.Grantee.Name == "paul@monasso.org").EffectiveExpiry);
        Assert.True(Assert.Single(all, grant => grant.Grantee.Id == Guest).HasGrantPassword);
    }

    [Fact]
    public async Task A_renewal_loses_no_grant_that_somebody_makes_meanwhile_and_brings_none_back_that_somebody_revokes()
    {
        var time = new FakeTimeProvider(Start);
        using var others = new Interference();
        await using AssociationWorld world = await new Association()
            .Amid(others)
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        SetLifetime(world, "30d");
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.ShareWithGuestAsync(Events, "parti@orange.fr", new() { Notify = false }, Cancel);
        time.Advance(TimeSpan.FromDays(1));
        others.Before("<FolderActionRequest", () => world.ChangeGrants(Events, list =>
            {
                list.RemoveAll(grant => grant.GranteeId == "parti@orange.fr");
                list.Add(new AccessGrant("venu@orange.fr", "guest", "r"));
                list.Add(new AccessGrant(world.UserId("paul@monasso.org"), "usr", "rwidx"));
            }));

        RenewedShare renewed = await world.Client.Calendars.RenewAsync(Events, Guest, Start.AddDays(31), Cancel);

        Assert.Equal(Start.AddDays(31), renewed.EffectiveExpiry);
        Assert.Equal([Guest, "venu@orange.fr", world.UserId("paul@monasso.org")], world.Grants().Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task A_renewal_that_would_set_an_end_for_somebody_else_is_refused()
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association()
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        SetLifetime(world, "30d");
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPublicShareLifetime"] = "7d");
        time.Advance(TimeSpan.FromDays(25));

        ZimbraConflictException e = await Assert.ThrowsAsync<ZimbraConflictException>(() =>
            world.Client.Calendars.RenewAsync(Events, Guest, Start.AddDays(50), Cancel)
        );

        Assert.Contains("zimbraPublicShareLifetime", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, world.Grants().Count);
    }

    [Fact]
    public async Task What_ends_soon_is_listed_the_soonest_first()
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association()
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            "tard@orange.fr",
            new() { Notify = false, Expiry = Start.AddDays(31) },
            Cancel
        );
        await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            "bientot@orange.fr",
            new() { Notify = false, Expiry = Start.AddDays(29) },
            Cancel
        );
        await world.Client.Calendars.ShareWithGuestAsync(
            "/Calendar",
            "demain@orange.fr",
            new() { Notify = false, Expiry = Start.AddDays(1) },
            Cancel
        );
        await world.Client.Calendars.ShareWithGuestAsync("/Calendar", "jamais@orange.fr", new() { Notify = false }, Cancel);
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await world.Client.Calendars.ListEndingAsync(TimeSpan.FromDays(-1), cancellationToken: Cancel).ToListAsync(Cancel)
        );

        List<CalendarGrant> ending = await world
            .Client.Calendars.ListEndingAsync(TimeSpan.FromDays(30), cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(["demain@orange.fr", "bientot@orange.fr"], ending.Select(grant => grant.Grantee.Id));
        Assert.Equal(
            3,
            (await world.Client.Calendars.ListEndingAsync(TimeSpan.MaxValue, cancellationToken: Cancel).ToListAsync(Cancel)).Count
        );
    }

    [Fact]
    public async Task The_grant_operation_overwrites_the_end_so_what_exists_is_sent_again()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(30);
        await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new()
            {
                Expiry = end,
                GrantPassword = new Secret("s3cret"),
                Notify = false,
            },
            Cancel
        );

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { Permissions = Permissions.Manager, Notify = false },
            Cancel
        );

        Assert.Equal(ShareOutcome.Changed, share.Outcome);
        Assert.Equal(end.ToUnixTimeMilliseconds(), share.Expiry?.ToUnixTimeMilliseconds());
        AccessGrant grant = Assert.Single(world.Grants());
        Assert.Equal((end.ToUnixTimeMilliseconds(), "s3cret"), (grant.Expiry, grant.Secret));
    }

    [Fact]
    public async Task Never_takes_away_the_end_that_exists()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(30);
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Expiry = end, Notify = false }, Cancel);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Expiry = ShareExpiry.Never }, Cancel);

        Assert.Equal(ShareOutcome.Changed, share.Outcome);
        Assert.Null(share.Expiry);
        Assert.Equal(NotificationStatus.NotRequested, share.Notification.Status);
    }

    [Fact]
    public async Task A_second_guest_gets_the_first_guests_end_date()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "30d");
        GuestShare first = await world.Client.Calendars.ShareWithGuestAsync(Events, "un@orange.fr", new() { Notify = false }, Cancel);

        GuestShare second = await world.Client.Calendars.ShareWithGuestAsync(Events, "deux@orange.fr", new() { Notify = false }, Cancel);

        Assert.Null(second.Expiry);
        Assert.NotNull(second.EffectiveExpiry);
        Assert.Equal(first.EffectiveExpiry, second.EffectiveExpiry);
        Assert.Contains(second.Warnings, warning => warning.Code == ShareWarningCode.EndsEarlier);
    }

    [Fact]
    public async Task An_end_after_the_ceiling_is_refused_with_the_ceiling_and_the_policy()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "30d");
        await world.Client.Calendars.ShareWithGuestAsync(Events, "un@orange.fr", new() { Notify = false }, Cancel);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(
                Events,
                "deux@orange.fr",
                new() { Expiry = TimeProvider.System.GetUtcNow().AddDays(60) },
                Cancel
            )
        );

        Assert.Contains("zimbraExternalShareLifetime = 30d", e.Message, StringComparison.Ordinal);
        Assert.Contains("guestGrantExpiry", e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task An_ended_grant_gives_nothing_so_the_share_is_made_anew()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new AccessGrant(Guest, "guest", "r") { Expiry = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeMilliseconds() }
        );

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Null(share.EffectiveExpiry);
        Assert.NotNull(Assert.Single(world.Server.Outbox.Mails).PersonalLink);
    }

    private static void SetLifetime(AssociationWorld world, string lifetime) =>
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = lifetime);
}
