using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Guests.GuestCreations;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestCreationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_an_administrator_makes_guests()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            world
                .AsOwner()
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        OwnerDomain = OwnerDomain,
                        Guest = Guest,
                        Password = new Secret(GuestPassword),
                    },
                    Token
                )
        );

        Assert.Equal(AuthenticationFailure.AdministratorRequired, e.Failure);
    }

    [Theory]
    [InlineData("Adresse <adresse@orange.fr>", OwnerDomain, GuestPassword)]
    [InlineData("adresse", OwnerDomain, GuestPassword)]
    [InlineData("rené@orange.fr", OwnerDomain, GuestPassword)]
    [InlineData(Guest, "not a domain", GuestPassword)]
    [InlineData(Guest, OwnerDomain, "")]
    public async Task Bad_input_is_refused_before_anything_is_sent(string mail, string domain, string password)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world
                .AsAdmin()
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        OwnerDomain = domain,
                        Guest = mail,
                        Password = new Secret(password),
                    },
                    Token
                )
        );

        Assert.Empty(world.Server.Journal.Entries);
    }

    [Fact]
    public async Task An_unknown_domain_owner_or_calendar_is_named_and_no_account_is_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("other@elsewhere.org", "pa55word", account => account.Calendar(Events))
        );
        GuestClient guests = world.AsAdmin().Guests;

        Task<GuestCreation> With(string domain, string owner, string calendar) =>
            guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = domain,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                    FurtherCalendars = [new() { Owner = owner, Calendar = FolderPath.Parse(calendar) }],
                },
                Token
            );

        Assert.Equal(
            ZimbraFaultCodes.NoSuchDomain,
            (await Assert.ThrowsAsync<ZimbraFaultException>(() => With("nowhere.org", Owner, "/x"))).Code
        );
        Assert.Equal(
            ZimbraFaultCodes.NoSuchAccount,
            (await Assert.ThrowsAsync<ZimbraFaultException>(() => With(OwnerDomain, "nobody@monasso.org", "/x"))).Code
        );
        Assert.Equal(
            ZimbraFaultCodes.NoSuchFolder,
            (await Assert.ThrowsAsync<ZimbraFaultException>(() => With(OwnerDomain, Owner, "/no-such"))).Code
        );
        ArgumentException wrong = await Assert.ThrowsAnyAsync<ArgumentException>(() => With(OwnerDomain, "other@elsewhere.org", Events));
        Assert.Contains("elsewhere.org", wrong.Message, StringComparison.Ordinal);
        Assert.Null(GuestOf(world));
    }

    [Fact]
    public async Task A_password_against_the_policy_makes_no_account()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world
                .AsAdmin()
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        OwnerDomain = OwnerDomain,
                        Guest = Guest,
                        Password = new Secret("qX9~"),
                    },
                    Token
                )
        );

        Assert.Equal(ZimbraFaultCodes.InvalidPassword, e.Code);
        Assert.DoesNotContain("qX9~", e.ToString(), StringComparison.Ordinal);
        Assert.Null(GuestOf(world));
    }

    [Fact]
    public async Task The_account_has_what_the_servers_own_sign_up_gives_and_the_guest_reads_the_calendar()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestCreation creation = await CreateAsync(
            world,
            WithCalendar with
            {
                DisplayName = "Adresse Été",
                Locale = "fr",
                Guest = " Adresse@Orange.FR ",
            }
        );

        Assert.Equal(Identifier, creation.Identifier.Value);
        Assert.Equal((GuestStep.Created, GuestStep.Created), (creation.Step, creation.Password));
        Assert.Equal(
            [
                new GuestCalendarOutcome
                {
                    Calendar = WithCalendar.Calendars[0],
                    Grant = GuestStep.Created,
                    Mountpoint = GuestStep.Created,
                },
            ],
            creation.Calendars
        );
        Assert.Empty(creation.Warnings);
        Account guest = GuestOf(world)!;
        Assert.Equal(
            ("TRUE", Guest, "Adresse Été", "TRUE", "disabled", "TRUE", "TRUE"),
            (
                guest.Attributes["zimbraIsExternalVirtualAccount"],
                guest.Attributes["zimbraExternalUserMailAddress"],
                guest.Attributes["displayName"],
                guest.Attributes["zimbraHideInGal"],
                guest.Attributes["zimbraMailStatus"],
                guest.Attributes["zimbraVirtualAccountInitialPasswordSet"],
                guest.Attributes["zimbraFeatureCalendarEnabled"]
            )!
        );
        MailFolder mountpoint = Assert.Single(guest.Mailbox!.Folders, folder => folder.Link is not null);
        Assert.Equal(("my-events de Mon Asso", "#", "appointment"), (mountpoint.Name, mountpoint.Flags, mountpoint.View));
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task An_account_with_its_mountpoint_survives_the_daily_task()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world);

        world.Server.RunDailyTask();

        Assert.Equal("active", GuestOf(world)!.Status);
    }

    [Fact]
    public async Task An_account_without_mountpoint_is_closed_by_the_daily_task_and_the_result_has_said_so()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestCreation creation = await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = OwnerDomain,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );

        Assert.Equal(GuestWarningCode.NoMountpoint, Assert.Single(creation.Warnings).Code);
        Assert.StartsWith(
            "No calendar was named for adresse.orange.fr@monasso.org.",
            creation.Warnings[0].ToString(),
            StringComparison.Ordinal
        );
        Assert.Empty(creation.Calendars);
        world.Server.RunDailyTask();
        Assert.Equal("closed", GuestOf(world)!.Status);
    }

    [Fact]
    public async Task A_grant_that_exists_keeps_its_rights()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string folder = await world.ShareAsync(notify: false);
        await world.AsOwner().SendAsync(FolderActionRequest.Grant(folder, FolderGrant.Guest(Guest, "rwidx")), Token);

        GuestCreation creation = await CreateAsync(world);

        Assert.Equal((GuestStep.Unchanged, GuestStep.Created), (creation.Calendars[0].Grant, creation.Calendars[0].Mountpoint));
        Folder read = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath(Events), Token)).Folder;
        Assert.Equal("rwidx", Assert.Single(read.Acl!.Grants).Rights);
    }

    [Fact]
    public async Task Two_calendars_that_would_get_the_same_name_get_two_and_forbidden_characters_are_left_out()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("deux@monasso.org", "pa55word", account =>
                account.DisplayName("Asso: \"2\"").Calendar("/A/Sorties").Calendar("/B/Sorties")
            )
        );

        GuestCreation creation = await CreateAsync(
            world,
            WithCalendar with
            {
                Owner = "deux@monasso.org",
                Calendar = "/A/Sorties",
                FurtherCalendars = [new SharedCalendar { Owner = "deux@monasso.org", Calendar = FolderPath.Parse("/B/Sorties") }],
            }
        );

        Assert.All(creation.Calendars, calendar => Assert.Equal(GuestStep.Created, calendar.Mountpoint));
        Assert.Equal(
            ["Asso   2 \u2019s Sorties", "Asso   2 \u2019s Sorties (2)"],
            GuestOf(world)!.Mailbox!.Folders.Where(folder => folder.Link is not null).Select(folder => folder.Name)
        );
        world.Server.RunDailyTask();
        Assert.Equal("active", GuestOf(world)!.Status);
    }

    [Fact]
    public async Task An_alias_of_the_owners_domain_represents_its_primary_name()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Domain(OwnerDomain, domain => domain.Aliases.Add("mon-asso.fr"))
        );

        GuestCreation creation = await world.AsAdmin().Guests.CreateAsync(WithCalendar with { OwnerDomain = "mon-asso.fr" }, Token);

        Assert.Equal(Identifier, creation.Identifier.Value);
    }

    [Fact]
    public async Task The_short_form_names_owner_and_calendar_and_takes_the_domain_from_the_owner_whatever_alias_names_them()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Directory.FindAccount(Owner)!.Aliases.Add("president@autre.org")
        );

        GuestCreation creation = await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = "president@autre.org",
                    Calendar = "my-events",
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );

        Assert.Equal(Identifier, creation.Identifier.Value);
        Assert.Equal(GuestStep.Created, Assert.Single(creation.Calendars).Mountpoint);
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world
                .AsAdmin()
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        Owner = Owner,
                        Calendar = "/a:b",
                        Guest = Guest,
                        Password = new Secret(GuestPassword),
                    },
                    Token
                )
        );
    }
}
