using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// The server gives a guest's grant to an account or group of its own that has the address; whatever is lost on the way, that keeps no
/// access nobody asked for.
/// </summary>
public sealed class StrayGrantTests
{
    private const string Group = "bureau@monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("reset")]
    [InlineData("cut")]
    [InlineData("lost for good")]
    public async Task A_group_that_got_the_grant_in_a_lost_reply_loses_it_again(string loss)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        _ =
            loss == "cut"
                ? world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply()
                : world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();
        ZimbraGuestCollisionException e = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            CreateAsync(world, Group, options => options.MaxRetries = loss == "lost for good" ? 0 : 2)
        );

        Assert.Equal(Group, e.TakenName);
        Assert.Empty(world.Server.GrantsOf(Owner, Events));
    }

    [Fact]
    public async Task A_grant_to_a_group_that_cannot_be_taken_back_is_reported_and_the_next_run_says_who_has_access()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(2).Fault("service.PERM_DENIED");

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(world, Group));
        ZimbraGuestCollisionException next = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => CreateAsync(world, Group));

        Assert.Contains("Revoking it failed", e.Message, StringComparison.Ordinal);
        Assert.Contains("was shared with it before, and still is", next.Message, StringComparison.Ordinal);
        Assert.Single(world.Server.GrantsOf(Owner, Events));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_group_keeps_the_rights_that_it_had(bool isLost)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(30);
        await world
            .AsOwner()
            .Calendars.ShareWithUserAsync(
                Events,
                Group,
                new()
                {
                    Permissions = Permissions.Manager,
                    Notify = false,
                    Expiry = end,
                },
                Token
            );
        if (isLost)
        {
            world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();
        }

        await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => CreateAsync(world, Group));

        AccessGrant grant = Assert.Single(world.Server.GrantsOf(Owner, Events));
        Assert.Equal(("grp", "rwidx", end.ToUnixTimeMilliseconds()), (grant.Type, grant.Rights, grant.Expiry));
    }

    [Fact]
    public async Task A_group_under_another_name_is_not_taken_for_the_guest()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string id = world.Server.Directory.FindGroup(Group)!.Id;
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Fault(ZimbraFaultCodes.GrantExists);
        world.Server.Change(directory =>
        {
            MailFolder folder = directory.FindAccount(Owner)!.Mailbox!.Find(Events)!;
            folder.SetFlag('i', true);
            folder.Acl!.Grants.Add(new AccessGrant(id, "grp", "r"));
        });

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(world, Guest));

        Assert.Contains($"shared inside the server with {Group}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_s_grant_whose_every_reply_was_lost_is_found()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        GuestCreation made = await CreateAsync(world, Guest);

        Assert.Equal(GuestStep.Created, Assert.Single(made.Calendars).Grant);
        Assert.Equal("guest", Assert.Single(world.Server.GrantsOf(Owner, Events)).Type);
    }

    [Fact]
    public async Task A_grant_that_was_lost_and_cannot_be_looked_for_is_not_known()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").CutReply();
        world.Server.Misbehave.On("GetFolderRequest").FromCall(4).Fault("service.PERM_DENIED");

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(world, Guest));

        Assert.Contains("failed too", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_has_expired_is_not_taken_for_the_one_that_was_lost()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("deux@monasso.org", "pa55word", owner =>
                owner.Calendar(Events, calendar =>
                    calendar.ShareWithGuest(Guest, "r", new() { Expiry = TimeProvider.System.GetUtcNow().AddSeconds(-1) })
                )
            )
        );
        world.Server.Misbehave.On("FolderActionRequest").ResetBeforeEffect();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world
                .AsAdmin()
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        Owner = "deux@monasso.org",
                        Calendar = Events,
                        Guest = Guest,
                        Password = new Secret(GuestPassword),
                    },
                    Token
                )
        );
    }

    [Fact]
    public async Task A_grant_that_the_server_did_not_make_when_it_started_to_answer_is_reported_as_not_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.AsOwner().Calendars.ShareWithUserAsync(Events, Group, new() { Notify = false }, Token);
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.PERM_DENIED");
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => CreateAsync(world, Guest));

        Assert.True(e.IsTransient);
        Assert.Contains("nothing was changed", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_was_not_made_is_reported_as_lost()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").ResetBeforeEffect();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(world, Guest));

        Assert.Empty(world.Server.GrantsOf(Owner, Events));
    }

    private static Task<GuestCreation> CreateAsync(AssociationWorld world, string guest, Action<ZimbraClientOptions>? options = null) =>
        world
            .AsAdmin(options)
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    Owner = Owner,
                    Calendar = Events,
                    Guest = guest,
                    Password = new Secret(GuestPassword),
                    CheckAddress = false,
                },
                Token
            );
}
