using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Guests.GuestCreations;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Addresses of guests that are almost certainly mistyped, or are no guests' any more.</summary>
public sealed class GuestAddressCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adresse@gmial.com", "adresse@gmail.com")]
    [InlineData("adresse@orange.f", "adresse@orange.fr")]
    public async Task A_misspelled_provider_gets_no_account_and_nothing_is_sent(string typed, string meant)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraGuestAddressException e = await RefusedAsync(world, typed);

        Assert.Equal(meant, e.Suggestion);
        Assert.Contains(meant, e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Journal.Entries);
    }

    [Fact]
    public async Task A_misspelled_provider_is_taken_where_the_caller_says_that_it_is_right()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestCreation made = await CreateAsync(world, WithCalendar with { Guest = "adresse@gmial.com", CheckAddress = false });

        Assert.Equal("adresse.gmial.com@monasso.org", made.Identifier.Value);
    }

    [Fact]
    public async Task A_mistyped_colleague_gets_no_guests_account_and_no_grant()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraGuestAddressException e = await RefusedAsync(world, "pual@monasso.org");

        Assert.Contains("no account there", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Server.Directory.Accounts, account => account.IsVirtual);
        Assert.Empty(world.Server.GrantsOf(Owner, Events));
    }

    [Fact]
    public async Task A_guests_identifier_in_place_of_the_mail_is_refused_with_the_mail()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world);
        GuestClient guests = world.AsAdmin().Guests;

        foreach (
            Func<Task> call in new Func<Task>[]
            {
                () => guests.CreateAsync(WithCalendar with { Guest = Identifier }, Token),
                () => guests.RetireAsync(OwnerDomain, Identifier, new() { DeleteAccount = true }, Token),
                () => guests.FindByMailAsync(OwnerDomain, Identifier, Token),
                () => guests.ListAccessAsync(Identifier, cancellationToken: Token).ToListAsync(Token).AsTask(),
            }
        )
        {
            Assert.Equal(Guest, (await Assert.ThrowsAsync<ZimbraGuestAddressException>(call)).Suggestion);
        }

        Assert.NotNull(GuestOf(world));
        Assert.Single(world.Server.GrantsOf(Owner, Events));
    }

    [Fact]
    public async Task A_grant_that_a_policy_forbids_leaves_no_account_behind()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => CreateAsync(world));

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.Contains("zimbraExternalSharingEnabled", e.Message, StringComparison.Ordinal);
        Assert.Null(GuestOf(world));
    }

    [Fact]
    public async Task A_white_list_without_the_guests_domain_leaves_no_account_behind()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory =>
        {
            Testing.Model.Account owner = directory.FindAccount(Owner)!;
            owner.Attributes["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
            owner.Attributes["zimbraExternalShareWhitelistDomain"] = "partenaire.fr";
        });

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => CreateAsync(world));

        Assert.Contains("'orange.fr' is not in zimbraExternalShareWhitelistDomain", e.Message, StringComparison.Ordinal);
        Assert.Contains("liste blanche", e.Explanation.French, StringComparison.Ordinal);
        Assert.Null(GuestOf(world));
        Assert.Empty(world.Server.GrantsOf(Owner, Events));
    }

    [Fact]
    public async Task A_password_that_is_refused_after_the_grant_says_what_is_shared_by_now()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            CreateAsync(world, WithCalendar with { Password = new Secret("qX9~") })
        );

        Assert.Equal(ZimbraFaultCodes.InvalidPassword, e.Code);
        Assert.Contains("moncompte@monasso.org/my-events", e.Message, StringComparison.Ordinal);
        Assert.Null(GuestOf(world));
        Assert.Single(world.Server.GrantsOf(Owner, Events));
    }

    [Fact]
    public async Task A_mountpoint_that_is_refused_leaves_no_account_behind_that_is_not_named()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateMountpointRequest").Fault(ZimbraFaultCodes.PermissionDenied);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => CreateAsync(world));

        Assert.Equal("CreateMountpointRequest", e.Operation);
        Assert.Contains($"account {Identifier} exists", e.Message, StringComparison.Ordinal);
        Assert.Contains($"invité {Identifier} existe", e.Explanation.French, StringComparison.Ordinal);
        Assert.NotNull(GuestOf(world));
    }

    [Theory]
    [InlineData("CreateMountpointRequest", "exists, without a mountpoint of moncompte@monasso.org/my-events")]
    [InlineData("CreateAccountRequest", "was made is not known")]
    public async Task A_failure_of_any_kind_names_the_account_and_the_shares_that_exist_by_then(string operation, string account)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).BadGateway();
        world.Server.Misbehave.On("GetAccountRequest").FromCall(4).BadGateway();

        ZimbraException e = await Assert.ThrowsAnyAsync<ZimbraException>(() => CreateAsync(world));

        Assert.Contains(account, e.Message, StringComparison.Ordinal);
        Assert.Contains(Identifier, e.Message, StringComparison.Ordinal);
        Assert.Contains($"Shared with {Guest} by this call, and still so", e.Message, StringComparison.Ordinal);
        Assert.Contains($"Cet appel a partagé avec {Guest}", e.Explanation.French, StringComparison.Ordinal);
        Assert.Contains(Identifier, e.Explanation.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_grant_that_is_refused_names_the_earlier_ones()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(2).Fault(ZimbraFaultCodes.PermissionDenied);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            CreateAsync(
                world,
                WithCalendar with
                {
                    FurtherCalendars = [new SharedCalendar { Owner = Owner, Calendar = FolderPath.Parse("/Calendar") }],
                }
            )
        );

        Assert.Contains($"{Owner}{Events}", e.Message, StringComparison.Ordinal);
        Assert.Contains("by this call, and still so", e.Message, StringComparison.Ordinal);
        Assert.Null(GuestOf(world));
    }

    [Fact]
    public async Task What_has_no_such_option_does_not_advise_CheckAddress()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world);

        ZimbraGuestAddressException e = await Assert.ThrowsAsync<ZimbraGuestAddressException>(() =>
            world.AsAdmin().Guests.FindByMailAsync(OwnerDomain, Identifier, Token)
        );

        Assert.DoesNotContain("CheckAddress", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guests_grant_whose_address_has_become_an_account_is_listed_as_letting_nobody_in()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Domain("orange.fr", _ => { }));
        await world.ShareAsync(notify: false);
        await BecomeAccountAsync(world);

        GuestAccess access = Assert.Single(
            await world.AsAdmin().Guests.ListAccessAsync(Guest, cancellationToken: Token).ToListAsync(Token)
        );

        Assert.Equal((GranteeType.Guest, true), (access.GrantedTo, access.LetsNobodyIn));
        await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => CreateAsync(world));
    }

    [Fact]
    public async Task A_guests_account_whose_mail_has_become_an_account_is_a_problem()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Domain("orange.fr", _ => { }));
        await CreateAsync(world);
        await BecomeAccountAsync(world);

        GuestInspection inspection = await world.AsAdmin().Guests.InspectAsync(GuestIdentifier.Parse(Identifier), Token);

        Assert.Equal([GuestProblem.MailIsAccount], inspection.Problems);
    }

    private static async Task BecomeAccountAsync(AssociationWorld world) =>
        await world.AsAdmin().SendAsync(new CreateAccountRequest { Name = Guest, Password = new Secret("pa55word-0f-Mine") }, Token);

    private static Task<ZimbraGuestAddressException> RefusedAsync(AssociationWorld world, string guest) =>
        Assert.ThrowsAsync<ZimbraGuestAddressException>(() => CreateAsync(world, WithCalendar with { Guest = guest }));
}
