using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Aliases of domains, sharing between domains, and how often an account is tried.</summary>
public sealed class GuestDomainTests
{
    private const string Domain = "monasso.org";
    private const string Neighbour = "paul@asso2.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<AssociationWorld> StartAsync(Action<Domain> domain) =>
        AssociationWorld.StartAsync(seed => domain(seed.Account(Neighbour, "pa55word").Directory.FindDomain(Domain)!));

    [Fact]
    public async Task A_domain_that_the_directory_holds_as_an_alias_represents_its_target()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Domain("mon-asso.fr", domain =>
            {
                domain.Attributes["zimbraDomainType"] = "alias";
                domain.Attributes["zimbraDomainAliasTargetId"] = seed.Directory.FindDomain(Domain)!.Id;
            }));

        Assert.Equal(Identifier, (
                await world
                    .AsAdmin()
                    .Guests.CreateAsync(
                        new NewGuestAccount
                        {
                            OwnerDomain = "mon-asso.fr",
                            Guest = Guest,
                            Password = new Secret(GuestPassword),
                        },
                        Token
                    )
            ).Identifier.Value);
    }

    [Theory]
    [InlineData("FindAllAsync")]
    [InlineData("InspectAllAsync")]
    [InlineData("ListAccessAsync")]
    [InlineData("ListPublishedSharesAsync")]
    [InlineData("ReviewAsync")]
    public async Task A_list_for_an_alias_of_a_domain_is_that_of_the_domain_and_not_empty(string list)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Domain(Domain, domain => domain.Aliases.Add("mon-asso.fr"))
        );
        ZimbraClient admin = world.AsAdmin();
        await admin.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Events,
                Guest = Guest,
                Password = new Secret(GuestPassword),
            },
            Token
        );

        string[] found = await ListAsync("mon-asso.fr").ToArrayAsync(Token);

        Assert.NotEmpty(found);
        Assert.Equal(await ListAsync(Domain).ToArrayAsync(Token), found);

        IAsyncEnumerable<string> ListAsync(string domain) =>
            list switch
            {
                "FindAllAsync" => admin.Guests.FindAllAsync(new() { OwnerDomain = domain }, Token).Select(account => account.Name),
                "InspectAllAsync" => admin
                    .Guests.InspectAllAsync(new() { OwnerDomain = domain }, Token)
                    .Select(inspection => inspection.Account.Name),
                "ListAccessAsync" => admin
                    .Guests.ListAccessAsync(Guest, new() { OwnerDomain = domain }, Token)
                    .Select(access => $"{access.Folder}"),
                "ListPublishedSharesAsync" => admin
                    .Administration.ListPublishedSharesAsync(domain, null, Token)
                    .Select(owner => owner.Owner),
                _ => admin.Calendars.ReviewAsync(new() { Domain = domain }, Token).Select(mailbox => mailbox.Owner),
            };
    }

    [Fact]
    public async Task The_rights_on_an_alias_of_a_domain_are_checked_on_the_domain()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Domain("mon-asso.fr", domain =>
            {
                domain.Attributes["zimbraDomainType"] = "alias";
                domain.Attributes["zimbraDomainAliasTargetId"] = seed.Directory.FindDomain(Domain)!.Id;
            }));

        AdministratorCheck check = await world.AsAdmin().Administration.CheckAdministratorAsync("mon-asso.fr", null, Token);

        Assert.Equal(Domain, check.Domain);
        Assert.All(check.Operations, operation => Assert.Empty(operation.Missing));
    }

    [Fact]
    public async Task A_domain_that_is_no_alias_represents_itself_whatever_target_it_names()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Domain("mon-asso.fr", domain =>
            {
                domain.Attributes["zimbraDomainType"] = "local";
                domain.Attributes["zimbraDomainAliasTargetId"] = seed.Directory.FindDomain(Domain)!.Id;
            }));

        Assert.Equal("adresse.orange.fr@mon-asso.fr", (
                await world
                    .AsAdmin()
                    .Guests.CreateAsync(
                        new NewGuestAccount
                        {
                            OwnerDomain = "mon-asso.fr",
                            Guest = Guest,
                            Password = new Secret(GuestPassword),
                        },
                        Token
                    )
            ).Identifier.Value);
    }

    [Fact]
    public async Task An_account_of_another_domain_is_a_guest_where_domains_do_not_share()
    {
        await using AssociationWorld world = await StartAsync(domain =>
            domain.Attributes["zimbraInternalSharingCrossDomainEnabled"] = "FALSE"
        );

        Assert.Equal("paul.asso2.org@monasso.org", (
                await world
                    .AsAdmin()
                    .Guests.CreateAsync(
                        new NewGuestAccount
                        {
                            OwnerDomain = Domain,
                            Guest = Neighbour,
                            Password = new Secret(GuestPassword),
                        },
                        Token
                    )
            ).Identifier.Value);
    }

    [Fact]
    public async Task An_account_of_another_domain_is_a_user_where_that_domain_is_named()
    {
        await using AssociationWorld world = await StartAsync(domain =>
        {
            domain.Attributes["zimbraInternalSharingCrossDomainEnabled"] = "FALSE";
            domain.Attributes["zimbraInternalSharingDomain"] = "Asso2.org";
        });

        await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            world
                .AsAdmin()
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        OwnerDomain = Domain,
                        Guest = Neighbour,
                        Password = new Secret(GuestPassword),
                    },
                    Token
                )
        );
    }

    [Fact]
    public async Task An_account_of_the_same_domain_is_a_user_in_any_case()
    {
        await using AssociationWorld world = await StartAsync(domain =>
            domain.Attributes["zimbraInternalSharingCrossDomainEnabled"] = "FALSE"
        );

        await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            world
                .AsAdmin()
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        OwnerDomain = Domain,
                        Guest = Owner,
                        Password = new Secret(GuestPassword),
                    },
                    Token
                )
        );
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task An_account_that_is_lost_again_and_again_is_given_up(int retries, int sent)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").ResetBeforeEffect();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world
                .AsAdmin(options => options.MaxRetries = retries)
                .Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        OwnerDomain = Domain,
                        Guest = Guest,
                        Password = new Secret(GuestPassword),
                    },
                    Token
                )
        );

        Assert.Equal(sent, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task An_account_that_the_server_fails_to_make_is_not_tried_again()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Fault(ZimbraFaultCodes.Failure);

        await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world
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
        );

        Assert.Single(world.Server.Misbehave.Injected);
    }
}
