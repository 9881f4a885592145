using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>What is decided about a guest's account is decided by what is so, not by what is published or looks alike.</summary>
public sealed class GuestTruthTests
{
    private const string Domain = "monasso.org";
    private const string Other = Trips;

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(Association.Identifier);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_is_not_deleted_while_one_of_its_shares_could_not_be_revoked()
    {
        await using AssociationWorld world = await WithGuestAsync(Events, Other);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Fault("service.PERM_DENIED");

        GuestRetirement retirement = await RetireAsync(world);

        Assert.Equal((false, RetiredAccount.KeptForShares), (retirement.IsComplete, retirement.Account));
        GuestRevocation left = Assert.Single(retirement.Remaining);
        Assert.Equal((GuestRevocationOutcome.Failed, "service.PERM_DENIED"), (left.Outcome, (left.Failure as ZimbraFaultException)?.Code));
        Assert.NotNull(GuestOf(world));

        GuestRetirement again = await RetireAsync(world);

        Assert.Equal((true, RetiredAccount.Deleted), (again.IsComplete, again.Account));
        Assert.Null(GuestOf(world));
    }

    [Fact]
    public async Task An_account_is_not_deleted_while_an_owner_is_in_maintenance()
    {
        await using AssociationWorld world = await WithGuestAsync(Events);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Status = "maintenance");

        GuestRetirement retirement = await RetireAsync(world);

        Assert.Equal(RetiredAccount.KeptForShares, retirement.Account);
        Assert.Equal(GuestRevocationOutcome.OwnerInMaintenance, Assert.Single(retirement.Remaining).Outcome);
        Assert.NotNull(GuestOf(world));
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_not_taken_for_maintenance()
    {
        await using AssociationWorld world = await WithGuestAsync(Events);
        world.Server.Misbehave.On("GetFolderRequest").FromCall(1).Fault("service.AUTH_EXPIRED");
        GuestClient guests = world.AsAdmin().Guests;

        foreach (
            Func<Task> call in new Func<Task>[]
            {
                () => RetireAsync(world),
                () => guests.InspectAsync(Identifier, Token),
                () => guests.RepairAsync(Identifier, Token),
                () => guests.ListAccessAsync(Guest, cancellationToken: Token).ToListAsync(Token).AsTask(),
            }
        )
        {
            ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(call);
            Assert.Equal(AuthenticationFailure.TokenRejected, e.Failure);
        }

        Assert.NotNull(GuestOf(world));
    }

    [Theory]
    [InlineData("maintenance", "active")]
    [InlineData("active", "maintenance")]
    [InlineData("active", "suspended")]
    public async Task Maintenance_of_an_owner_is_reported_as_such_to_an_administrator_who_acts_for_them(string account, string domain)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        ZimbraMailbox owner = world.AsAdmin().Mailbox(Owner);
        world.Server.Change(directory =>
        {
            directory.FindAccount(Owner)!.Status = account;
            directory.FindDomain(Domain)!.Attributes["zimbraDomainStatus"] = domain;
        });

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            owner.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Token)
        );

        Assert.Equal((AuthenticationFailure.Maintenance, true), (e.Failure, e.IsTransient));
        Assert.Contains(Owner, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_that_is_published_still_and_revoked_is_not_shared()
    {
        await using AssociationWorld world = await WithGuestAsync(Events);
        await RevokeUnpublishedAsync(world);

        Assert.Equal([GuestProblem.NothingShared], (await world.AsAdmin().Guests.InspectAsync(Identifier, Token)).Problems);
        Assert.Equal(
            [GuestProblem.NothingShared],
            (await world.AsAdmin().Guests.InspectAllAsync(new GuestSearch { OwnerDomain = Domain }, Token).SingleAsync(Token)).Problems
        );
    }

    [Fact]
    public async Task A_closed_account_is_not_opened_for_a_share_that_is_published_still_and_revoked()
    {
        await using AssociationWorld world = await WithGuestAsync(Events);
        world.Server.Change(directory => directory.FindAccount(Association.Identifier)!.Status = "closed");
        await RevokeUnpublishedAsync(world);

        GuestRepair repair = await world.AsAdmin().Guests.RepairAsync(Identifier, Token);

        Assert.Equal(GuestStep.Unchanged, repair.Step);
        Assert.Equal([GuestProblem.NothingShared], repair.Remaining);
        Assert.Equal("closed", GuestOf(world)!.Status);
    }

    [Fact]
    public async Task A_share_that_is_made_and_not_published_yet_counts_where_the_guest_has_its_mountpoint()
    {
        await using AssociationWorld world = await WithGuestAsync(Events);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes.Set("zimbraSharedItem", []));

        Assert.Empty((await world.AsAdmin().Guests.InspectAsync(Identifier, Token)).Problems);
    }

    [Fact]
    public async Task A_share_that_expired_and_is_not_removed_yet_does_not_open_a_closed_account()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using AssociationWorld world = await WithGuestAsync(Events);
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddHours(1);
        await world.AsOwner().Calendars.RenewAsync(Events, Guest, ShareExpiry.At(end), cancellationToken: Token);
        world.Server.Change(directory => directory.FindAccount(Association.Identifier)!.Status = "closed");
        time.SetUtcNow(end.AddSeconds(30));
        GuestClient guests = world.AsAdmin(options => options.TimeProvider = time).Guests;

        Assert.Equal([GuestProblem.NothingShared], (await guests.InspectAsync(Identifier, Token)).Problems);
        Assert.Equal(GuestStep.Unchanged, (await guests.RepairAsync(Identifier, Token)).Step);
        Assert.Equal("closed", GuestOf(world)!.Status);
    }

    /// <summary>Revokes the share, and leaves the directory as it was.</summary>
    private static async Task RevokeUnpublishedAsync(AssociationWorld world)
    {
        string[] published = [.. world.Server.Directory.FindAccount(Owner)!.Attributes.Values("zimbraSharedItem")];
        Assert.NotEmpty(published);
        await world.AsOwner().Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Token);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes.Set("zimbraSharedItem", published));
    }

    private static Account? GuestOf(AssociationWorld world) => world.Server.Directory.FindAccount(Association.Identifier);

    private static Task<GuestRetirement> RetireAsync(AssociationWorld world) =>
        world.AsAdmin().Guests.RetireAsync(Domain, Guest, new GuestRetirementOptions { DeleteAccount = true }, Token);

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
}
