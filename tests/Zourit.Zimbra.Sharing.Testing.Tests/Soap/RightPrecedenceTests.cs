using System.Net;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>
/// Which of several grants and denials decides, and what revoking takes (docs/protocol.md §C: "a deny wins", grants to groups, on
/// groups, on single accounts, for all domains).
/// </summary>
public sealed class RightPrecedenceTests
{
    private const string Pipe = "pipe@monasso.org";
    private const string Pipes = "pipelines@monasso.org";
    private const string Team = "equipe@monasso.org";
    private const string Board = "bureau@monasso.org";
    private const string LoginAs = "adminLoginAs";

    public static TheoryData<string, bool> Precedence { get; } =
        new()
        {
            { "what is denied nearer wins over what is granted farther", false },
            { "what is granted nearer wins over what is denied farther", true },
            { "at one place a denial to the administrator wins", false },
            { "at one place the administrator's own grant wins over a denial to its group", true },
            { "at one place the administrator's own denial wins over a grant to its group", false },
            { "of groups of accounts taken together a denial wins", false },
            { "a right on a group of accounts holds for its members", true },
            { "a right on the group wins over a denial on the domain", true },
            { "a right for everything holds", true },
            { "a denial on the domain wins over a right for everything", false },
            { "a group that is not one of administrators gives nothing", false },
        };

    private static readonly Dictionary<string, Action<FakeZimbraSeed>> Seeds = new()
    {
        ["what is denied nearer wins over what is granted farther"] = seed =>
            seed.Administrator(Pipe, World.Password, own => own.Grant(LoginAs).DenyOn("account", World.Owner, LoginAs)),
        ["what is granted nearer wins over what is denied farther"] = seed =>
            seed.Administrator(Pipe, World.Password, own =>
                own.DenyOn("domain", "monasso.org", LoginAs).GrantOn("account", World.Owner, LoginAs)
            ),
        ["at one place a denial to the administrator wins"] = seed =>
            seed.Administrator(Pipe, World.Password, own => own.Grant(LoginAs).DenyOn("domain", "monasso.org", LoginAs)),
        ["at one place the administrator's own grant wins over a denial to its group"] = seed =>
            seed.Administrator(Pipe, World.Password, own => own.Grant(LoginAs))
                .AdministratorGroup(Pipes, group => group.DenyOn("domain", "monasso.org", LoginAs), Pipe),
        ["at one place the administrator's own denial wins over a grant to its group"] = seed =>
            seed.Administrator(Pipe, World.Password, own => own.DenyOn("domain", "monasso.org", LoginAs))
                .AdministratorGroup(Pipes, group => group.Grant(LoginAs), Pipe),
        ["of groups of accounts taken together a denial wins"] = seed =>
            seed.Administrator(Pipe, World.Password, own => own.GrantOn("dl", Team, LoginAs).DenyOn("dl", Board, LoginAs)),
        ["a right on a group of accounts holds for its members"] = seed =>
            seed.Administrator(Pipe, World.Password, own => own.GrantOn("dl", Team, LoginAs)),
        ["a right on the group wins over a denial on the domain"] = seed =>
            seed.Administrator(Pipe, World.Password, own => own.GrantOn("dl", Team, LoginAs).DenyOn("domain", "monasso.org", LoginAs)),
        ["a right for everything holds"] = seed => seed.Administrator(Pipe, World.Password, own => own.GrantOn("global", null, LoginAs)),
        ["a denial on the domain wins over a right for everything"] = seed =>
            seed.Administrator(Pipe, World.Password, own => own.GrantOn("global", null, LoginAs).DenyOn("domain", "monasso.org", LoginAs)),
        ["a group that is not one of administrators gives nothing"] = seed =>
        {
            seed.Administrator(Pipe, World.Password).AdministratorGroup(Pipes, group => group.Grant(LoginAs), Pipe);
            seed.Directory.FindGroup(Pipes)!.Attributes["zimbraIsAdminGroup"] = "FALSE";
        },
    };

    [Theory, MemberData(nameof(Precedence))]
    public async Task The_nearest_grant_decides(string rule, bool allowed)
    {
        await using var world = await World.StartAsync(seed =>
        {
            seed.Account(World.Owner, World.Password).Group(Team, World.Owner).Group(Board, World.Owner);
            Seeds[rule](seed);
        });

        var reply = await world.SoapAsync(Delegate, await LogInAsync(world), toAdmin: true);

        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.InternalServerError, reply.Status);
        Assert.Equal(allowed ? null : "service.PERM_DENIED", reply.Code);
    }

    [Fact]
    public async Task A_denial_to_set_an_attribute_leaves_it_readable()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account => account.DisplayName("The Owner"))
                .Administrator(Pipe, World.Password, own =>
                    own.Grant("getAccountInfo", "get.account.displayName").DenyOn("account", World.Owner, "set.account.displayName")
                )
        );

        var reply = await world.SoapAsync(
            $"<GetAccountRequest xmlns='urn:zimbraAdmin' attrs='displayName'>"
                + $"<account by='name'>{World.Owner}</account></GetAccountRequest>",
            await LogInAsync(world),
            toAdmin: true
        );

        Assert.Equal("The Owner", reply.Single("a").Value);
    }

    [Theory]
    [InlineData("", "account.NO_SUCH_GRANT")]
    [InlineData(" canDelegate='1'", "account.NO_SUCH_GRANT")]
    [InlineData(" deny='1'", null)]
    public async Task A_denial_is_revoked_as_a_denial(string modifier, string? code)
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password)
                .Administrator(Pipe, World.Password, own => own.DenyOn("domain", "monasso.org", LoginAs))
        );

        var reply = await world.SoapAsync(Change("Revoke", modifier), await world.LogInAsAdminAsync(), toAdmin: true);

        Assert.Equal(code, reply.Code);
    }

    [Fact]
    public async Task A_denial_takes_the_place_of_the_same_right_and_the_right_that_of_the_denial()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password).Administrator(Pipe, World.Password, own => own.Grant(LoginAs))
        );
        string admin = await world.LogInAsAdminAsync();
        string pipe = await LogInAsync(world);

        await world.SoapAsync(Change("Grant", " deny='1'"), admin, toAdmin: true);
        Assert.Equal("service.PERM_DENIED", (await world.SoapAsync(Delegate, pipe, toAdmin: true)).Code);
        await world.SoapAsync(Change("Grant", ""), admin, toAdmin: true);
        Assert.Equal(HttpStatusCode.OK, (await world.SoapAsync(Delegate, pipe, toAdmin: true)).Status);

        var grants = await world.SoapAsync(
            "<GetGrantsRequest xmlns='urn:zimbraAdmin'><target type='domain' by='name'>monasso.org</target></GetGrantsRequest>",
            admin,
            toAdmin: true
        );
        Assert.Single(grants.Elements("grant"));
    }

    [Theory]
    [InlineData("sub.monasso.org", true)]
    [InlineData("monasso.org", false)]
    [InlineData("autre.org", false)]
    public async Task A_right_for_the_domains_below_holds_there_only(string domain, bool shown)
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password)
                .Domain("sub.monasso.org", below => below.Attribute("description", "x"))
                .Domain("autre.org", other => other.Attribute("description", "x"))
                .Domain("monasso.org", own => own.Attribute("description", "x"))
                .Administrator(Pipe, World.Password)
        );
        await world.SoapAsync(Change("Grant", " subDomain='1'", "get.domain.description"), await world.LogInAsAdminAsync(), toAdmin: true);

        var reply = await world.SoapAsync(
            $"<GetDomainRequest xmlns='urn:zimbraAdmin' attrs='description'><domain by='name'>{domain}</domain></GetDomainRequest>",
            await LogInAsync(world),
            toAdmin: true
        );

        Assert.Equal(shown ? null : "1", reply.Single("a").Attribute("pd")?.Value);
    }

    [Fact]
    public async Task A_right_of_a_domain_is_not_one_of_the_accounts_of_a_domain_below()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account("owner@sub.monasso.org", World.Password).Administrator(Pipe, World.Password, own => own.Grant(LoginAs))
        );

        var reply = await world.SoapAsync(
            Delegate.Replace(World.Owner, "owner@sub.monasso.org", StringComparison.Ordinal),
            await LogInAsync(world),
            toAdmin: true
        );

        Assert.Equal("service.PERM_DENIED", reply.Code);
    }

    [Theory]
    [InlineData("domain", "monasso.org", "adminLoginAs", "subDomain")]
    [InlineData("account", World.Owner, "adminLoginAs", "subDomain")]
    [InlineData("config", "globalconfig", "adminLoginAs", "deny")]
    [InlineData("cos", "default", "get.account.displayName", "deny")]
    public async Task A_right_where_it_has_no_place_is_refused_to_grant_and_to_revoke(
        string type,
        string target,
        string right,
        string modifier
    )
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password).Administrator(Pipe, World.Password)
        );
        string admin = await world.LogInAsAdminAsync();

        foreach (string verb in new[] { "Grant", "Revoke" })
        {
            var reply = await world.SoapAsync(Change(verb, $" {modifier}='1'", right, type, target), admin, toAdmin: true);
            Assert.Equal("service.INVALID_REQUEST", reply.Code);
        }
    }

    [Theory]
    [InlineData("name", "ghost@monasso.org", "service.INVALID_REQUEST")]
    [InlineData("id", "00000000-1111-2222-3333-444444444444", "account.NO_SUCH_GRANT")]
    public async Task A_grantee_that_is_gone_is_revoked_by_its_id(string by, string grantee, string code)
    {
        await using var world = await World.StartAsync(seed => seed.Account(World.Owner, World.Password));

        var reply = await world.SoapAsync(
            Change("Revoke", "").Replace($"by='name'>{Pipe}", $"by='{by}'>{grantee}", StringComparison.Ordinal),
            await world.LogInAsAdminAsync(),
            toAdmin: true
        );

        Assert.Equal(code, reply.Code);
    }

    [Fact]
    public async Task The_rights_of_a_deleted_administrator_go_with_the_account()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password).Administrator(Pipe, World.Password, own => own.Grant(LoginAs))
        );
        string admin = await world.LogInAsAdminAsync();

        await world.SoapAsync(
            $"<DeleteAccountRequest xmlns='urn:zimbraAdmin' id='{world.Zimbra.Directory.FindAccount(Pipe)!.Id}'/>",
            admin,
            toAdmin: true
        );

        var grants = await world.SoapAsync(
            "<GetGrantsRequest xmlns='urn:zimbraAdmin'><target type='domain' by='name'>monasso.org</target></GetGrantsRequest>",
            admin,
            toAdmin: true
        );
        Assert.Empty(grants.Elements("grant"));
    }

    [Theory]
    [InlineData(" canDelegate='1'", null)]
    [InlineData("", "service.PERM_DENIED")]
    public async Task A_right_is_handed_on_by_who_got_it_so(string modifier, string? code)
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password).Administrator(Pipe, World.Password).Administrator("autre@monasso.org", World.Password)
        );
        await world.SoapAsync(Change("Grant", modifier), await world.LogInAsAdminAsync(), toAdmin: true);

        var reply = await world.SoapAsync(
            Change("Grant", "").Replace(Pipe, "autre@monasso.org", StringComparison.Ordinal),
            await LogInAsync(world),
            toAdmin: true
        );

        Assert.Equal(code, reply.Code);
    }

    private const string Delegate =
        $"<DelegateAuthRequest xmlns='urn:zimbraAdmin'><account by='name'>{World.Owner}</account></DelegateAuthRequest>";

    private static string Change(
        string verb,
        string modifier,
        string right = LoginAs,
        string type = "domain",
        string target = "monasso.org"
    ) =>
        $"<{verb}RightRequest xmlns='urn:zimbraAdmin'><target type='{type}' by='name'>{target}</target>"
        + $"<grantee type='usr' by='name'>{Pipe}</grantee><right{modifier}>{right}</right></{verb}RightRequest>";

    private static async Task<string> LogInAsync(World world) =>
        (
            await world.SoapAsync(
                $"<AuthRequest xmlns='urn:zimbraAdmin'><name>{Pipe}</name><password>{World.Password}</password></AuthRequest>",
                toAdmin: true
            )
        )
            .Single("authToken")
            .Value;
}
