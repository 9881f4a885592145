using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <summary>What a delegated administrator may do, and what grants the rest.</summary>
public sealed class AdministratorCheckTests
{
    private const string Domain = "monasso.org";
    private const string Pipe = "pipe@monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_not_ask_for_its_rights_is_told_which_right_it_lacks()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Administrator(Pipe, "pa55word"));

        ZimbraMissingRightException e = await Assert.ThrowsAsync<ZimbraMissingRightException>(() =>
            AsPipe(world).Administration.CheckAdministratorAsync(Domain, cancellationToken: Token)
        );

        Assert.Equal("zmprov grantRight account pipe@monasso.org usr pipe@monasso.org checkRightUsr", Assert.Single(e.Grants).ZmprovLine);
    }

    [Fact]
    public async Task An_unknown_domain_is_a_fault()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.AsAdmin().Administration.CheckAdministratorAsync("autre.org", cancellationToken: Token)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchDomain, e.Code);
    }

    [Fact]
    public async Task What_the_check_says_is_missing_makes_every_operation_possible_once_it_is_granted()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Administrator(Pipe, "pa55word"));
        ZimbraClient admin = world.AsAdmin();
        var options = new AdministratorCheckOptions { Administrator = Pipe };
        AdministratorCheck before = await admin.Administration.CheckAdministratorAsync(Domain, options, Token);
        Assert.DoesNotContain(before.Operations, operation => operation.IsAllowed);

        foreach (GrantRightRequest grant in before.GrantsFor())
        {
            await admin.SendAsync(grant, Token);
        }

        AdministratorCheck after = await AsPipe(world).Administration.CheckAdministratorAsync(Domain, cancellationToken: Token);
        Assert.Equal([], after.GrantsFor());
        Assert.All(after.Operations, operation => Assert.True(operation.IsAllowed, operation.Operation));
        Assert.Equal(AdministratorRights.ByOperation.Keys, after.Operations.Select(operation => operation.Operation));
    }

    [Fact]
    public async Task With_the_right_to_act_for_owners_alone_calendars_can_be_shared_and_nothing_else_is_allowed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Administrator(Pipe, "pa55word", admin => admin.Grant("adminLoginAs").GrantOn("account", Pipe, "checkRightUsr"))
        );

        AdministratorCheck check = await AsPipe(world).Administration.CheckAdministratorAsync(Domain, cancellationToken: Token);

        Assert.Equal(
            ["Administration.CheckAdministratorAsync", "Mailbox"],
            check.Operations.Where(operation => operation.IsAllowed).Select(operation => operation.Operation)
        );
        Assert.Equal(["listAccount", "get.account.zimbraSharedItem"], Missing(check, "Administration.ListPublishedSharesAsync"));
        Assert.Equal(
            "zmprov grantRight domain monasso.org usr pipe@monasso.org listAccount",
            check.GrantsFor("Administration.ListPublishedSharesAsync")[0].ZmprovLine
        );
    }

    [Fact]
    public async Task A_right_that_is_denied_is_missing()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Administrator(Pipe, "pa55word", admin =>
                admin.Grant("listAccount", "getAccount").DenyOn("domain", Domain, "listAccount").GrantOn("account", Pipe, "checkRightUsr")
            )
        );

        AdministratorCheck check = await AsPipe(world).Administration.CheckAdministratorAsync(Domain, cancellationToken: Token);

        Assert.Equal(["listAccount"], Missing(check, "Administration.ListPublishedSharesAsync"));
    }

    [Fact]
    public async Task A_global_administrator_may_do_everything()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        AdministratorCheck check = await world
            .AsAdmin()
            .Administration.CheckAdministratorAsync(Domain, new AdministratorCheckOptions { Account = Owner }, Token);

        Assert.All(check.Operations, operation => Assert.True(operation.IsAllowed, operation.Operation));
    }

    [Fact]
    public async Task In_a_foreign_domain_of_which_no_account_is_known_one_must_be_named()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Administrator("pipe@autre.org", "pa55word", admin => admin.GrantOn("account", "pipe@autre.org", "checkRightUsr"))
        );
        AdministrationClient pipe = world.Connect(ZimbraCredentials.Admin("pipe@autre.org", new Secret("pa55word"))).Administration;

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            pipe.CheckAdministratorAsync(Domain, cancellationToken: Token)
        );
        AdministratorCheck check = await pipe.CheckAdministratorAsync(Domain, new AdministratorCheckOptions { Account = Owner }, Token);

        Assert.Contains("AdministratorCheckOptions.Account", e.Message, StringComparison.Ordinal);
        Assert.False(check.Of("Mailbox").IsAllowed);
    }

    [Fact]
    public async Task Only_operations_that_need_rights_can_be_looked_up()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        AdministratorCheck check = await world.AsAdmin().Administration.CheckAdministratorAsync(Domain, cancellationToken: Token);

        Assert.ThrowsAny<ArgumentException>(() => check.Of("Guests.Create"));
    }

    private static IEnumerable<string> Missing(AdministratorCheck check, string operation) =>
        check.Of(operation).Missing.Select(right => right.Name);

    private static ZimbraClient AsPipe(AssociationWorld world) => world.Connect(ZimbraCredentials.Admin(Pipe, new Secret("pa55word")));
}
