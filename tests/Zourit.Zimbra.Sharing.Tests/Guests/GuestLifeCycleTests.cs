using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// The traps of the server's daily task and of identifiers (docs/protocol.md §6.1, §6.7) that are not tested beside what they belong to.
/// </summary>
public sealed class GuestLifeCycleTests
{
    private const string Domain = "monasso.org";

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(Association.Identifier);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_of_two_domains_has_two_accounts_and_two_passwords()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("owner@autre.org", "pa55word", account => account.Calendar("/c"))
        );
        GuestClient guests = world.AsAdmin().Guests;

        await guests.CreateAsync(GuestCreations.WithCalendar, Token);
        GuestCreation second = await guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = "owner@autre.org",
                Calendar = "/c",
                Guest = Guest,
                Password = new Secret("An0ther-password"),
            },
            Token
        );

        Assert.Equal("adresse.orange.fr@autre.org", second.Identifier.Value);
        Assert.Equal(200, await world.ReadFeedAsync(Association.Identifier, GuestPassword));
        Assert.Equal(401, await world.ReadFeedAsync(Association.Identifier, "An0ther-password"));
    }

    [Fact]
    public async Task A_domain_with_accents_may_be_written_either_way()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("owner@xn--vnement-9xab.fr", "pa55word", account => account.Calendar("/c"))
        );

        GuestCreation creation = await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = "événement.fr",
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                    FurtherCalendars = [new SharedCalendar { Owner = "owner@xn--vnement-9xab.fr", Calendar = FolderPath.Parse("/c") }],
                },
                Token
            );

        Assert.Equal("adresse.orange.fr@xn--vnement-9xab.fr", creation.Identifier.Value);
        Assert.Equal(GuestStep.Created, creation.Calendars[0].Mountpoint);
    }

    [Fact]
    public async Task A_closed_account_is_deleted_30_days_later_and_creating_again_starts_anew()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using AssociationWorld world = await new Association().On(new() { TimeProvider = time }).StartAsync();
        GuestClient guests = world.AsAdmin(options => options.TimeProvider = time).Guests;
        await guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = Domain,
                Guest = Guest,
                Password = new Secret(GuestPassword),
            },
            Token
        );
        world.Server.RunDailyTask();

        GuestAccount? closed = await guests.FindAsync(Identifier, Token);
        time.Advance(TimeSpan.FromDays(31));
        world.Server.RunDailyTask();

        Assert.Equal((GuestStatus.Closed, DateTimeOffset.UnixEpoch.AddYears(57)), (closed!.Status, closed.DisabledSince)!);
        Assert.Null(await guests.FindAsync(Identifier, Token));
        Assert.Equal(GuestStep.Created, (await guests.CreateAsync(GuestCreations.WithCalendar, Token)).Step);
    }

    [Fact]
    public async Task Sharing_the_same_folder_again_revives_a_closed_account_at_the_next_run()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(GuestCreations.WithCalendar, Token);
        await guests.RetireAsync(Domain, Guest, cancellationToken: Token);
        world.Server.RunDailyTask();
        Assert.Equal(GuestStatus.Closed, (await guests.FindAsync(Identifier, Token))!.Status);

        await world.ShareAsync(notify: false);
        world.Server.RunDailyTask();

        Assert.Equal(GuestStatus.Active, (await guests.FindAsync(Identifier, Token))!.Status);
    }

    [Fact]
    public async Task A_guest_served_only_through_a_group_is_closed_and_a_calendar_named_at_creation_gets_a_grant_of_its_own()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Group("amis@monasso.org", Guest));
        string folder = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath(Events), Token)).Folder.Id;
        await world.AsOwner().SendAsync(FolderActionRequest.Grant(folder, FolderGrant.Group("amis@monasso.org", "r")), Token);
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = Domain,
                Guest = Guest,
                Password = new Secret(GuestPassword),
            },
            Token
        );
        world.Server.RunDailyTask();
        Assert.Equal(GuestStatus.Closed, (await guests.FindAsync(Identifier, Token))!.Status);

        GuestCreation again = await guests.CreateAsync(GuestCreations.WithCalendar, Token);
        world.Server.RunDailyTask();

        Assert.Equal(GuestStep.Created, again.Calendars[0].Grant);
        Assert.Equal(GuestStatus.Active, (await guests.FindAsync(Identifier, Token))!.Status);
    }

    [Fact]
    public async Task A_grant_inherited_from_a_folder_above_exists_and_that_folder_is_mounted_because_the_daily_task_counts_no_other()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync("/Événements de l'asso", notify: false);
        GuestClient guests = world.AsAdmin().Guests;

        GuestCreation creation = await guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Trips,
                Guest = Guest,
                Password = new Secret(GuestPassword),
            },
            Token
        );
        world.Server.RunDailyTask();

        Assert.Equal((GuestStep.Unchanged, GuestStep.Created), (creation.Calendars[0].Grant, creation.Calendars[0].Mountpoint));
        Assert.False((await world.AsOwner().SendAsync(GetFolderRequest.AtPath(Trips), Token)).Folder.HasOwnAcl);
        Assert.Equal(GuestStatus.Active, (await guests.FindAsync(Identifier, Token))!.Status);
        Assert.Equal(200, await world.ReadFeedAsync(Association.Identifier, GuestPassword, Trips));
    }

    [Fact]
    public async Task A_calendar_that_inherits_from_a_folder_shared_with_others_gets_a_grant_of_its_own()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync("/Événements de l'asso", guest: "other@orange.fr", notify: false);
        GuestClient guests = world.AsAdmin().Guests;

        GuestCreation creation = await guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Trips,
                Guest = Guest,
                Password = new Secret(GuestPassword),
            },
            Token
        );
        world.Server.RunDailyTask();

        Assert.Equal(GuestStep.Created, creation.Calendars[0].Grant);
        Folder folder = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath(Trips), Token)).Folder;
        Assert.Equal(["other@orange.fr", Guest], folder.Acl!.Grants.Select(grant => grant.GranteeId));
        Assert.Equal(GuestStatus.Active, (await guests.FindAsync(Identifier, Token))!.Status);
    }

    [Fact]
    public async Task A_lost_reply_to_the_grant_is_reported_as_the_grant_it_was()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        GuestCreation creation = await world.AsAdmin().Guests.CreateAsync(GuestCreations.WithCalendar, Token);

        Assert.Equal(GuestStep.Created, creation.Calendars[0].Grant);
        Folder folder = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath(Events), Token)).Folder;
        Assert.Single(folder.Acl!.Grants);
    }

    [Fact]
    public async Task Many_who_create_the_same_guest_at_once_make_one_account_one_grant_and_one_mountpoint()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;

        GuestCreation[] creations = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => guests.CreateAsync(GuestCreations.WithCalendar, Token))
        );

        Assert.Single(creations, creation => creation.Step == GuestStep.Created);
        Account guest = Assert.Single(world.Server.Directory.Accounts, account => account.IsVirtual);
        Assert.Single(guest.Mailbox!.Folders, folder => folder.Link is not null);
        Assert.Equal(200, await world.ReadFeedAsync(Association.Identifier, GuestPassword));
    }

    [Fact]
    public async Task An_owner_and_a_guest_in_maintenance_through_their_domain_do_not_break_the_stream()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(GuestCreations.WithCalendar, Token);
        world.Server.Change(directory => directory.FindDomain(Domain)!.Attributes["zimbraDomainStatus"] = "maintenance");

        GuestInspection inspection = await guests.InspectAsync(Identifier, Token);
        var seen = new List<GuestAccess>();
        await foreach (GuestAccess access in guests.ListAccessAsync(Guest, cancellationToken: Token))
        {
            seen.Add(access);
        }

        Assert.False(inspection.MountpointsKnown);
        Assert.True(Assert.Single(seen).OwnerInMaintenance);
    }
}
