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
