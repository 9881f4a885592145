using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <summary>The shares of a domain as the directory publishes them.</summary>
public sealed class PublishedShareTests
{
    private const string Domain = "monasso.org";
    private const string Pipe = "pipe@monasso.org";
    private static readonly TimeSpan Blindness = TimeSpan.FromSeconds(50);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_listAccount_an_empty_search_is_no_answer()
    {
        await using AssociationWorld world = await PipelineAsync("get.account.zimbraSharedItem");
        await world.ShareAsync(notify: false);

        ZimbraMissingRightException e = await Assert.ThrowsAsync<ZimbraMissingRightException>(() => ListAsync(AsPipe(world)));

        Assert.Equal(["listAccount"], e.Rights);
        Assert.Equal("zmprov grantRight domain monasso.org usr pipe@monasso.org listAccount", Assert.Single(e.Grants).ZmprovLine);
        Assert.Contains("50 seconds", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_is_still_blind_after_a_right_was_granted_is_no_answer()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using AssociationWorld world = await new Association()
            .With(seed => seed.Administrator(Pipe, "pa55word", admin => admin.Grant("get.account.zimbraSharedItem")))
            .On(new() { TimeProvider = clock })
            .StartAsync();
        await world.ShareAsync(notify: false);
        ZimbraClient pipe = AsPipe(world);
        await Assert.ThrowsAsync<ZimbraMissingRightException>(() => ListAsync(pipe));
        await world
            .AsAdmin()
            .SendAsync(
                new GrantRightRequest
                {
                    Target = RightTarget.Domain(Domain),
                    Administrator = Pipe,
                    Right = "listAccount",
                },
                Token
            );

        await Assert.ThrowsAsync<ZimbraMissingRightException>(() => ListAsync(pipe));
        clock.Advance(Blindness);
        Assert.Single(await ListAsync(pipe));
    }

    [Fact]
    public async Task What_may_not_be_seen_is_hidden_and_not_nothing()
    {
        await using AssociationWorld world = await PipelineAsync("listAccount");
        await world.ShareAsync(notify: false);

        OwnerShares owner = Assert.Single(await ListAsync(AsPipe(world)));

        Assert.True(owner.IsHidden);
        Assert.Empty(owner.Items);
        Assert.Equal(Owner, owner.Owner);
    }

    [Fact]
    public async Task What_an_administrator_wrote_by_hand_is_given_apart()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes.Set("zimbraSharedItem", ["nonsense"]));

        OwnerShares owner = Assert.Single(await ListAsync(world.AsAdmin()));

        Assert.Empty(owner.Items);
        Assert.Equal(["nonsense"], owner.Unreadable);
    }

    [Fact]
    public async Task A_domain_where_nobody_shares_is_empty_for_who_sees_it()
    {
        await using AssociationWorld world = await PipelineAsync("listAccount", "get.account.zimbraSharedItem");

        Assert.Empty(await ListAsync(AsPipe(world)));
        Assert.Empty(await ListAsync(world.AsAdmin()));
    }

    [Fact]
    public async Task An_unknown_domain_is_a_fault()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.AsAdmin().Administration.ListPublishedSharesAsync("autre.org", cancellationToken: Token).ToListAsync(Token).AsTask()
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchDomain, e.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_from_one_to_a_thousand_owners(int size)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        Assert.ThrowsAny<ArgumentException>(() =>
            world.AsAdmin().Administration.ListPublishedSharesAsync(Domain, new PublishedShareOptions { PageSize = size }, Token)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Every_owner_comes_once_whatever_the_size_of_a_page(int size)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
        {
            for (int i = 0; i < 7; i++)
            {
                seed.Account($"owner{i}@{Domain}", "pa55word", account => account.Calendar("/c"));
            }
        });
        for (int i = 0; i < 7; i++)
        {
            await world.ShareAsync("/c", notify: false, owner: $"owner{i}@{Domain}");
        }

        List<OwnerShares> owners = await ListAsync(world.AsAdmin(), new PublishedShareOptions { PageSize = size });

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"owner{i}@{Domain}"), owners.Select(owner => owner.Owner).Order());
    }

    [Fact]
    public async Task Of_an_owner_who_shares_with_a_guest_only_the_shares_with_that_guest_are_given()
    {
        await using AssociationWorld world = await PipelineAsync("listAccount", "get.account.zimbraSharedItem");
        await world.ShareAsync(notify: false);
        await world.ShareAsync(guest: "autre@orange.fr", notify: false);

        OwnerShares owner = Assert.Single(await ListAsync(AsPipe(world), new PublishedShareOptions { Guest = Guest.ToUpperInvariant() }));

        PublishedShare item = Assert.Single(owner.Items);
        Assert.Equal(
            (GranteeType.Guest, Guest, Events, Permissions.Read),
            (item.GranteeType, item.GranteeId, item.Path.Value, item.Permissions)
        );
    }

    private static Task<AssociationWorld> PipelineAsync(params string[] rights) =>
        AssociationWorld.StartAsync(seed => seed.Administrator(Pipe, "pa55word", admin => admin.Grant(rights)));

    private static ZimbraClient AsPipe(AssociationWorld world) => world.Connect(ZimbraCredentials.Admin(Pipe, new Secret("pa55word")));

    private static Task<List<OwnerShares>> ListAsync(ZimbraClient client, PublishedShareOptions? options = null) =>
        client.Administration.ListPublishedSharesAsync(Domain, options, Token).ToListAsync(Token).AsTask();
}
