using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>What becomes of the grants that stand on a calendar when a guest is made.</summary>
public sealed class GuestGrantTests
{
    private const string Second = "deux@monasso.org";
    private const string Group = "0a1b2c3d-0000-4000-8000-000000000001";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<AssociationWorld> StartAsync(TimeProvider time, Action<CalendarSeed> share) =>
        new Association()
            .With(seed => seed.Account(Second, "pa55word", owner => owner.Calendar(Events, share)))
            .On(new() { TimeProvider = time })
            .StartAsync();

    private static Task<GuestCreation> CreateAsync(ZimbraClient admin, string guest = Guest, string owner = Owner) =>
        admin.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = owner,
                Calendar = Events,
                Guest = guest,
                Password = new Secret(GuestPassword),
                CheckAddress = false,
            },
            Token
        );

    private static IEnumerable<string> Grantees(AssociationWorld world) => world.Server.GrantsOf(Owner, Events).Select(grant => grant.Type);

    [Theory]
    [InlineData(-1, GuestStep.Unchanged)]
    [InlineData(0, GuestStep.Changed)]
    [InlineData(1, GuestStep.Changed)]
    public async Task A_grant_that_has_expired_is_renewed_and_one_that_has_not_is_left(int secondsAfterEnd, GuestStep step)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        DateTimeOffset end = time.GetUtcNow().AddHours(1);
        await using AssociationWorld world = await StartAsync(time, calendar =>
            calendar.ShareWithGuest(Guest, "r", new() { Expiry = end })
        );
        time.SetUtcNow(end.AddSeconds(secondsAfterEnd));

        GuestCreation made = await CreateAsync(world.AsAdmin(options => options.TimeProvider = time), owner: Second);

        Assert.Equal(step, made.Calendars[0].Grant);
    }

    [Fact]
    public async Task A_grant_to_a_group_that_is_mistaken_for_a_guest_is_taken_back_and_the_others_stay()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync(notify: false);

        await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => CreateAsync(world.AsAdmin(), "bureau@monasso.org"));

        Assert.Equal(["guest"], Grantees(world));
    }

    [Fact]
    public async Task A_grant_that_the_group_had_before_it_was_mistaken_for_a_guest_stays()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string folder = await world.ShareAsync(notify: false);
        await world.AsOwner().SendAsync(FolderActionRequest.Grant(folder, FolderGrant.Group("bureau@monasso.org", "rw")), Token);

        await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => CreateAsync(world.AsAdmin(), "bureau@monasso.org"));

        Assert.Equal(["grp", "guest"], Grantees(world).Order());
    }

    [Fact]
    public async Task A_renewal_whose_reply_was_lost_is_reported_as_a_renewal()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using AssociationWorld world = await StartAsync(time, calendar =>
            calendar.ShareWithGuest(Guest, "r", new() { Expiry = time.GetUtcNow().AddHours(1) })
        );

        // A minute later the server takes such a grant away by itself.
        time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        GuestCreation made = await CreateAsync(world.AsAdmin(options => options.TimeProvider = time), owner: Second);

        Assert.Equal(GuestStep.Changed, made.Calendars[0].Grant);
        Assert.Null(
            Assert
                .Single((await world.AsAdmin().Mailbox(Second).SendAsync(GetFolderRequest.AtPath(Events), Token)).Folder.Acl!.Grants)
                .Expiry
        );
    }

    [Fact]
    public async Task A_calendar_two_folders_below_the_one_that_is_shared_counts_as_shared()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account(Second, "pa55word", owner =>
                owner.Calendar("/Asso/Sorties/Été").Calendar("/Asso", calendar => calendar.ShareWithGuest(Guest, "r"))
            )
        );

        GuestCreation made = await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Second,
                    Calendar = "/Asso/Sorties/Été",
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );

        Assert.Equal((GuestStep.Unchanged, GuestStep.Created), (made.Calendars[0].Grant, made.Calendars[0].Mountpoint));
        MailFolder mounted = Assert.Single(world.Server.GuestOf(Guest, "monasso.org")!.Mailbox!.Folders, folder => folder.Link is not null);
        Assert.Equal(world.Server.FolderOf(Second, "/Asso")!.Id, mounted.Link!.RemoteId);
    }

    [Fact]
    public async Task A_grant_that_went_to_somebody_whom_the_server_does_not_name_is_revoked()
    {
        await using ScriptedServer server = Server(before: "", granted: Held("r"), after: "");

        ZimbraGuestCollisionException e = await CollideAsync(server);

        Assert.Equal(
            (
                "adresse@orange.fr is no guest: the server knows the address as an internal account or group. Share with it as with "
                    + "a user.",
                null
            ),
            (e.Message, e.TakenName)
        );
        Assert.Contains($"op=\"!grant\" zid=\"{Group}\"", server.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_has_the_guests_address_for_an_alias_gets_the_rights_back_that_the_grant_replaced()
    {
        await using ScriptedServer server = Server(before: Held("rwidx"), granted: Held("r"), after: Held("rwidx"));

        ZimbraGuestCollisionException e = await CollideAsync(server);

        Assert.EndsWith(
            " '/c' of deux@monasso.org was shared with it before, and still is: if nobody asked for that, revoke it.",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(3, server.Requests.Count);
        Assert.Contains("perm=\"rwidx\"", server.Requests.Last().Body, StringComparison.Ordinal);
    }

    private static string Held(string rights) => $"<acl><grant zid=\"{Group}\" gt=\"grp\" perm=\"{rights}\"/></acl>";

    /// <summary>A server that gives the guest's grant to a group without saying so, and then undoes that.</summary>
    private static ScriptedServer Server(string before, string granted, string after)
    {
        int changes = 0;
        return ScriptedServer.Soap(request =>
            !request.Body.Contains("<FolderActionRequest", StringComparison.Ordinal)
                ? Replies.Soap($"<GetFolderResponse xmlns=\"urn:zimbraMail\">{Folder(before)}</GetFolderResponse>")
                : Batch(request.Body, changes++ == 0 ? granted : after)
        );

        static string Folder(string acl) => $"<folder id=\"257\" name=\"c\" absFolderPath=\"/c\" f=\"i\">{acl}</folder>";

        static string Batch(string request, string acl) =>
            Replies.Soap(
                $"<BatchResponse xmlns=\"urn:zimbra\"><FolderActionResponse requestId=\"0\" xmlns=\"urn:zimbraMail\"><action id=\"257\" "
                    + $"op=\"{(request.Contains("!grant", StringComparison.Ordinal) ? "!grant" : "grant")}\" zid=\"{Group}\"/>"
                    + $"</FolderActionResponse><GetFolderResponse requestId=\"1\" xmlns=\"urn:zimbraMail\">{Folder(acl)}"
                    + "</GetFolderResponse></BatchResponse>"
            );
    }

    private static async Task<ZimbraGuestCollisionException> CollideAsync(ScriptedServer server)
    {
        await using ZimbraClient client = TestClients.WithToken(server);
        SharedFolder folder = FolderReader
            .InTree((await client.SendAsync(new GetFolderRequest(), Token)).Folder, Second, info: null)
            .Single();

        return await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            new GuestGrant(client.Dispatcher, GuestAddress.Parse(Guest)).GiveAsync(folder, Token)
        );
    }
}
