using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// The traps of the server's daily task and of identifiers (docs/protocol.md §6.1, §6.7) that are not tested beside what they belong to.
/// </summary>
public sealed class GuestLifeCycleTests
{
    private const string Domain = "monasso.org";

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(SharingWorld.Identifier);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_of_two_domains_has_two_accounts_and_two_passwords()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(seed =>
            seed.Account("owner@autre.org", "pa55word", account => account.Calendar("/c"))
        );
        GuestClient guests = world.AsAdmin().Guests;

        await guests.CreateAsync(GuestCreations.WithCalendar, Token);
        GuestCreation second = await guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = "owner@autre.org",
                Calendar = "/c",
                Guest = SharingWorld.Guest,
                Password = new Secret("An0ther-password"),
            },
            Token
        );

        Assert.Equal("adresse.orange.fr@autre.org", second.Identifier.Value);
        Assert.Equal(200, await world.ReadFeedAsync(SharingWorld.Identifier, SharingWorld.Password));
        Assert.Equal(401, await world.ReadFeedAsync(SharingWorld.Identifier, "An0ther-password"));
    }

    [Fact]
    public async Task A_domain_with_accents_may_be_written_either_way()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(seed =>
            seed.Account("owner@xn--vnement-9xab.fr", "pa55word", account => account.Calendar("/c"))
        );

        GuestCreation creation = await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = "événement.fr",
                    Guest = SharingWorld.Guest,
                    Password = new Secret(SharingWorld.Password),
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
        await using SharingWorld world = await SharingWorld.StartAsync(options: new FakeZimbraOptions { TimeProvider = time });
        GuestClient guests = world.AsAdmin(options => options.TimeProvider = time).Guests;
        await guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = Domain,
                Guest = SharingWorld.Guest,
                Password = new Secret(SharingWorld.Password),
            },
            Token
        );
        world.Zimbra.RunDailyTask();

        GuestAccount? closed = await guests.FindAsync(Identifier, Token);
        time.Advance(TimeSpan.FromDays(31));
        world.Zimbra.RunDailyTask();

        Assert.Equal((GuestStatus.Closed, DateTimeOffset.UnixEpoch.AddYears(57)), (closed!.Status, closed.DisabledSince)!);
        Assert.Null(await guests.FindAsync(Identifier, Token));
        Assert.Equal(GuestStep.Created, (await guests.CreateAsync(GuestCreations.WithCalendar, Token)).Step);
    }

    [Fact]
    public async Task Sharing_the_same_folder_again_revives_a_closed_account_at_the_next_run()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(GuestCreations.WithCalendar, Token);
        await guests.RetireAsync(Domain, SharingWorld.Guest, cancellationToken: Token);
        world.Zimbra.RunDailyTask();
        Assert.Equal(GuestStatus.Closed, (await guests.FindAsync(Identifier, Token))!.Status);

        await world.ShareAsync(notify: false);
        world.Zimbra.RunDailyTask();

        Assert.Equal(GuestStatus.Active, (await guests.FindAsync(Identifier, Token))!.Status);
    }

    [Fact]
    public async Task A_guest_served_only_through_a_group_is_closed_and_a_calendar_named_at_creation_gets_a_grant_of_its_own()
    {
        await using SharingWorld world = await SharingWorld.StartAsync(seed => seed.Group("amis@monasso.org", SharingWorld.Guest));
        string folder = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath(SharingWorld.Calendar), Token)).Folder.Id;
        await world.AsOwner().SendAsync(FolderActionRequest.Grant(folder, FolderGrant.Group("amis@monasso.org", "r")), Token);
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = Domain,
                Guest = SharingWorld.Guest,
                Password = new Secret(SharingWorld.Password),
            },
            Token
        );
        world.Zimbra.RunDailyTask();
        Assert.Equal(GuestStatus.Closed, (await guests.FindAsync(Identifier, Token))!.Status);

        GuestCreation again = await guests.CreateAsync(GuestCreations.WithCalendar, Token);
        world.Zimbra.RunDailyTask();

        Assert.Equal(GuestStep.Created, again.Calendars[0].Grant);
        Assert.Equal(GuestStatus.Active, (await guests.FindAsync(Identifier, Token))!.Status);
    }

    [Fact]
    public async Task A_grant_inherited_from_a_folder_above_exists_and_that_folder_is_mounted_because_the_daily_task_counts_no_other()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.ShareAsync("/Autres", notify: false);
        GuestClient guests = world.AsAdmin().Guests;

        GuestCreation creation = await guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = SharingWorld.Owner,
                Calendar = "/Autres/Sorties",
                Guest = SharingWorld.Guest,
                Password = new Secret(SharingWorld.Password),
            },
            Token
        );
        world.Zimbra.RunDailyTask();

        Assert.Equal((GuestStep.Unchanged, GuestStep.Created), (creation.Calendars[0].Grant, creation.Calendars[0].Mountpoint));
        Assert.False((await world.AsOwner().SendAsync(GetFolderRequest.AtPath("/Autres/Sorties"), Token)).Folder.HasOwnAcl);
        Assert.Equal(GuestStatus.Active, (await guests.FindAsync(Identifier, Token))!.Status);
        Assert.Equal(200, await world.ReadFeedAsync(SharingWorld.Identifier, SharingWorld.Password, "/Autres/Sorties"));
    }

    [Fact]
    public async Task A_calendar_that_inherits_from_a_folder_shared_with_others_gets_a_grant_of_its_own()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.ShareAsync("/Autres", guest: "other@orange.fr", notify: false);
        GuestClient guests = world.AsAdmin().Guests;

        GuestCreation creation = await guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = SharingWorld.Owner,
                Calendar = "/Autres/Sorties",
                Guest = SharingWorld.Guest,
                Password = new Secret(SharingWorld.Password),
            },
            Token
        );
        world.Zimbra.RunDailyTask();

        Assert.Equal(GuestStep.Created, creation.Calendars[0].Grant);
        Folder folder = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath("/Autres/Sorties"), Token)).Folder;
        Assert.Equal(["other@orange.fr", SharingWorld.Guest], folder.Acl!.Grants.Select(grant => grant.GranteeId));
        Assert.Equal(GuestStatus.Active, (await guests.FindAsync(Identifier, Token))!.Status);
    }

    [Fact]
    public async Task A_lost_reply_to_the_grant_is_reported_as_the_grant_it_was()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        world.Zimbra.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        GuestCreation creation = await world.AsAdmin().Guests.CreateAsync(GuestCreations.WithCalendar, Token);

        Assert.Equal(GuestStep.Created, creation.Calendars[0].Grant);
        Folder folder = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath(SharingWorld.Calendar), Token)).Folder;
        Assert.Single(folder.Acl!.Grants);
    }

    [Fact]
    public async Task Many_who_create_the_same_guest_at_once_make_one_account_one_grant_and_one_mountpoint()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;

        GuestCreation[] creations = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => guests.CreateAsync(GuestCreations.WithCalendar, Token))
        );

        Assert.Single(creations, creation => creation.Step == GuestStep.Created);
        Account guest = Assert.Single(world.Zimbra.Directory.Accounts, account => account.IsVirtual);
        Assert.Single(guest.Mailbox!.Folders, folder => folder.Link is not null);
        Assert.Equal(200, await world.ReadFeedAsync(SharingWorld.Identifier, SharingWorld.Password));
    }

    [Fact]
    public async Task An_owner_and_a_guest_in_maintenance_through_their_domain_do_not_break_the_stream()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(GuestCreations.WithCalendar, Token);
        world.Zimbra.Change(directory => directory.FindDomain(Domain)!.Attributes["zimbraDomainStatus"] = "maintenance");

        GuestInspection inspection = await guests.InspectAsync(Identifier, Token);
        var seen = new List<GuestAccess>();
        await foreach (GuestAccess access in guests.ListAccessAsync(SharingWorld.Guest, cancellationToken: Token))
        {
            seen.Add(access);
        }

        Assert.False(inspection.MountpointsKnown);
        Assert.True(Assert.Single(seen).OwnerInMaintenance);
    }
}
