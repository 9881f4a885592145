using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestAccessTests
{
    private const string Domain = "monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<AssociationWorld> WithSharesAsync()
    {
        AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("autre@monasso.org", "pa55word", account => account.Calendar("/c").Calendar("/c/sous"))
                .Account("owner@elsewhere.org", "pa55word", account => account.Calendar("/c"))
                .Group("amis@monasso.org", Guest, "other@orange.fr")
        );
        await world.ShareAsync(notify: false);
        await world.ShareAsync("/c", notify: false, owner: "autre@monasso.org");
        await world.ShareAsync("/c", notify: false, owner: "owner@elsewhere.org");
        return world;
    }

    private static async Task GrantAsync(AssociationWorld world, string owner, string calendar, FolderGrant grant)
    {
        ZimbraMailbox client = world.AsAdmin().Mailbox(owner);
        string folder = (await client.SendAsync(GetFolderRequest.AtPath(calendar), Token)).Folder.Id;
        await client.SendAsync(FolderActionRequest.Grant(folder, grant), Token);
    }

    private static async Task<List<GuestAccess>> ListAsync(IAsyncEnumerable<GuestAccess> stream)
    {
        var list = new List<GuestAccess>();
        await foreach (GuestAccess access in stream)
        {
            list.Add(access);
        }

        return list;
    }

    private static Account Owner(AssociationWorld world, string name = Association.Owner) => world.Server.Directory.FindAccount(name)!;

    [Fact]
    public async Task Somebody_with_whom_nothing_is_shared_sees_nothing()
    {
        await using AssociationWorld world = await WithSharesAsync();

        Assert.Empty(await ListAsync(world.AsAdmin().Guests.ListAccessAsync("adresse@orange.f", cancellationToken: Token)));
        Assert.Empty(await ListAsync(world.AsAdmin().Guests.ListAccessAsync("*@orange.fr", cancellationToken: Token)));
    }

    [Fact]
    public async Task All_that_a_guest_can_see_is_listed_across_owners_and_domains()
    {
        await using AssociationWorld world = await WithSharesAsync();

        List<GuestAccess> all = await ListAsync(world.AsAdmin().Guests.ListAccessAsync(Guest, cancellationToken: Token));

        Assert.Equal(
            ["autre@monasso.org/c", "autre@monasso.org/c/sous", "moncompte@monasso.org/my-events", "owner@elsewhere.org/c"],
            all.Select(access => access.Folder.ToString())
        );
        Assert.Equal(FolderPath.Parse("/c"), all[1].InheritedFrom);
        Assert.Equal("adresse.orange.fr@elsewhere.org", all[3].Identifier.Value);
        Assert.All(all, access =>
            Assert.Equal(("r", GranteeType.Guest, "appointment"), (access.Permissions.Letters, access.GrantedTo, access.View)!)
        );
        Assert.Equal(
            3,
            (await ListAsync(world.AsAdmin().Guests.ListAccessAsync(Guest, new GuestAccessOptions { OwnerDomain = Domain }, Token))).Count
        );
    }

    [Fact]
    public async Task A_grant_typed_in_capitals_to_the_account_or_to_a_group_is_found_too()
    {
        await using AssociationWorld world = await WithSharesAsync();
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
        await GrantAsync(world, Association.Owner, Trips, FolderGrant.Guest("Adresse@Orange.fr", "rw"));
        await GrantAsync(world, Association.Owner, "/Événements de l'asso", FolderGrant.Group("amis@monasso.org", "r"));
        await GrantAsync(world, "owner@elsewhere.org", "/c", FolderGrant.User(Identifier, "rwidx"));

        List<GuestAccess> all = await ListAsync(world.AsAdmin().Guests.ListAccessAsync(Guest, cancellationToken: Token));

        Assert.Equal("Adresse@Orange.fr", Assert.Single(all, access => access.Folder.Calendar == FolderPath.Parse(Trips)).GranteeId);
        Assert.Equal("amis@monasso.org", Assert.Single(all, access => access.GrantedTo == GranteeType.Group).GroupName);
        Assert.Equal("rwidx", Assert.Single(all, access => access.GrantedTo == GranteeType.User).Permissions.Letters);
    }

    [Fact]
    public async Task A_grant_stored_with_a_display_name_lets_nobody_in_but_is_listed_as_such_and_retired_too()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await GrantAsync(world, Association.Owner, Events, FolderGrant.Guest("Adresse Un <Adresse@Orange.fr>", "r"));
        await GrantAsync(world, Association.Owner, Trips, FolderGrant.Guest("Autre <xadresse@orange.fr>", "r"));
        GuestClient guests = world.AsAdmin().Guests;

        GuestAccess access = Assert.Single(await ListAsync(guests.ListAccessAsync(Guest, cancellationToken: Token)));
        GuestRetirement retirement = await guests.RetireAsync(Domain, Guest, cancellationToken: Token);

        Assert.Equal(("Adresse Un <Adresse@Orange.fr>", true), (access.GranteeId, access.LetsNobodyIn));
        Assert.True(retirement.IsComplete);
        Assert.Empty(Owner(world).Mailbox!.Find(Events)!.Acl!.Grants);
        Assert.Single(Owner(world).Mailbox!.Find(Trips)!.Acl!.Grants);
    }

    [Theory]
    [InlineData("marie@société.fr")]
    [InlineData("Marie <marie@Société.fr>")]
    public async Task A_grant_stored_with_an_accent_in_the_domain_lets_nobody_in_but_is_listed_and_retired_too(string stored)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await GrantAsync(world, Association.Owner, Events, FolderGrant.Guest(stored, "r"));
        GuestClient guests = world.AsAdmin().Guests;

        GuestAccess access = Assert.Single(await ListAsync(guests.ListAccessAsync("marie@société.fr", cancellationToken: Token)));
        GuestRetirement retirement = await guests.RetireAsync(Domain, "marie@xn--socit-esab.fr", cancellationToken: Token);

        Assert.Equal((stored, true), (access.GranteeId, access.LetsNobodyIn));
        Assert.True(retirement.IsComplete);
        Assert.Empty(Owner(world).Mailbox!.Find(Events)!.Acl!.Grants);
    }

    [Fact]
    public async Task A_grant_that_has_expired_says_so()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using AssociationWorld world = await new Association().On(new() { TimeProvider = time }).StartAsync();
        DateTimeOffset end = time.GetUtcNow().AddHours(1);
        ZimbraClient owner = world.AsOwner(options => options.TimeProvider = time);
        string folder = (await owner.SendAsync(GetFolderRequest.AtPath(Events), Token)).Folder.Id;
        await owner.SendAsync(FolderActionRequest.Grant(folder, FolderGrant.Guest(Guest, "r") with { Expiry = end }), Token);
        GuestClient guests = world.AsAdmin(options => options.TimeProvider = time).Guests;

        GuestAccess before = Assert.Single(await ListAsync(guests.ListAccessAsync(Guest, cancellationToken: Token)));
        time.SetUtcNow(end.AddSeconds(30));
        GuestAccess after = Assert.Single(await ListAsync(guests.ListAccessAsync(Guest, cancellationToken: Token)));

        Assert.Equal((end, false, true), (before.Expiry, before.IsExpired, after.IsExpired)!);
    }

    [Fact]
    public async Task The_shares_of_an_owner_in_maintenance_are_read_from_the_directory_and_cannot_be_revoked_now()
    {
        await using AssociationWorld world = await WithSharesAsync();
        world.Server.Change(directory => Owner(world).Status = "maintenance");

        GuestAccess access = Assert.Single(
            await ListAsync(world.AsAdmin().Guests.ListAccessAsync(Guest, cancellationToken: Token)),
            access => access.OwnerInMaintenance
        );
        GuestRetirement retirement = await world.AsAdmin().Guests.RetireAsync(Domain, Guest, cancellationToken: Token);

        Assert.Equal(
            (Association.Owner, "/my-events", "r"),
            (access.Folder.Owner, access.Folder.Calendar.Value, access.Permissions.Letters)
        );
        Assert.Equal(
            [GuestRevocationOutcome.Removed, GuestRevocationOutcome.OwnerInMaintenance],
            retirement.Revocations.Select(revocation => revocation.Outcome)
        );
    }

    [Fact]
    public async Task The_shares_of_an_owner_who_is_closed_are_revoked_all_the_same()
    {
        await using AssociationWorld world = await WithSharesAsync();
        world.Server.Change(directory => Owner(world).Status = "closed");

        Assert.True((await world.AsAdmin().Guests.RetireAsync(Domain, Guest, cancellationToken: Token)).IsComplete);
    }

    [Fact]
    public async Task A_retired_guest_sees_nothing_of_the_domain_any_more_and_the_server_closes_the_account()
    {
        await using AssociationWorld world = await WithSharesAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(GuestCreations.WithCalendar with { Guest = Guest, Password = new Secret(GuestPassword) }, Token);
        GuestClient guests = world.AsAdmin().Guests;

        GuestRetirement retirement = await guests.RetireAsync(Domain, " Adresse@Orange.fr", cancellationToken: Token);

        Assert.True(retirement.IsComplete);
        Assert.Equal(
            ["autre@monasso.org/c", "moncompte@monasso.org/my-events"],
            retirement.Revocations.Select(revocation => revocation.Access.Folder.ToString())
        );
        Assert.Equal(RetiredAccount.LeftToServer, retirement.Account);
        Assert.Equal(
            ["owner@elsewhere.org/c"],
            (await ListAsync(guests.ListAccessAsync(Guest, cancellationToken: Token))).Select(access => access.Folder.ToString())
        );
        Assert.NotEqual(200, await world.ReadFeedAsync(Identifier, GuestPassword));
        world.Server.RunDailyTask();
        Assert.Equal("closed", world.Server.Directory.FindAccount(Identifier)!.Status);
    }

    [Fact]
    public async Task Retiring_can_delete_the_account_also_when_the_reply_is_lost()
    {
        await using AssociationWorld world = await WithSharesAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(GuestCreations.WithCalendar with { Guest = Guest, Password = new Secret(GuestPassword) }, Token);
        world.Server.Misbehave.On("DeleteAccountRequest").Call(1).ResetAfterEffect();

        GuestRetirement retirement = await world
            .AsAdmin()
            .Guests.RetireAsync(Domain, Guest, new GuestRetirementOptions { DeleteAccount = true }, Token);

        Assert.Equal(RetiredAccount.Deleted, retirement.Account);
        Assert.Null(world.Server.Directory.FindAccount(Identifier));
    }

    [Fact]
    public async Task Retiring_twice_and_without_an_account_is_no_error()
    {
        await using AssociationWorld world = await WithSharesAsync();

        GuestRetirement first = await world.AsAdmin().Guests.RetireAsync(Domain, Guest, cancellationToken: Token);
        GuestRetirement second = await world.AsAdmin().Guests.RetireAsync(Domain, Guest, cancellationToken: Token);

        Assert.Equal((2, RetiredAccount.NotThere), (first.Revocations.Count, first.Account));
        Assert.Empty(second.Revocations);
    }

    [Fact]
    public async Task Retiring_leaves_a_groups_grant_to_its_other_members_and_says_so()
    {
        await using AssociationWorld world = await WithSharesAsync();
        await GrantAsync(world, Association.Owner, "/Événements de l'asso", FolderGrant.Group("amis@monasso.org", "r"));

        GuestRetirement retirement = await world.AsAdmin().Guests.RetireAsync(Domain, Guest, cancellationToken: Token);

        Assert.False(retirement.IsComplete);
        Assert.Equal(
            GuestRevocationOutcome.HeldByGroup,
            Assert.Single(retirement.Revocations, revocation => revocation.Access.GrantedTo == GranteeType.Group).Outcome
        );
        Assert.NotEmpty(await ListAsync(world.AsAdmin().Guests.ListAccessAsync("other@orange.fr", cancellationToken: Token)));
    }

    [Fact]
    public async Task A_refusal_for_one_folder_does_not_keep_the_others_from_being_revoked()
    {
        await using AssociationWorld world = await WithSharesAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Fault("service.PERM_DENIED");

        GuestRetirement retirement = await world.AsAdmin().Guests.RetireAsync(Domain, Guest, cancellationToken: Token);

        Assert.Equal(
            [GuestRevocationOutcome.Failed, GuestRevocationOutcome.Removed],
            retirement.Revocations.Select(revocation => revocation.Outcome)
        );
        Assert.Equal("service.PERM_DENIED", (retirement.Revocations[0].Failure as ZimbraFaultException)?.Code);
    }

    [Fact]
    public async Task Retiring_one_of_two_colliding_guests_leaves_the_others_account_alone()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync(guest: "a.b@c.de", notify: false);
        await world.ShareAsync(guest: "a@b.c.de", notify: false);
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = Domain,
                Guest = "a.b@c.de",
                Password = new Secret(GuestPassword),
            },
            Token
        );

        GuestRetirement retirement = await guests.RetireAsync(
            Domain,
            "a@b.c.de",
            new GuestRetirementOptions { DeleteAccount = true },
            Token
        );

        Assert.Equal((true, RetiredAccount.NotThere), (retirement.IsComplete, retirement.Account));
        Assert.NotNull(world.Server.Directory.FindAccount("a.b.c.de@monasso.org"));
        Assert.Single(await ListAsync(guests.ListAccessAsync("a.b@c.de", cancellationToken: Token)));
    }
}
