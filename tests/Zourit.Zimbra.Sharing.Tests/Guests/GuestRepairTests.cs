using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestRepairTests
{
    private const string Domain = "monasso.org";

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(Association.Identifier);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Account GuestOf(AssociationWorld world) => world.Server.Directory.FindAccount(Association.Identifier)!;

    private static async Task<AssociationWorld> WithGuestAsync(params string[] calendars)
    {
        AssociationWorld world = await AssociationWorld.StartAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                    FurtherCalendars =
                    [
                        .. calendars.Select(calendar => new SharedCalendar { Owner = Owner, Calendar = FolderPath.Parse(calendar) }),
                    ],
                },
                Token
            );
        return world;
    }

    [Fact]
    public async Task A_guest_whose_account_is_well_has_no_problems()
    {
        await using AssociationWorld world = await WithGuestAsync(Events, Trips);

        GuestInspection inspection = await world.AsAdmin().Guests.InspectAsync(Identifier, Token);

        Assert.Empty(inspection.Problems);
        Assert.True(inspection.MountpointsKnown);
    }

    [Fact]
    public async Task An_account_with_which_nothing_is_shared_is_reported_and_not_repaired()
    {
        await using AssociationWorld world = await WithGuestAsync();

        GuestRepair repair = await world.AsAdmin().Guests.RepairAsync(Identifier, Token);

        Assert.Equal([GuestProblem.NothingShared], repair.Remaining);
        Assert.Equal(GuestStep.Unchanged, repair.Step);
        Assert.Empty(repair.Mountpoints);
    }

    [Fact]
    public async Task A_missing_mountpoint_that_would_let_the_server_close_the_account_is_made()
    {
        await using AssociationWorld world = await WithGuestAsync();
        await world.ShareAsync(notify: false);
        GuestClient guests = world.AsAdmin().Guests;

        Assert.Equal([GuestProblem.NoMountpoint], (await guests.InspectAsync(Identifier, Token)).Problems);
        GuestRepair repair = await guests.RepairAsync(Identifier, Token);

        Assert.Empty(repair.Remaining);
        Assert.Equal(
            [
                new GuestMountpoint
                {
                    Folder = new SharedCalendar { Owner = Owner, Calendar = FolderPath.Parse(Events) },
                    Step = GuestStep.Created,
                },
            ],
            repair.Mountpoints
        );
        world.Server.RunDailyTask();
        Assert.Equal("active", GuestOf(world).Status);
    }

    [Fact]
    public async Task A_second_share_without_mountpoint_is_a_lesser_problem()
    {
        await using AssociationWorld world = await WithGuestAsync(Events);
        await world.ShareAsync(Trips, notify: false);
        GuestClient guests = world.AsAdmin().Guests;

        Assert.Equal([GuestProblem.MissingMountpoint], (await guests.InspectAsync(Identifier, Token)).Problems);
        Assert.Equal(
            [(Events, GuestStep.Unchanged), (Trips, GuestStep.Created)],
            (await guests.RepairAsync(Identifier, Token)).Mountpoints.Select(mountpoint =>
                (mountpoint.Folder.Calendar.Value, mountpoint.Step)
            )
        );
        Assert.Empty((await guests.InspectAsync(Identifier, Token)).Problems);
    }

    [Fact]
    public async Task A_different_folder_shared_with_a_closed_guest_does_not_revive_the_account_but_repairing_does()
    {
        await using AssociationWorld world = await WithGuestAsync();
        world.Server.RunDailyTask();
        await world.ShareAsync(Trips);
        await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );
        world.Server.RunDailyTask();
        Assert.Equal("closed", GuestOf(world).Status);
        GuestClient guests = world.AsAdmin().Guests;

        GuestInspection closed = await guests.InspectAsync(Identifier, Token);
        GuestRepair repair = await guests.RepairAsync(Identifier, Token);

        Assert.Equal([GuestProblem.ClosedThoughShared, GuestProblem.NoMountpoint], closed.Problems);
        Assert.Equal(GuestStep.Changed, repair.Step);
        world.Server.RunDailyTask();
        Assert.Equal("active", GuestOf(world).Status);
        Assert.Equal(200, await world.ReadFeedAsync(Association.Identifier, GuestPassword, Trips));
    }

    [Fact]
    public async Task Capitals_in_the_mail_a_missing_password_and_a_switched_off_calendar_are_found_and_repaired_as_far_as_can_be()
    {
        await using AssociationWorld world = await WithGuestAsync(Events);
        world.Server.Change(directory =>
        {
            Account guest = directory.FindAccount(Association.Identifier)!;
            guest.Password = null;
            guest.Attributes["zimbraExternalUserMailAddress"] = "Adresse@Orange.fr";
            guest.Attributes["zimbraFeatureCalendarEnabled"] = "FALSE";
        });
        GuestClient guests = world.AsAdmin().Guests;

        GuestInspection before = await guests.InspectAsync(Identifier, Token);
        GuestRepair repair = await guests.RepairAsync(Identifier, Token);

        Assert.Equal([GuestProblem.WithoutPassword, GuestProblem.UpperCaseMail, GuestProblem.CalendarFeatureOff], before.Problems);
        Assert.Equal((GuestStep.Changed, GuestProblem.WithoutPassword), (repair.Step, Assert.Single(repair.Remaining)));
        Assert.Equal((Guest, "TRUE"), (GuestOf(world).GuestMail, GuestOf(world).Attributes["zimbraFeatureCalendarEnabled"])!);
        world.Server.RunDailyTask();
        Assert.Equal("active", GuestOf(world).Status);
    }

    [Fact]
    public async Task A_guest_served_only_by_a_grant_to_the_accounts_id_is_closed_by_the_daily_task_and_the_inspection_says_why()
    {
        await using AssociationWorld world = await WithGuestAsync();
        string folder = (await world.AsOwner().SendAsync(Messages.Mail.GetFolderRequest.AtPath(Events), Token)).Folder.Id;
        await world
            .AsOwner()
            .SendAsync(Messages.Mail.FolderActionRequest.Grant(folder, Messages.Mail.FolderGrant.User(Association.Identifier, "r")), Token);

        Assert.Equal([GuestProblem.NothingShared], (await world.AsAdmin().Guests.InspectAsync(Identifier, Token)).Problems);
        world.Server.RunDailyTask();
        Assert.Equal("closed", GuestOf(world).Status);
    }

    [Fact]
    public async Task An_account_whose_mail_gives_another_identifier_is_reported()
    {
        await using AssociationWorld world = await WithGuestAsync();
        world.Server.Change(directory =>
            directory.FindAccount(Association.Identifier)!.Attributes["zimbraExternalUserMailAddress"] = "other@orange.fr"
        );

        Assert.Contains(GuestProblem.NameDiffersFromMail, (await world.AsAdmin().Guests.InspectAsync(Identifier, Token)).Problems);
    }

    [Fact]
    public async Task A_mountpoint_that_the_server_refuses_does_not_keep_the_others_from_being_made()
    {
        await using AssociationWorld world = await WithGuestAsync();
        await world.ShareAsync(notify: false);
        await world.ShareAsync(Trips, notify: false);
        world.Server.Misbehave.On("CreateMountpointRequest").Call(1).Fault("service.PERM_DENIED");

        GuestRepair repair = await world.AsAdmin().Guests.RepairAsync(Identifier, Token);

        Assert.Equal([GuestStep.Skipped, GuestStep.Created], repair.Mountpoints.Select(mountpoint => mountpoint.Step));
        Assert.Equal("service.PERM_DENIED", (repair.Mountpoints[0].Failure as ZimbraFaultException)?.Code);
        Assert.Equal([GuestProblem.MissingMountpoint], repair.Remaining);
    }

    [Fact]
    public async Task Many_accounts_are_inspected_as_a_stream()
    {
        await using AssociationWorld world = await WithGuestAsync(Events);
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = "autre@orange.fr",
                    Password = new Secret(GuestPassword),
                },
                Token
            );

        var found = new Dictionary<string, IReadOnlyList<GuestProblem>>();
        await foreach (
            GuestInspection inspection in world.AsAdmin().Guests.InspectAllAsync(new GuestSearch { OwnerDomain = Domain }, Token)
        )
        {
            found.Add(inspection.Account.Mail, inspection.Problems);
        }

        Assert.Empty(found[Guest]);
        Assert.Equal([GuestProblem.NothingShared], found["autre@orange.fr"]);
    }

    [Fact]
    public async Task Guests_whose_mails_give_one_identifier_are_found_before_any_of_them_signs_up()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("x.y.de@monasso.org", "pa55word", account => account.Alias("jean.dupont.gmail.com@monasso.org"))
        );
        await world.ShareAsync(guest: "a.b@c.de", notify: false);
        await world.ShareAsync(guest: "a@b.c.de", notify: false);
        await world.ShareAsync(guest: "jean.dupont@gmail.com", notify: false);
        await world.ShareAsync(guest: Guest, notify: false);

        List<GuestCollision> before = await ListAsync(world);
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = "a@b.c.de",
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        List<GuestCollision> after = await ListAsync(world);

        Assert.Equal(["a.b.c.de@monasso.org", "jean.dupont.gmail.com@monasso.org"], before.Select(collision => collision.Identifier.Value));
        Assert.Equal(["a.b@c.de", "a@b.c.de"], before[0].Guests.Select(guest => guest.Value));
        Assert.Null(before[0].Holder);
        Assert.Equal("x.y.de@monasso.org", before[1].RegularAccount);
        Assert.Equal("a@b.c.de", after[0].Holder?.Value);

        static async Task<List<GuestCollision>> ListAsync(AssociationWorld world)
        {
            var collisions = new List<GuestCollision>();
            await foreach (GuestCollision collision in world.AsAdmin().Guests.FindCollisionsAsync(Domain, Token))
            {
                collisions.Add(collision);
            }

            return collisions;
        }
    }
}
