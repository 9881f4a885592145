using System.Net;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Seeding;

public sealed class FluentSeedTests
{
    [Theory]
    [InlineData("account", "Bureau@Monasso.org")]
    [InlineData("alias", "MARIE@monasso.org")]
    [InlineData("group", "bureau@monasso.org")]
    public async Task An_address_that_somebody_has_already_is_named_instead_of_hiding_whose_it_is(string kind, string address)
    {
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            World.StartAsync(seed =>
            {
                seed.Account("marie@monasso.org", "one", account => account.Alias("bureau@monasso.org"));
                _ = kind switch
                {
                    "account" => seed.Account(address, "two"),
                    "alias" => seed.Account("paul@monasso.org", "two", account => account.Alias(address)),
                    _ => seed.Group(address, "marie@monasso.org"),
                };
            })
        );

        Assert.Contains(address, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_no_folder_may_have_is_named_in_the_error()
    {
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            World.StartAsync(seed => seed.Account(World.Owner, World.Password, account => account.Calendar("/a:b")))
        );

        Assert.Contains("a:b", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("colour 128")]
    [InlineData("flag \"z\"")]
    [InlineData("\"calendar\" is no view")]
    public async Task A_value_that_no_folder_can_have_is_named_in_the_error(string named)
    {
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            World.StartAsync(seed =>
                seed.Account(World.Owner, World.Password, account =>
                    account.Folder("/x", named.EndsWith("view", StringComparison.Ordinal) ? "calendar" : "appointment", folder =>
                        _ = named.StartsWith("colour", StringComparison.Ordinal) ? folder.Color(128) : folder.Flags("#z")
                    )
                )
            )
        );

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lag_of_publication_below_zero_is_refused() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            FakeZimbra.StartAsync(_ => { }, new() { PublicationLag = TimeSpan.FromSeconds(-1) }, TestContext.Current.CancellationToken)
        );

    [Fact]
    public async Task A_class_of_service_that_was_not_made_is_named_in_the_error()
    {
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            World.StartAsync(seed => seed.Account(World.Owner, World.Password, account => account.Cos("members")))
        );

        Assert.Contains("\"members\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grantee_and_an_owner_that_are_not_seeded_are_named_in_the_error()
    {
        var grantee = await Assert.ThrowsAsync<FormatException>(() =>
            World.StartAsync(seed =>
                seed.Account(World.Owner, World.Password, account =>
                    account.Calendar("/a", calendar => calendar.ShareWithUser("nobody@monasso.org", "r"))
                )
            )
        );
        var owner = await Assert.ThrowsAsync<FormatException>(() =>
            World.StartAsync(seed =>
                seed.Account("reader@monasso.org", World.Password, account => account.Mountpoint("/b", "nobody@monasso.org", "/a"))
            )
        );

        Assert.Contains("nobody@monasso.org", grantee.Message, StringComparison.Ordinal);
        Assert.Contains("nobody@monasso.org", owner.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_the_model_holds_can_be_seeded_and_asked_for()
    {
        await using var world = await World.StartAsync(seed =>
            seed.ProvisioningKey("7:1700000000000:" + new string('a', 64))
                .Config("zimbraInternalSharingCrossDomainEnabled", "FALSE")
                .Cos("guests", cos => cos.Attribute("zimbraFeatureCalendarEnabled", "TRUE").Attribute("zimbraPasswordMinLength", "9"))
                .Domain("monasso.org", domain =>
                    domain
                        .Default()
                        .Alias("monasso.fr")
                        .PublicService("mail1.example.net", "https", 8443)
                        .VirtualHost("webmail.monasso.org")
                        .DefaultGuestCos("guests")
                        .PreauthKey(new string('b', 64))
                        .Attribute("zimbraExternalShareInvitationUrlExpiration", "30d")
                )
                .Account(World.Owner, World.Password, account =>
                    account
                        .DisplayName("The Owner")
                        .Alias("president@monasso.org")
                        .Sent("a@x.fr", "Hello", "An old mail.")
                        .Calendar("/my-events", calendar =>
                            calendar
                                .Color(3)
                                .Flags("b")
                                .ShareWithUser("reader@monasso.org", "rwidx")
                                .ShareWithGroup("board@monasso.org", "r")
                                .ShareWithGuest(
                                    World.Guest,
                                    "r",
                                    new() { Password = "gr4nt-pass", Expiry = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) }
                                )
                                .SharePublicly("r")
                                .ShareWithAllAccounts("r")
                        )
                        .Folder("/Minutes", "document")
                )
                .Account("reader@monasso.org", "Secret-1reader", account =>
                    account.Mountpoint("/Owner's events", World.Owner, "/my-events")
                )
                .Account("nobody@monasso.org", null, account => account.Status("locked"))
                .Guest(World.Guest, "monasso.org", "Guest-Pass1", account => account.DisplayName("Adresse"))
                .Group("board@monasso.org", World.Owner, "partner@outside.example")
        );

        var zimbra = world.Zimbra;
        var folder = zimbra.FolderOf("president@monasso.fr", "/MY-EVENTS")!;
        Assert.Equal(("appointment", 3, true, true), (folder.View, folder.Color, folder.Flags.Contains('b'), folder.NoInherit));
        Assert.Equal(
            ["usr rwidx", "grp r", "guest r", "pub r", "all r"],
            zimbra.GrantsOf(World.Owner, "/my-events").Select(grant => $"{grant.Type} {grant.Rights}")
        );
        Assert.Empty(zimbra.GrantsOf(World.Owner, "/Minutes"));
        Assert.Equal("Hello", Assert.Single(zimbra.MessagesOf(World.Owner, folderId: 5)).Mail.Subject);
        Assert.Equal(
            ("Adresse", "guests"),
            (
                zimbra.GuestOf(World.Guest, "monasso.org")!.Attributes["displayName"],
                zimbra.Directory.CosOf(zimbra.GuestOf(World.Guest, "monasso.org")!)!.Name
            )
        );
        Assert.Equal(
            "/my-events",
            zimbra.FolderOf("reader@monasso.org", "/Owner's events") is { Link: { } link }
                ? zimbra.FolderOf(World.Owner, "/")!.Children.Single(child => child.Id == link.RemoteId).Path
                : null
        );
        Assert.Equal(5, zimbra.Directory.FindAccount(World.Owner)!.Attributes.Values("zimbraSharedItem").Count);
        Assert.Equal("account.AUTH_FAILED", (await world.TryLogInAsync("nobody@monasso.org", "x")).Code);
        using var read = await world.GetAsync("/home/president/my-events.ics");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var info = await world.SoapAsync("""<GetInfoRequest xmlns="urn:zimbraAccount" sections="mbox"/>""", await world.LogInAsync());
        Assert.Equal("https://mail1.example.net:8443/home/owner@monasso.org", info.Single("rest").Value);
    }

    [Fact]
    public async Task Questions_about_what_is_not_there_say_so()
    {
        await using var world = await World.StartAsync();

        Assert.Null(world.Zimbra.FolderOf(World.Owner, "/nowhere"));
        Assert.Null(world.Zimbra.GuestOf("a@x.fr", "monasso.org"));
        Assert.ThrowsAny<ArgumentException>(() => world.Zimbra.FolderOf("nobody@monasso.org", "/"));
        Assert.ThrowsAny<ArgumentException>(() => world.Zimbra.GrantsOf(World.Owner, "/nowhere"));
    }

    [Fact]
    public async Task A_grant_past_its_end_goes_a_minute_later_with_a_mail()
    {
        await using var world = await World.StartAsync();
        var token = await world.LogInAsync();
        var end = world.Clock.GetUtcNow().AddHours(1);
        await world.GrantAsync(token, $"""gt="guest" d="{World.Guest}" perm="r" expiry="{end.ToUnixTimeMilliseconds()}" """);

        world.Clock.Advance(TimeSpan.FromMinutes(60.5));
        await world.SoapAsync("""<NoOpRequest xmlns="urn:zimbraMail"/>""", token);
        Assert.Single(world.Zimbra.GrantsOf(World.Owner, "/my-events"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SoapAsync("""<NoOpRequest xmlns="urn:zimbraMail"/>""", token);
        Assert.Empty(world.Zimbra.GrantsOf(World.Owner, "/my-events"));
        Assert.StartsWith("Share Expired: my-events", Assert.Single(world.Zimbra.Outbox.To(World.Guest)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_expiry_task_can_be_run_on_demand()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account =>
                account.Calendar("/my-events", calendar =>
                    calendar
                        .ShareWithGuest(World.Guest, "r", new() { Expiry = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero) })
                        .SharePublicly("r")
                )
            )
        );
        world.Clock.Advance(TimeSpan.FromHours(1));

        world.Zimbra.RunExpiryTask();

        Assert.Equal(["pub"], world.Zimbra.GrantsOf(World.Owner, "/my-events").Select(grant => grant.Type));
        Assert.Equal([World.Guest], world.Zimbra.Outbox.Mails.Select(mail => mail.EnvelopeTo));
    }
}
