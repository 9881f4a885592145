using System.Net;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Administrators with few rights: what they are refused, what they see, what opens it (docs/protocol.md §C).</summary>
public sealed class DelegatedAdministratorTests
{
    private const string Pipe = "pipe@monasso.org";
    private const string Key = "zimbraExternalAccountProvisioningKey";
    private static readonly TimeSpan Blindness = TimeSpan.FromSeconds(50);

    [Theory]
    [InlineData("<DelegateAuthRequest xmlns='urn:zimbraAdmin'><account by='name'>owner@monasso.org</account></DelegateAuthRequest>")]
    [InlineData("<GetAccountRequest xmlns='urn:zimbraAdmin'><account by='name'>owner@monasso.org</account></GetAccountRequest>")]
    [InlineData("<GetAccountRequest xmlns='urn:zimbraAdmin'><account by='name'>ghost@monasso.org</account></GetAccountRequest>")]
    [InlineData("<CreateAccountRequest xmlns='urn:zimbraAdmin' name='new@monasso.org' password='Guest-pw9'/>")]
    [InlineData("<FlushCacheRequest xmlns='urn:zimbraAdmin'><cache type='acl'/></FlushCacheRequest>")]
    [InlineData("<DeleteDomainRequest xmlns='urn:zimbraAdmin' id='any'/>")]
    [InlineData("<ModifyConfigRequest xmlns='urn:zimbraAdmin'><a n='zimbraNotes'>x</a></ModifyConfigRequest>")]
    public async Task Without_rights_an_administrator_is_refused(string request)
    {
        await using var world = await StartAsync();

        var reply = await world.SoapAsync(request, await LogInAsync(world), toAdmin: true);

        Assert.Equal("service.PERM_DENIED", reply.Code);
    }

    [Fact]
    public async Task An_ordinary_account_does_not_log_in_as_administrator()
    {
        await using var world = await StartAsync();
        world.Zimbra.Change(directory => directory.FindAccount(Pipe)!.Attributes["zimbraIsDelegatedAdminAccount"] = null);

        var reply = await world.SoapAsync(LogIn, toAdmin: true);

        Assert.Equal("service.PERM_DENIED", reply.Code);
    }

    [Fact]
    public async Task What_may_not_be_seen_is_marked_and_not_left_out()
    {
        await using var world = await StartAsync(admin => admin.Grant("getAccountInfo", "get.account.zimbraId"));

        var reply = await world.SoapAsync(
            "<GetAccountRequest xmlns='urn:zimbraAdmin' applyCos='0' attrs='zimbraId,displayName'><account by='name'>"
                + $"{World.Owner}</account></GetAccountRequest>",
            await LogInAsync(world),
            toAdmin: true
        );

        Assert.Equal(
            [("displayName", "1", ""), ("zimbraId", null, world.Zimbra.Directory.FindAccount(World.Owner)!.Id)],
            reply.Elements("a").Select(a => (a.Attribute("n")!.Value, a.Attribute("pd")?.Value, a.Value))
        );
    }

    [Fact]
    public async Task A_search_is_blind_for_fifty_seconds_after_a_right_was_granted()
    {
        await using var world = await StartAsync();
        var token = await LogInAsync(world);
        Assert.Equal(0, await CountAsync(world, token));

        world.Zimbra.GrantRight(Pipe, "listAccount");

        Assert.Equal(0, await CountAsync(world, token));
        world.Clock.Advance(Blindness);
        Assert.NotEqual(0, await CountAsync(world, token));
    }

    [Fact]
    public async Task Flushing_the_cache_ends_the_blindness()
    {
        await using var world = await StartAsync();
        var token = await LogInAsync(world);
        Assert.Equal(0, await CountAsync(world, token));
        world.Zimbra.GrantRight(Pipe, "listAccount");

        await world.SoapAsync(
            "<FlushCacheRequest xmlns='urn:zimbraAdmin'><cache type='acl'/></FlushCacheRequest>",
            await world.LogInAsAdminAsync(),
            toAdmin: true
        );

        Assert.NotEqual(0, await CountAsync(world, token));
    }

    [Fact]
    public async Task A_revoked_right_is_gone_at_once_while_a_token_made_by_it_lives_on()
    {
        await using var world = await StartAsync(admin => admin.Grant("adminLoginAs"));
        var token = await LogInAsync(world);
        var owners = (await world.SoapAsync(Delegate, token, toAdmin: true)).Single("authToken").Value;

        world.Zimbra.RevokeRight(Pipe, "adminLoginAs");

        Assert.Equal("service.PERM_DENIED", (await world.SoapAsync(Delegate, token, toAdmin: true)).Code);
        var reply = await world.SoapAsync("<GetFolderRequest xmlns='urn:zimbraMail'/>", owners);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task A_denial_on_an_account_wins_over_a_right_on_its_domain()
    {
        await using var world = await StartAsync(admin => admin.Grant("adminLoginAs").DenyOn("account", World.Owner, "adminLoginAs"));

        var reply = await world.SoapAsync(Delegate, await LogInAsync(world), toAdmin: true);

        Assert.Equal("service.PERM_DENIED", reply.Code);
        Assert.Contains("need right: adminLoginAs for account owner@monasso.org", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_administrators_gives_its_members_its_rights()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password)
                .Administrator(Pipe, World.Password)
                .AdministratorGroup("pipelines@monasso.org", group => group.Grant("adminLoginAs"), Pipe)
        );

        var reply = await world.SoapAsync(Delegate, await LogInAsync(world), toAdmin: true);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Theory]
    [InlineData("adminFlyAs", "domain", null, "no right adminFlyAs")]
    [InlineData("get.account.zimbraNope", "domain", null, "zimbraNope")]
    [InlineData("createAccount", "account", World.Owner, "only on global or domain")]
    [InlineData("adminLoginAs", "account", "ghost@monasso.org", "ghost@monasso.org")]
    public async Task A_right_that_cannot_be_is_refused_when_the_server_starts(string right, string type, string? target, string named)
    {
        var refused = await Assert.ThrowsAsync<FormatException>(() => StartAsync(admin => admin.GrantOn(type, target, right)));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_on_the_configuration_show_the_provisioning_key()
    {
        await using var world = await StartAsync(admin => admin.GrantOn("config", null, $"get.config.{Key}"));

        var reply = await world.SoapAsync(
            $"<GetConfigRequest xmlns='urn:zimbraAdmin'><a n='{Key}'/></GetConfigRequest>",
            await LogInAsync(world),
            toAdmin: true
        );

        Assert.Equal(world.Zimbra.Directory.Config[Key], reply.Single("a").Value);
    }

    private const string Delegate =
        $"<DelegateAuthRequest xmlns='urn:zimbraAdmin'><account by='name'>{World.Owner}</account></DelegateAuthRequest>";

    private const string LogIn =
        $"<AuthRequest xmlns='urn:zimbraAdmin'><name>{Pipe}</name><password>{World.Password}</password></AuthRequest>";

    private static Task<World> StartAsync(Action<AdministratorSeed>? rights = null) =>
        World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account => account.DisplayName("The Owner"))
                .Administrator(Pipe, World.Password, rights)
        );

    private static async Task<string> LogInAsync(World world) => (await world.SoapAsync(LogIn, toAdmin: true)).Single("authToken").Value;

    private static async Task<int> CountAsync(World world, string token) =>
        (
            await world.SoapAsync(
                "<SearchDirectoryRequest xmlns='urn:zimbraAdmin' types='accounts' domain='monasso.org' query='(mail=*)'/>",
                token,
                toAdmin: true
            )
        )
            .Elements("account")
            .Count();
}
