using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A mailbox's calendars, one share of one, and the end of all shares of a calendar or a guest.</summary>
public sealed class CalendarListTests
{
    private const string Outing = "/Événements de l'asso/Sorties d'été";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calendars_that_are_shared_with_nobody_are_listed_too()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("vide@monasso.org", OwnerPassword, account => account.Folder("/Notes", "document"))
        );
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        List<CalendarInfo> calendars = await world.Client.Calendars.ListCalendarsAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            ["/Calendar", Events, "/Événements de l'asso/Sorties d'été"],
            calendars.Select(calendar => calendar.Path.Value).Where(path => path != "/Événements de l'asso").Order(StringComparer.Ordinal)
        );
        CalendarInfo events = calendars.Single(calendar => calendar.Path.Value == Events);
        Assert.Equal((Owner, "appointment"), (events.Owner, events.View));
        Assert.Equal(Guest, Assert.Single(events.Shares).Grantee.Name);
        Assert.EndsWith("/my-events.ics", events.IcsAddress.Uri.AbsolutePath, StringComparison.Ordinal);
        Assert.All(calendars.Where(calendar => calendar != events), calendar => Assert.Empty(calendar.Shares));
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task All_folders_are_listed_where_that_is_asked_for()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        List<CalendarInfo> folders = await world
            .Client.Calendars.ListCalendarsAsync(new() { AllFolders = true }, Cancel)
            .ToListAsync(Cancel);

        Assert.Contains(folders, folder => folder.Path.Value == "/Inbox" && folder.View != "appointment");
    }

    [Fact]
    public async Task A_share_that_does_not_exist_is_null_and_a_calendar_that_does_not_is_a_fault()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        Assert.Null(await world.Client.Calendars.FindShareAsync(Events, Guest, Cancel));
        Assert.Null(await world.Client.Calendars.FindPublicShareAsync(Events, Cancel));
        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.FindShareAsync("/rien", Guest, Cancel)
        );
        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, e.Code);
    }

    [Fact]
    public async Task One_share_is_found_by_address_by_bare_name_and_by_id()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string paul = world.UserId("paul@monasso.org");
        world.Seed(
            Events,
            new AccessGrant("Adresse@Orange.fr", "guest", "r"),
            new AccessGrant(paul, "usr", "rwidx"),
            new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r")
        );

        CalendarGrant? guest = await world.Client.Calendars.FindShareAsync(Events, Guest, Cancel);
        CalendarGrant? byName = await world.Client.Calendars.FindShareAsync(Events, "paul", Cancel);
        CalendarGrant? byId = await world.Client.Calendars.FindShareAsync(Events, paul, Cancel);
        CalendarGrant? everybody = await world.Client.Calendars.FindPublicShareAsync(Events, Cancel);

        Assert.Equal((GranteeType.Guest, Permissions.Viewer), (guest?.Grantee.Type, guest?.Permissions));
        Assert.Equal((GranteeType.User, "paul@monasso.org"), (byName?.Grantee.Type, byName?.Grantee.Name));
        Assert.Equal(byName, byId);
        Assert.Equal(GranteeType.Public, everybody?.Grantee.Type);
    }

    [Fact]
    public async Task All_shares_of_a_calendar_are_revoked_at_once_and_nobody_is_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new AccessGrant("Deux <deux@orange.fr>", "guest", "r"),
            new AccessGrant(world.UserId("paul@monasso.org"), "usr", "rwidx"),
            new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r")
        );

        Revocation first = await world.Client.Calendars.RevokeAllAsync(Events, Cancel);
        Revocation second = await world.Client.Calendars.RevokeAllAsync(Events, Cancel);

        Assert.Equal((RevocationOutcome.Removed, 3), (first.Outcome, first.Grantees.Count));
        Assert.Equal((RevocationOutcome.NotThere, 0), (second.Outcome, second.Grantees.Count));
        Assert.Empty(world.Grants());
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_grant_to_the_owner_itself_does_not_keep_the_others_from_being_revoked()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(world.UserId(Owner), "usr", "r"), new AccessGrant(Guest, "guest", "r"));

        Revocation first = await world.Client.Calendars.RevokeAllAsync(Events, Cancel);
        Revocation second = await world.Client.Calendars.RevokeAllAsync(Events, Cancel);

        Assert.Equal((RevocationOutcome.Removed, Guest), (first.Outcome, Assert.Single(first.Grantees).Name));
        Assert.Equal((RevocationOutcome.NotThere, 0), (second.Outcome, second.Grantees.Count));
    }

    [Fact]
    public async Task All_shares_of_a_guest_end_wherever_the_mailbox_has_them()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant("Adresse@orange.fr", "guest", "r"), new AccessGrant("autre@orange.fr", "guest", "r"));
        world.Seed(Outing, new AccessGrant(Guest, "guest", "r"));
        world.Seed("/Inbox", new AccessGrant(Guest, "guest", "r"));

        List<BulkOutcome<ShareItem, Revocation>> outcomes = await world
            .Client.Calendars.RevokeAllOfGuestAsync(Guest, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        List<BulkOutcome<ShareItem, Revocation>> again = await world
            .Client.Calendars.RevokeAllOfGuestAsync(Guest, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            ["/Inbox", Events, Outing],
            outcomes.Select(outcome => outcome.ResultOrThrow().Path.Value).Order(StringComparer.Ordinal)
        );
        Assert.All(outcomes, outcome => Assert.Equal(RevocationOutcome.Removed, outcome.ResultOrThrow().Outcome));
        Assert.Equal("autre@orange.fr", Assert.Single(world.Grants()).GranteeId);
        Assert.Empty(again);
    }

    [Fact]
    public async Task The_folders_of_a_guest_are_read_once_for_all()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Seed(Outing, new AccessGrant(Guest, "guest", "r"));
        await world.Client.PingAsync(Cancel);
        int before = world.RoundTrips;

        await world.Client.Calendars.RevokeAllOfGuestAsync(Guest, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(before + 3, world.RoundTrips);
    }

    [Fact]
    public async Task A_guest_who_is_no_address_is_refused_before_anything_is_read()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        Assert.ThrowsAny<ArgumentException>(() => world.Client.Calendars.RevokeAllOfGuestAsync("no address", cancellationToken: Cancel));
        Assert.Equal(0, world.RoundTrips);
    }
}
