using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

public sealed class ItemTests
{
    private const string Weekly = """
        <CreateAppointmentRequest xmlns='urn:zimbraMail'><m l='10'><inv><comp name='Weekly' allDay='0'><recur><add><rule freq='WEE'><interval ival='1'/><count num='3'/></rule></add></recur>
        <s d='20300107T090000' tz='Europe/Paris'/><e d='20300107T100000' tz='Europe/Paris'/><or a='alice@example.test'/></comp></inv><su>Weekly</su></m></CreateAppointmentRequest>
        """;

    [Fact]
    public async Task A_refused_recipient_keeps_a_mail_from_everybody()
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(
            await session.AliceAsync(),
            Mail("<e t='t' a='bob@example.test'/><e t='c' a='reject@outside.test'/>")
        );

        Assert.Equal("mail.SEND_ABORTED_ADDRESS_FAILURE", reply.Code());
        Assert.Empty(session.Zimbra.Outbox.Mails);
    }

    [Fact]
    public async Task A_mail_to_nobody_is_not_sent()
    {
        await using var session = await FakeSession.StartAsync();

        Assert.Equal("mail.SEND_FAILURE", (await session.AskAsync(await session.AliceAsync(), Mail(""))).Code());
    }

    [Fact]
    public async Task A_mail_lands_in_the_inbox_and_leaves_a_copy()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();

        await session.AskAsync(alice, Mail("<e t='t' a='bob@example.test'/>"));

        XElement inbox = await session.AskAsync(
            await session.BobAsync(),
            "<SearchRequest xmlns='urn:zimbraMail' types='message'><query>in:inbox subject:Hello</query></SearchRequest>"
        );
        XElement sent = await session.AskAsync(
            alice,
            "<SearchRequest xmlns='urn:zimbraMail' types='message'><query>in:sent subject:Hello</query></SearchRequest>"
        );
        Assert.Single(inbox.All("m"));
        Assert.Single(sent.All("m"));
    }

    [Fact]
    public async Task Only_the_newest_share_notification_exists_and_a_revoked_one_goes()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        string bob = await session.BobAsync();
        const string List = "<GetShareNotificationsRequest xmlns='urn:zimbraMail'/>";
        await session.AskAsync(
            alice,
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='usr' "
                + "d='bob@example.test' perm='r'/></action></FolderActionRequest>"
        );
        await session.AskAsync(alice, Notify(""));
        await session.AskAsync(alice, Notify("action='edit'"));

        XElement shared = await session.AskAsync(bob, List);
        await session.AskAsync(alice, Notify("action='revoke'"));
        XElement revoked = await session.AskAsync(bob, List);

        XElement share = Assert.Single(shared.All("share"));
        Assert.Equal("new", share.Attribute("status")!.Value);
        Assert.Equal("alice@example.test", share.One("grantor").Attribute("email")!.Value);
        Assert.Equal("r", share.One("link").Attribute("perm")!.Value);
        Assert.Empty(revoked.All("share"));
    }

    [Fact]
    public async Task Any_share_opens_the_gate_to_a_mailbox_even_one_that_gives_no_rights()
    {
        await using var session = await FakeSession.StartAsync();
        const string Folders = "<GetFolderRequest xmlns='urn:zimbraMail'/>";
        const string Named = "<account by='name'>alice@example.test</account>";
        string bob = await session.BobAsync();

        XElement closed = await session.AskAsync(bob, Folders, context: Named);
        await session.AskAsync(
            await session.AliceAsync(),
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='usr' "
                + "d='bob@example.test' perm=''/></action></FolderActionRequest>"
        );
        XElement open = await session.AskAsync(bob, Folders, context: Named);

        Assert.Contains("can not access account alice@example.test", closed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("can not access account", open.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", 2)]
    [InlineData("includeSelf='0'", "", 0)]
    [InlineData("", "<grantee type='pub'/>", 1)]
    [InlineData("", "<grantee name='bob@example.test'/>", 0)]
    public async Task Published_shares_are_ones_own_too_and_can_be_filtered(string flag, string grantee, int shares)
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        await session.AskAsync(
            alice,
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='pub' "
                + "perm='r'/></action></FolderActionRequest>"
        );
        await session.AskAsync(
            alice,
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='all' "
                + "perm='r'/></action></FolderActionRequest>"
        );
        await session.AskAsync(
            alice,
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='usr' "
                + "d='bob@example.test' perm='r'/></action></FolderActionRequest>"
        );

        XElement reply = await session.AskAsync(
            alice,
            $"<GetShareInfoRequest xmlns='urn:zimbraAccount' {flag}>{grantee}</GetShareInfoRequest>"
        );

        Assert.Equal(shares, reply.All("share").Count());
    }

    [Fact]
    public async Task Deleting_what_is_not_there_succeeds_and_moving_it_fails()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();

        XElement deleted = await session.AskAsync(
            alice,
            "<ItemActionRequest xmlns='urn:zimbraMail'><action id='4711' op='delete'/></ItemActionRequest>"
        );
        XElement moved = await session.AskAsync(
            alice,
            "<ItemActionRequest xmlns='urn:zimbraMail'><action id='4711' op='move' l='3'/></ItemActionRequest>"
        );

        Assert.Null(deleted.Code());
        Assert.Equal("mail.NO_SUCH_ITEM", moved.Code());
    }

    [Fact]
    public async Task A_reader_with_nothing_but_the_right_to_read_moves_nothing()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        string item = (await session.AskAsync(alice, Weekly)).Attribute("apptId")!.Value;
        await session.AskAsync(
            alice,
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant gt='usr' "
                + "d='bob@example.test' perm='r'/></action></FolderActionRequest>"
        );

        XElement reply = await session.AskAsync(
            await session.BobAsync(),
            $"<ItemActionRequest xmlns='urn:zimbraMail'><action id='{session.Id("alice@example.test")}:{item}' "
                + $"op='trash'/></ItemActionRequest>"
        );

        Assert.Equal("service.PERM_DENIED", reply.Code());
    }

    [Fact]
    public async Task Several_folders_are_acted_on_at_once_only_by_the_common_operations()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        var ids = new List<string>();
        foreach (string name in new[] { "One", "Two" })
        {
            XElement made = await session.AskAsync(
                alice,
                $"<CreateFolderRequest xmlns='urn:zimbraMail'><folder name='{name}' l='1' view='appointment'/></CreateFolderRequest>"
            );
            ids.Add(made.One("folder").Attribute("id")!.Value);
        }

        XElement check = await session.AskAsync(
            alice,
            $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{string.Join(',', ids)}' op='check'/></FolderActionRequest>"
        );
        XElement trash = await session.AskAsync(
            alice,
            $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{string.Join(',', ids)}' op='trash'/></FolderActionRequest>"
        );

        Assert.Equal("service.INVALID_REQUEST", check.Code());
        Assert.Null(trash.Code());
        using HttpResponseMessage gone = await session.GetAsync("/home/alice@example.test/One.ics", "alice@example.test", "Secret-1alice");
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact]
    public async Task A_moved_instance_and_a_cancelled_one_show_in_the_feed()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        string invite = (await session.AskAsync(alice, Weekly)).Attribute("invId")!.Value;

        XElement moved = await session.AskAsync(
            alice,
            $"""
            <CreateAppointmentExceptionRequest xmlns='urn:zimbraMail' id='{invite}' comp='0'><m l='10'><inv><comp name='Moved' allDay='0'><exceptId d='20300114T090000' tz='Europe/Paris'/>
            <s d='20300114T160000' tz='Europe/Paris'/><e d='20300114T170000' tz='Europe/Paris'/></comp></inv></m></CreateAppointmentExceptionRequest>
            """
        );
        await session.AskAsync(
            alice,
            $"<CancelAppointmentRequest xmlns='urn:zimbraMail' id='{invite}' comp='0'><inst d='20300121T090000' "
                + $"tz='Europe/Paris'/><m/></CancelAppointmentRequest>"
        );

        Assert.Null(moved.Code());
        using HttpResponseMessage feed = await session.GetAsync(
            "/home/alice@example.test/Calendar.ics",
            "alice@example.test",
            "Secret-1alice"
        );
        string text = await feed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("RECURRENCE-ID;TZID=\"Europe/Paris\":20300114T090000", text, StringComparison.Ordinal);
        Assert.Contains("EXDATE;TZID=\"Europe/Paris\":20300121T090000", text, StringComparison.Ordinal);
        using HttpResponseMessage week = await session.GetAsync(
            "/home/alice@example.test/Calendar.ics?start=2030/01/20&end=2030/01/22",
            "alice@example.test",
            "Secret-1alice"
        );
        Assert.DoesNotContain(
            "BEGIN:VEVENT",
            await week.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_exception_to_a_single_event_is_refused()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        string single = Weekly.Replace(
            "<recur><add><rule freq='WEE'><interval ival='1'/><count num='3'/></rule></add></recur>",
            "",
            StringComparison.Ordinal
        );
        string invite = (await session.AskAsync(alice, single)).Attribute("invId")!.Value;

        XElement reply = await session.AskAsync(
            alice,
            $"<CreateAppointmentExceptionRequest xmlns='urn:zimbraMail' id='{invite}' comp='0'><m><inv><comp name='x'><exceptId "
                + $"d='20300107T090000' tz='Europe/Paris'/><s "
                + "d='20300107T100000Z'/></comp></inv></m></CreateAppointmentExceptionRequest>"
        );

        Assert.Equal("service.INVALID_REQUEST", reply.Code());
    }

    private static string Mail(string recipients) =>
        $"<SendMsgRequest xmlns='urn:zimbraMail'><m>{recipients}<su>Hello</su><mp "
        + $"ct='text/plain'><content>text</content></mp></m></SendMsgRequest>";

    private static string Notify(string action) =>
        $"<SendShareNotificationRequest xmlns='urn:zimbraMail' {action}><item id='10'/><e "
        + $"a='bob@example.test'/></SendShareNotificationRequest>";
}
