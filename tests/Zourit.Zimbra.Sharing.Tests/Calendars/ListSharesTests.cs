using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class ListSharesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_that_is_not_there_is_named()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await Assert.ThrowsAsync<ZimbraFaultException>(async () =>
            await world.Client.Calendars.ListSharesAsync(new() { Calendar = "/rien" }, cancellationToken: Cancel).ToListAsync(Cancel)
        );
    }

    [Fact]
    public async Task Nothing_shared_gives_nothing()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        Assert.Empty(await world.Client.Calendars.ListSharesAsync(cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task All_calendars_are_listed_in_one_round_trip_with_what_they_inherit()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        long past = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeMilliseconds();
        world.Seed("/Événements de l'asso", new AccessGrant("un@orange.fr", "guest", "r") { Secret = "s3cret" });
        world.Seed(
            Events,
            new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"),
            new AccessGrant("Jean <deux@orange.fr>", "guest", "rwidx") { Expiry = past }
        );
        world.Seed("/Inbox", new AccessGrant("trois@orange.fr", "guest", "r"));

        List<CalendarGrant> grants = await world.Client.Calendars.ListSharesAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(1, world.RoundTrips);
        Assert.Equal(
            [
                "/my-events  r",
                "/my-events Jean <deux@orange.fr> rwidx",
                "/Événements de l'asso un@orange.fr r",
                "/Événements de l'asso/Sorties d'été un@orange.fr r",
            ],
            grants.Select(grant => $"{grant.Path} {grant.Grantee.Name} {grant.Permissions}").Order(StringComparer.Ordinal)
        );
        CalendarGrant inherited = Assert.Single(grants, grant => grant.InheritedFrom is not null);
        Assert.Equal("/Événements de l'asso", inherited.InheritedFrom?.Value);
        Assert.True(inherited.HasGrantPassword);
        Assert.Equal("un.orange.fr@monasso.org", inherited.GuestIdentifier?.Value);
        CalendarGrant ended = Assert.Single(grants, grant => grant.IsExpired);
        Assert.Null(ended.GuestIdentifier);
        Assert.DoesNotContain("s3cret", string.Concat(grants), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_server_would_not_take_today_hides_no_calendar()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant("un@orange.fr", "guest", "r"));
        world.Server.Change(_ => world.Server.FolderOf(Owner, Events)!.Name = "Old: events");

        CalendarGrant grant = Assert.Single(await world.Client.Calendars.ListSharesAsync(cancellationToken: Cancel).ToListAsync(Cancel));

        Assert.Equal("/Old: events", grant.Path.Value);
        Assert.EndsWith("/Old:%20events.ics", grant.IcsAddress.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_calendar_is_listed_by_itself()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.ShareWithGuestAsync("/Calendar", "autre@orange.fr", new() { Notify = false }, Cancel);

        CalendarGrant grant = Assert.Single(
            await world.Client.Calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel).ToListAsync(Cancel)
        );

        Assert.Equal(Guest, grant.Grantee.Id);
        Assert.Equal(GranteeType.Guest, grant.Grantee.Type);
        Assert.EndsWith("/my-events.ics", grant.IcsAddress.ToString(), StringComparison.Ordinal);
    }
}
