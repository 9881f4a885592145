using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Optimistic locking: <c>change</c> in the header (docs/protocol.md §1.4; recordings 16-21 to 16-41, 16-107 to 16-110).</summary>
public sealed class ChangeTokenTests
{
    private const string Calendar = "10";

    [Fact]
    public async Task A_grant_made_with_a_stale_token_is_refused_and_changes_nothing()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        int known = await session.ChangeNumberAsync(alice, Calendar);
        await session.GrantAsync(alice, Calendar, "other@outside.test");

        XElement answer = await session.GrantAsync(alice, Calendar, "late@outside.test", Change(known));

        Assert.Equal("mail.MODIFY_CONFLICT", Code(answer));
        Assert.Equal(["other@outside.test"], session.Zimbra.GrantsOf("alice@example.test", "/Calendar").Select(grant => grant.GranteeId));
    }

    [Theory]
    [InlineData("<action id='10' op='!grant' zid='other@outside.test'/>")]
    [InlineData("<action id='10' op='grant'><grant gt='guest' d='other@outside.test' perm='r'/></action>")]
    [InlineData("<action id='10' op='color' color='3'/>")]
    [InlineData("<action id='10' op='update' f='#'/>")]
    [InlineData("<action id='10' op='update'><acl/></action>")]
    public async Task Every_change_of_a_folder_conflicts_even_one_that_would_change_nothing(string action)
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        int known = await session.ChangeNumberAsync(alice, Calendar);
        await session.GrantAsync(alice, Calendar, "other@outside.test");

        XElement answer = await session.AskAsync(
            alice,
            $"<FolderActionRequest xmlns='urn:zimbraMail'>{action}</FolderActionRequest>",
            context: Change(known)
        );

        Assert.Equal("mail.MODIFY_CONFLICT", Code(answer));
    }

    [Fact]
    public async Task A_second_write_on_the_same_folder_of_a_batch_conflicts_with_the_first()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        int known = await session.ChangeNumberAsync(alice, Calendar);

        XElement answer = await session.AskAsync(
            alice,
            "<BatchRequest xmlns='urn:zimbra'>"
                + FakeSession.Grant(Calendar, "first@outside.test")
                + FakeSession.Grant(Calendar, "second@outside.test")
                + FakeSession.Grant("15", "elsewhere@outside.test")
                + "</BatchRequest>",
            context: Change(known)
        );

        Assert.Equal(
            ["FolderActionResponse", "mail.MODIFY_CONFLICT", "FolderActionResponse"],
            answer.Elements().Select(item => Code(item) ?? item.Name.LocalName)
        );
        Assert.Equal(["first@outside.test"], session.Zimbra.GrantsOf("alice@example.test", "/Calendar").Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task An_update_of_several_things_conflicts_with_itself_after_the_first()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        string folder = (
            await session.AskAsync(alice, "<CreateFolderRequest xmlns='urn:zimbraMail'><folder l='1' name='Old'/></CreateFolderRequest>")
        )
            .One("folder")
            .Attribute("id")!
            .Value;
        int known = await session.ChangeNumberAsync(alice, folder);

        XElement answer = await session.AskAsync(
            alice,
            $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{folder}' op='update' color='4' name='New'/></FolderActionRequest>",
            context: Change(known)
        );

        Assert.Equal("mail.MODIFY_CONFLICT", Code(answer));
        var stored = session.Zimbra.FolderOf("alice@example.test", "/Old")!;
        Assert.Equal(4, stored.Color);
    }

    [Theory]
    [InlineData("op='color' color='5'", "mail.MODIFY_CONFLICT")]
    [InlineData("op='empty'", null)]
    [InlineData("op='disableactivesync'", null)]
    public async Task What_does_not_ask_the_token_goes_through(string operation, string? code)
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        int known = await session.ChangeNumberAsync(alice, Calendar);
        await session.GrantAsync(alice, Calendar, "other@outside.test");

        XElement answer = await session.AskAsync(
            alice,
            $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{Calendar}' {operation}/></FolderActionRequest>",
            context: Change(known)
        );

        Assert.Equal(code, Code(answer));
    }

    [Fact]
    public async Task Changes_of_other_folders_and_reading_do_not_matter()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        int known = await session.ChangeNumberAsync(alice, Calendar);
        await session.GrantAsync(alice, "15", "other@outside.test");

        Assert.Equal(
            "GetFolderResponse",
            (
                await session.AskAsync(
                    alice,
                    $"<GetFolderRequest xmlns='urn:zimbraMail'><folder l='{Calendar}'/></GetFolderRequest>",
                    context: Change(0)
                )
            )
                .Name
                .LocalName
        );
        Assert.Equal(
            "FolderActionResponse",
            (await session.GrantAsync(alice, Calendar, "guest@outside.test", Change(known))).Name.LocalName
        );
    }

    [Theory]
    [InlineData("<change token='0' type='new'/>")]
    [InlineData("<change token='0' type='other'/>")]
    [InlineData("<change token='abc' type='mod'/>")]
    [InlineData("<change token='' type='mod'/>")]
    [InlineData("<change token='-1' type='mod'/>")]
    [InlineData("<change token='999999' type='mod'/>")]
    [InlineData("<change type='mod'/>")]
    public async Task Tokens_that_ask_nothing_are_ignored(string change)
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        await session.GrantAsync(alice, Calendar, "other@outside.test");

        XElement answer = await session.GrantAsync(alice, Calendar, "guest@outside.test", change);

        Assert.Equal("FolderActionResponse", answer.Name.LocalName);
    }

    [Fact]
    public async Task The_number_in_each_answer_is_good_for_the_next_write()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        int known = await session.ChangeNumberAsync(alice, Calendar);
        foreach (string guest in (string[])["a@outside.test", "b@outside.test", "c@outside.test"])
        {
            Assert.Equal("FolderActionResponse", (await session.GrantAsync(alice, Calendar, guest, Change(known))).Name.LocalName);
            known = await session.ChangeNumberAsync(alice, Calendar);
        }
    }

    [Fact]
    public async Task A_grant_that_expires_by_itself_is_a_change_too()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        await session.AskAsync(
            alice,
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='guest' d='past@outside.test' perm='r' "
                + "expiry='1000'/></action></FolderActionRequest>"
        );
        int known = session.Zimbra.Directory.FindAccount("alice@example.test")!.Mailbox!.ChangeNumber;
        session.Zimbra.RunExpiryTask();

        XElement answer = await session.GrantAsync(alice, Calendar, "guest@outside.test", Change(known));

        Assert.Equal("mail.MODIFY_CONFLICT", Code(answer));
    }

    private static string Change(int token) => $"<change token='{token}' type='mod'/>";

    private static string? Code(XElement answer) => Replies.Code(answer);
}
