using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

public sealed class AdministrationTests
{
    [Theory]
    [InlineData("<CreateDomainRequest xmlns='urn:zimbraAdmin' name='bad_domain_'/>", "service.INVALID_REQUEST")]
    [InlineData("<CreateDomainRequest xmlns='urn:zimbraAdmin' name='other.test'/>", "account.DOMAIN_EXISTS")]
    [InlineData("<ModifyDomainRequest xmlns='urn:zimbraAdmin' id='no-such'/>", "account.NO_SUCH_DOMAIN")]
    [InlineData("<GetCosRequest xmlns='urn:zimbraAdmin'><cos by='name'>nocos</cos></GetCosRequest>", "account.NO_SUCH_COS")]
    [InlineData("<CreateCosRequest xmlns='urn:zimbraAdmin'><name>default</name></CreateCosRequest>", "account.COS_EXISTS")]
    [InlineData("<DeleteDistributionListRequest xmlns='urn:zimbraAdmin' id='no-such'/>", "account.NO_SUCH_DISTRIBUTION_LIST")]
    [InlineData("<CreateDistributionListRequest xmlns='urn:zimbraAdmin' name='alice@example.test'/>", "account.DISTRIBUTION_LIST_EXISTS")]
    [InlineData(
        "<CreateAccountRequest xmlns='urn:zimbraAdmin' name='x@example.test'><a "
            + "n='zimbraAccountStatus'>sleepy</a></CreateAccountRequest>",
        "account.INVALID_ATTR_VALUE"
    )]
    [InlineData("<FlyRequest xmlns='urn:zimbraAdmin'/>", "service.UNKNOWN_DOCUMENT")]
    public async Task What_cannot_be_done_says_why(string request, string code)
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(await session.AdminAsync(), request, toAdmin: true);

        Assert.Equal(code, reply.Code());
    }

    [Fact]
    public async Task A_domain_with_accounts_is_not_deleted()
    {
        await using var session = await FakeSession.StartAsync();
        string id = session.Zimbra.Directory.FindDomain("other.test")!.Id;

        XElement reply = await session.AskAsync(
            await session.AdminAsync(),
            $"<DeleteDomainRequest xmlns='urn:zimbraAdmin'><id>{id}</id></DeleteDomainRequest>",
            toAdmin: true
        );

        Assert.Equal("account.DOMAIN_NOT_EMPTY", reply.Code());
        Assert.Contains("[uid=dave,ou=people,dc=other,dc=test]", reply.One("Text").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ordinary_user_administers_nothing()
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(
            await session.AliceAsync(),
            "<GetAllConfigRequest xmlns='urn:zimbraAdmin'/>",
            toAdmin: true
        );

        Assert.Equal("service.PERM_DENIED", reply.Code());
    }

    [Fact]
    public async Task Renaming_onto_the_same_name_fails_and_onto_another_accounts_is_refused()
    {
        await using var session = await FakeSession.StartAsync();
        string admin = await session.AdminAsync();
        string request = $"<RenameAccountRequest xmlns='urn:zimbraAdmin' id='{session.Id("alice@example.test")}' newName='NEW'/>";

        XElement same = await session.AskAsync(
            admin,
            request.Replace("NEW", "alice@example.test", StringComparison.Ordinal),
            toAdmin: true
        );
        XElement taken = await session.AskAsync(admin, request.Replace("NEW", "bob@example.test", StringComparison.Ordinal), toAdmin: true);

        Assert.Equal("service.FAILURE", same.Code());
        Assert.Equal("account.ACCOUNT_EXISTS", taken.Code());
    }

    [Fact]
    public async Task A_renamed_owner_keeps_their_shares_under_another_address()
    {
        await using var session = await FakeSession.StartAsync();
        await session.AskAsync(await session.AliceAsync(), Share("pub", ""));

        await session.AskAsync(
            await session.AdminAsync(),
            $"<RenameAccountRequest xmlns='urn:zimbraAdmin' id='{session.Id("alice@example.test")}' newName='alix@example.test'/>",
            toAdmin: true
        );

        using HttpResponseMessage renamed = await session.GetAsync("/home/alix@example.test/Calendar.ics");
        using HttpResponseMessage former = await session.GetAsync("/home/alice@example.test/Calendar.ics");
        Assert.Equal(200, (int)renamed.StatusCode);
        Assert.Equal(401, (int)former.StatusCode);
    }

    [Fact]
    public async Task A_policy_set_on_a_class_of_service_forbids_its_accounts_to_share()
    {
        await using var session = await FakeSession.StartAsync();
        string admin = await session.AdminAsync();
        XElement cos = (
            await session.AskAsync(
                admin,
                "<CreateCosRequest xmlns='urn:zimbraAdmin'><name>closed</name><a "
                    + "n='zimbraExternalSharingEnabled'>FALSE</a></CreateCosRequest>",
                toAdmin: true
            )
        ).One("cos");
        await session.AskAsync(
            admin,
            $"<ModifyAccountRequest xmlns='urn:zimbraAdmin' id='{session.Id("alice@example.test")}'><a "
                + $"n='zimbraCOSId'>{cos.Attribute("id")!.Value}</a></ModifyAccountRequest>",
            toAdmin: true
        );

        XElement closed = await session.AskAsync(await session.AliceAsync(), Share("guest", "guest@outside.test"));
        XElement open = await session.AskAsync(await session.BobAsync(), Share("guest", "guest@outside.test"));

        Assert.Equal("service.PERM_DENIED", closed.Code());
        Assert.Null(open.Code());
    }

    [Fact]
    public async Task A_public_address_set_on_a_domain_is_the_one_that_guests_get()
    {
        await using var session = await FakeSession.StartAsync();
        string id = session.Zimbra.Directory.FindDomain("example.test")!.Id;
        await session.AskAsync(
            await session.AdminAsync(),
            $"<ModifyDomainRequest xmlns='urn:zimbraAdmin' id='{id}'><a n='zimbraPublicServiceHostname'>mail.example.net</a><a "
                + $"n='zimbraPublicServiceProtocol'>https</a><a "
                + "n='zimbraPublicServicePort'>8443</a></ModifyDomainRequest>",
            toAdmin: true
        );

        XElement info = await session.AskAsync(await session.AliceAsync(), "<GetInfoRequest xmlns='urn:zimbraAccount' sections='mbox'/>");

        Assert.Equal("https://mail.example.net:8443/home/alice@example.test", info.One("rest").Value);
    }

    [Fact]
    public async Task A_members_right_comes_and_goes_with_their_group()
    {
        await using var session = await FakeSession.StartAsync();
        string admin = await session.AdminAsync();
        string list = (
            await session.AskAsync(
                admin,
                "<CreateDistributionListRequest xmlns='urn:zimbraAdmin' name='team@example.test'/>",
                toAdmin: true
            )
        )
            .One("dl")
            .Attribute("id")!
            .Value;
        await session.AskAsync(
            admin,
            $"<AddDistributionListMemberRequest xmlns='urn:zimbraAdmin' "
                + $"id='{list}'><dlm>bob@example.test</dlm></AddDistributionListMemberRequest>",
            toAdmin: true
        );
        await session.AskAsync(await session.AliceAsync(), Share("grp", "team@example.test"));

        using HttpResponseMessage member = await session.GetAsync(
            "/home/alice@example.test/Calendar.ics",
            "bob@example.test",
            "Secret-1bob"
        );
        await session.AskAsync(
            admin,
            $"<RemoveDistributionListMemberRequest xmlns='urn:zimbraAdmin' "
                + $"id='{list}'><dlm>bob@example.test</dlm></RemoveDistributionListMemberRequest>",
            toAdmin: true
        );
        using HttpResponseMessage stranger = await session.GetAsync(
            "/home/alice@example.test/Calendar.ics",
            "bob@example.test",
            "Secret-1bob"
        );

        Assert.Equal(200, (int)member.StatusCode);
        Assert.Equal(404, (int)stranger.StatusCode);
    }

    [Theory]
    [InlineData("virtualHostname", "agenda.asso.test", "other.test")]
    [InlineData("virtualHostname", "AGENDA.asso.test", "other.test")]
    [InlineData("virtualHostname", "example.test", "example.test")]
    [InlineData("virtualHostname", "www.mail.example.test", "example.test")]
    [InlineData("name", "www.example.test", "example.test")]
    [InlineData("name", "nobody.invalid", "globalconfig")]
    [InlineData("virtualHostname", "test", "globalconfig")]
    [InlineData("id", "00000000-1111-2222-3333-444444444444", "globalconfig")]
    public async Task A_domain_is_found_by_its_virtual_host_by_its_name_and_by_a_name_below_it(string by, string key, string domain)
    {
        await using var session = await FakeSession.StartAsync();
        session.Zimbra.Change(directory => directory.FindDomain("other.test")!.Attributes["zimbraVirtualHostname"] = "agenda.asso.test");

        XElement answer = await session.AskAsync(
            await session.AdminAsync(),
            $"<GetDomainInfoRequest xmlns='urn:zimbraAdmin'><domain by='{by}'>{key}</domain></GetDomainInfoRequest>",
            toAdmin: true
        );

        Assert.Equal(domain, answer.One("domain").Attribute("name")!.Value);
    }

    [Fact]
    public async Task A_groups_alias_is_another_name_to_share_with_until_it_is_removed()
    {
        await using var session = await FakeSession.StartAsync();
        string admin = await session.AdminAsync();
        string alice = await session.AliceAsync();
        XElement made = await session.AskAsync(
            admin,
            "<CreateDistributionListRequest xmlns='urn:zimbraAdmin' name='board@example.test'/>",
            toAdmin: true
        );
        string id = made.One("dl").Attribute("id")!.Value;

        Assert.Null((await AliasAsync("Add", "bureau@example.test")).Code());
        Assert.Equal("account.DISTRIBUTION_LIST_EXISTS", (await AliasAsync("Add", "bob@example.test")).Code());
        Assert.Equal("account.NO_SUCH_DOMAIN", (await AliasAsync("Add", "bureau@nobody.invalid")).Code());
        Assert.Equal(id, (await GrantAsync()).One("action").Attribute("zid")?.Value);
        Assert.Null((await AliasAsync("Remove", "bureau@example.test")).Code());
        Assert.Equal("account.NO_SUCH_ALIAS", (await AliasAsync("Remove", "bureau@example.test")).Code());
        Assert.Equal("account.NO_SUCH_DISTRIBUTION_LIST", (await GrantAsync()).Code());

        Task<XElement> AliasAsync(string verb, string alias) =>
            session.AskAsync(
                admin,
                $"<{verb}DistributionListAliasRequest xmlns='urn:zimbraAdmin' id='{id}' alias='{alias}'/>",
                toAdmin: true
            );

        Task<XElement> GrantAsync() =>
            session.AskAsync(
                alice,
                "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='grp' d='bureau@example.test' perm='r'/>"
                    + "</action></FolderActionRequest>"
            );
    }

    [Fact]
    public async Task An_alias_is_another_name_to_log_in_with()
    {
        await using var session = await FakeSession.StartAsync();
        await session.AskAsync(
            await session.AdminAsync(),
            $"<AddAccountAliasRequest xmlns='urn:zimbraAdmin' id='{session.Id("alice@example.test")}' alias='a@example.test'/>",
            toAdmin: true
        );

        Assert.StartsWith("0_", await session.LogInAsync("a@example.test", "Secret-1alice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_to_log_in_as_somebody_opens_their_mailbox()
    {
        await using var session = await FakeSession.StartAsync();
        string bob = await session.BobAsync();
        const string Tree = "<GetFolderRequest xmlns='urn:zimbraMail' depth='0'/>";
        const string OnAlice = "<account by='name'>alice@example.test</account>";

        XElement before = await session.AskAsync(bob, Tree, context: OnAlice);
        await session.AskAsync(
            await session.AliceAsync(),
            "<GrantRightsRequest xmlns='urn:zimbraAccount'><ace gt='usr' d='bob@example.test' right='loginAs'/></GrantRightsRequest>"
        );
        XElement after = await session.AskAsync(bob, Tree, context: OnAlice);

        Assert.Equal("service.PERM_DENIED", before.Code());
        Assert.Null(after.Code());
    }

    private static string Share(string type, string grantee) =>
        $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='{type}' d='{grantee}' "
        + $"perm='r'/></action></FolderActionRequest>";
}
