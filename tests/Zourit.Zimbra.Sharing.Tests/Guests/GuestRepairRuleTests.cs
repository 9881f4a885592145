using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>What an inspection takes for a problem, what repairing leaves alone, and who collides.</summary>
public sealed class GuestRepairRuleTests
{
    private const string Domain = "monasso.org";

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(Association.Identifier);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<AssociationWorld> WithGuestAsync(Action<Account>? change = null)
    {
        AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("deux@monasso.org", "pa55word", owner =>
                owner.Folder("/Adresses", "contact", folder => folder.ShareWithGuest(Guest, "r"))
            )
        );
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Owner,
                    Calendar = Events,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        await world.AsAdmin().Guests.RepairAsync(Identifier, Token);
        world.Server.Change(directory => change?.Invoke(directory.FindAccount(Association.Identifier)!));
        return world;
    }

    [Fact]
    public async Task An_account_that_is_well_is_not_changed()
    {
        await using AssociationWorld world = await WithGuestAsync();

        GuestRepair repair = await world.AsAdmin().Guests.RepairAsync(Identifier, Token);

        Assert.Equal(GuestStep.Unchanged, repair.Step);
        Assert.Equal([GuestStep.Unchanged, GuestStep.Unchanged], repair.Mountpoints.Select(mountpoint => mountpoint.Step));
        Assert.Empty(repair.Remaining);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("of another domain")]
    public async Task A_calendar_whose_owner_a_delegated_administrator_cannot_ask_about_hides_no_other(string owner)
    {
        const string Pipe = "pipe@monasso.org";
        const string Left = "parti@monasso.org";
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account(Left, OwnerPassword, account => account.Calendar("/voyages"))
                .Account("paul@asso2.org", OwnerPassword, account => account.Calendar("/voyages"))
                .Administrator(Pipe, "pa55word", admin => admin.Grant("adminLoginAs", "listAccount", "getAccount", "getAccountInfo"))
        );
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Owner,
                    Calendar = Events,
                    FurtherCalendars = [new SharedCalendar { Owner = Left, Calendar = FolderPath.Parse("/voyages") }],
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        if (owner == "gone")
        {
            await world.AsAdmin().SendAsync(new DeleteAccountRequest { AccountId = world.UserId(Left) }, Token);
        }
        else
        {
            await world.As("paul@asso2.org").Calendars.ShareWithGuestAsync("/voyages", Guest, new() { Notify = false }, Token);
            await world
                .Connect(ZimbraCredentials.Password(Association.Identifier, new Secret(GuestPassword)))
                .SendAsync(
                    new CreateMountpointRequest
                    {
                        Name = "Paul’s voyages",
                        OwnerId = world.UserId("paul@asso2.org"),
                        RemoteId = $"{world.Folder("/voyages", "paul@asso2.org").Id}",
                    },
                    Token
                );
        }

        ZimbraClient pipe = world.Connect(ZimbraCredentials.Admin(Pipe, new Secret("pa55word")));
        GuestInspection inspection = await pipe.Guests.InspectAsync(Identifier, Token);

        Assert.Empty(inspection.Problems);
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("guest")]
    public async Task An_account_that_is_deleted_while_guests_are_inspected_does_not_end_the_inspection(string deleted)
    {
        const string Left = "parti@monasso.org";
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account(Left, OwnerPassword, account => account.Calendar("/voyages"))
        );
        await CreateAsync(Owner, Events, "a@orange.fr");
        await CreateAsync(Left, "/voyages", "b@orange.fr");
        await CreateAsync(Owner, Events, "c@orange.fr");
        var inspected = new List<string>();

        await foreach (GuestInspection inspection in world.AsAdmin().Guests.InspectAllAsync(new(), Token))
        {
            if (inspected.Count == 0)
            {
                string name = deleted == "owner" ? Left : "b.orange.fr@monasso.org";
                await world.AsAdmin().SendAsync(new DeleteAccountRequest { AccountId = world.UserId(name) }, Token);
            }

            inspected.Add($"{inspection.Account.Mail} {string.Join(' ', inspection.Problems)}");
        }

        Assert.Equal(
            deleted == "owner" ? ["a@orange.fr ", "b@orange.fr NothingShared", "c@orange.fr "] : ["a@orange.fr ", "c@orange.fr "],
            inspected
        );

        Task CreateAsync(string owner, string calendar, string guest) =>
            world
                .AsAdmin()
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        Owner = owner,
                        Calendar = calendar,
                        Guest = guest,
                        Password = new Secret(GuestPassword),
                    },
                    Token
                );
    }

    [Fact]
    public async Task A_closed_account_with_which_nothing_is_shared_stays_closed_and_that_is_the_only_problem()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        world.Server.Change(directory => directory.FindAccount(Association.Identifier)!.Status = "closed");

        GuestRepair repair = await world.AsAdmin().Guests.RepairAsync(Identifier, Token);

        Assert.Equal((GuestStep.Unchanged, GuestStatus.Closed), (repair.Step, repair.Account.Status));
        Assert.Equal([GuestProblem.NothingShared], repair.Remaining);
    }

    [Fact]
    public async Task The_calendar_feature_is_missed_also_when_other_folders_are_shared_besides_a_calendar()
    {
        await using AssociationWorld world = await WithGuestAsync(account => account.Attributes["zimbraFeatureCalendarEnabled"] = "FALSE");

        Assert.Equal([GuestProblem.CalendarFeatureOff], (await world.AsAdmin().Guests.InspectAsync(Identifier, Token)).Problems);
    }

    [Fact]
    public async Task The_mountpoints_of_a_guest_in_maintenance_are_skipped_and_not_taken_for_missing()
    {
        await using AssociationWorld world = await WithGuestAsync(account => account.Status = "maintenance");

        GuestRepair repair = await world.AsAdmin().Guests.RepairAsync(Identifier, Token);

        Assert.Equal([GuestStep.Skipped, GuestStep.Skipped], repair.Mountpoints.Select(mountpoint => mountpoint.Step));
        Assert.All(repair.Mountpoints, mountpoint =>
            Assert.Equal(
                (AuthenticationFailure.Maintenance, true),
                Assert.IsType<ZimbraAuthenticationException>(mountpoint.Failure) is var e ? (e.Failure, e.IsTransient) : default
            )
        );
        Assert.StartsWith(
            "adresse.orange.fr@monasso.org or its domain is in maintenance, so that nobody can act for it.",
            repair.Mountpoints[0].Failure?.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(repair.Remaining);
    }

    [Fact]
    public async Task A_guest_with_whom_nothing_is_shared_any_more_collides_by_the_account_that_is_left()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = "a.b@c.de",
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        await world.ShareAsync(guest: "a@b.c.de", notify: false);

        GuestCollision collision = Assert.Single(await world.AsAdmin().Guests.FindCollisionsAsync(Domain, Token).ToListAsync(Token));

        Assert.Equal(["a.b@c.de", "a@b.c.de"], collision.Guests.Select(guest => guest.Value));
        Assert.Equal("a.b@c.de", collision.Holder?.Value);
    }

    [Fact]
    public async Task A_new_password_is_reported_for_the_account_that_had_none()
    {
        await using AssociationWorld world = await WithGuestAsync(account => account.Password = null);
        GuestClient guests = world.AsAdmin().Guests;

        Assert.False((await guests.FindAsync(Identifier, Token))!.HasPassword);
        Assert.True((await guests.SetPasswordAsync(Identifier, new Secret("An0ther-password"), Token)).Account.HasPassword);
    }

    [Fact]
    public async Task An_account_that_is_made_again_without_its_password_has_one_then()
    {
        await using AssociationWorld world = await WithGuestAsync(account => account.Password = null);

        Assert.True((
                await world
                    .AsAdmin()
                    .Guests.CreateAsync(
                        new NewGuestAccount
                        {
                            OwnerDomain = Domain,
                            Guest = Guest,
                            Password = new Secret(GuestPassword),
                        },
                        Token
                    )
            ).Account.HasPassword);
    }
}
