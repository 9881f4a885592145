using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>What a user meets in somebody else's mailbox, and what ids mean (docs/protocol.md §F).</summary>
public sealed class OtherMailboxTests
{
    private const string Alice = "alice@example.test";
    private const string Bob = "bob@example.test";

    [Theory]
    [InlineData("/no-such-folder", "service.PERM_DENIED")]
    [InlineData("/Inbox", "service.PERM_DENIED")]
    [InlineData("/Calendar/no-such-folder", "mail.NO_SUCH_FOLDER")]
    public async Task No_names_can_be_tried_out_in_a_mailbox_of_which_one_folder_is_shared(string path, string code)
    {
        await using var session = await FakeSession.StartAsync();
        await ShareAsync(session, "r");

        XElement answer = await InAliceAsync(
            session,
            await session.BobAsync(),
            $"<GetFolderRequest xmlns='urn:zimbraMail'><folder path='{path}'/></GetFolderRequest>"
        );

        Assert.Equal(code, answer.Code());
    }

    [Fact]
    public async Task A_tree_of_which_nothing_is_visible_is_a_failure_of_the_server()
    {
        await using var session = await FakeSession.StartAsync();
        await ShareAsync(session, "i");

        XElement answer = await InAliceAsync(session, await session.BobAsync(), "<GetFolderRequest xmlns='urn:zimbraMail' visible='1'/>");

        Assert.Equal("service.FAILURE", answer.Code());
    }

    [Theory]
    [InlineData("-1", "mail.NO_SUCH_FOLDER")]
    [InlineData("4711-2", "mail.NO_SUCH_FOLDER")]
    [InlineData("0", "mail.NO_SUCH_FOLDER")]
    [InlineData("10-2", null)]
    [InlineData("010", null)]
    [InlineData("", "service.INVALID_REQUEST")]
    [InlineData("abc", "service.INVALID_REQUEST")]
    [InlineData("10-", "service.INVALID_REQUEST")]
    [InlineData(":10", "service.INVALID_REQUEST")]
    [InlineData("10:", "service.INVALID_REQUEST")]
    [InlineData("99999999999", "service.INVALID_REQUEST")]
    public async Task Some_ids_that_look_malformed_are_read_as_numbers(string id, string? code)
    {
        await using var session = await FakeSession.StartAsync();

        XElement answer = await session.AskAsync(
            await session.AliceAsync(),
            $"<GetFolderRequest xmlns='urn:zimbraMail'><folder l='{id}'/></GetFolderRequest>"
        );

        Assert.Equal(code, answer.Code());
    }

    [Theory]
    [InlineData("rwidxa", true)]
    [InlineData("r", false)]
    public async Task Who_links_a_folder_with_the_admin_right_is_shown_its_grants(string rights, bool shown)
    {
        await using var session = await FakeSession.StartAsync();
        await ShareAsync(session, rights);

        XElement answer = await session.AskAsync(
            await session.BobAsync(),
            $"<CreateMountpointRequest xmlns='urn:zimbraMail'><link l='1' name='Of Alice' owner='{Alice}' rid='10'/>"
                + "</CreateMountpointRequest>"
        );

        Assert.Equal(
            shown ? [session.Id(Bob)] : [],
            answer
                .One("link")
                .Elements()
                .Where(child => child.Name.LocalName == "acl")
                .SelectMany(acl => acl.All("grant"))
                .Select(grant => grant.Attribute("zid")!.Value)
        );
    }

    [Fact]
    public async Task An_owner_in_maintenance_is_found_out_only_by_the_request_after_the_delegated_login()
    {
        await using var session = await FakeSession.StartAsync();
        string admin = await session.AdminAsync();
        session.Zimbra.Change(directory => directory.FindAccount(Alice)!.Attributes["zimbraAccountStatus"] = "maintenance");

        XElement login = await session.AskAsync(
            admin,
            $"<DelegateAuthRequest xmlns='urn:zimbraAdmin'><account by='name'>{Alice}</account></DelegateAuthRequest>",
            toAdmin: true
        );
        XElement next = await session.AskAsync(login.One("authToken").Value, "<GetFolderRequest xmlns='urn:zimbraMail'/>");

        Assert.Equal("DelegateAuthResponse", login.Name.LocalName);
        Assert.Equal("service.AUTH_EXPIRED", next.Code());
    }

    [Fact]
    public async Task A_password_that_breaks_the_policy_is_set_and_the_message_names_the_rule()
    {
        await using var session = await FakeSession.StartAsync();
        string admin = await session.AdminAsync();

        XElement answer = await session.AskAsync(
            admin,
            $"<SetPasswordRequest xmlns='urn:zimbraAdmin' id='{session.Id(Alice)}' newPassword='x'/>",
            toAdmin: true
        );

        Assert.Equal(
            $"Password violation: account={Alice}, violation=invalid password: too short.  Password is set successfully.",
            answer.One("message").Value
        );
        Assert.NotEmpty(await session.LogInAsync(Alice, "x"));
    }

    [Fact]
    public async Task The_admin_right_is_for_users_and_groups_only_and_the_fault_says_so()
    {
        await using var session = await FakeSession.StartAsync();

        XElement answer = await session.AskAsync(
            await session.AliceAsync(),
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='guest' d='a@x.fr' perm='ra'/>"
                + "</action></FolderActionRequest>"
        );

        Assert.Equal("mail.CANNOT_GRANT", answer.Code());
        Assert.Contains("cannot grant: admin right can be granted to users and groups only", answer.Value, StringComparison.Ordinal);
    }

    private static async Task ShareAsync(FakeSession session, string rights) =>
        Assert.Equal(
            "FolderActionResponse",
            (
                await session.AskAsync(
                    await session.AliceAsync(),
                    $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='usr' d='{Bob}' "
                        + $"perm='{rights}'/></action></FolderActionRequest>"
                )
            )
                .Name
                .LocalName
        );

    private static Task<XElement> InAliceAsync(FakeSession session, string token, string request) =>
        session.AskAsync(token, request, context: $"<account by='name'>{Alice}</account>");
}
