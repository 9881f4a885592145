using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Answers to invitations beyond the recordings 06-67 to 06-71: for one date of a series, again, in odd forms.</summary>
public sealed class InviteReplyTests
{
    private const string Series = """
        <CreateAppointmentRequest xmlns='urn:zimbraMail'><m l='10'><inv><comp name='Weekly' allDay='0'>
        <recur><add><rule freq='WEE'><interval ival='1'/><count num='3'/></rule></add></recur>
        <s d='20300107T090000' tz='Europe/Paris'/><e d='20300107T100000' tz='Europe/Paris'/><or a='alice@example.test'/>
        <at a='bob@example.test' ptst='NE' rsvp='1'/></comp></inv><e a='bob@example.test' t='t'/><su>Weekly</su></m></CreateAppointmentRequest>
        """;

    [Theory]
    [InlineData("id='{0}' verb='ACCEPT'", "service.INVALID_REQUEST")]
    [InlineData("id='{0}' compNum='0'", "service.INVALID_REQUEST")]
    [InlineData("id='{0}' compNum='0' verb='MAYBE'", "service.INVALID_REQUEST")]
    [InlineData("id='99999' compNum='0' verb='ACCEPT'", "mail.NO_SUCH_MSG")]
    [InlineData("id='{0}' compNum='1' verb='ACCEPT'", "mail.INVITE_OUT_OF_DATE")]
    [InlineData("id='{0}' compNum='-1' verb='ACCEPT'", "mail.INVITE_OUT_OF_DATE")]
    [InlineData("id='{0}' compNum='some text' verb='ACCEPT'", "service.INVALID_REQUEST")]
    [InlineData("id='{0}' compNum='' verb='ACCEPT'", "service.INVALID_REQUEST")]
    [InlineData("id='4711-4710' compNum='0' verb='ACCEPT'", "mail.NO_SUCH_CALITEM")]
    [InlineData("id='0' compNum='0' verb='ACCEPT'", "mail.NO_SUCH_MSG")]
    [InlineData("id='-1' compNum='0' verb='ACCEPT'", "mail.NO_SUCH_MSG")]
    [InlineData("id='' compNum='0' verb='ACCEPT'", "service.INVALID_REQUEST")]
    [InlineData("id='some text' compNum='0' verb='ACCEPT'", "service.INVALID_REQUEST")]
    public async Task An_answer_that_names_no_invitation_or_no_answer_is_refused(string attributes, string code)
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string invitation) = await InviteAsync(session);

        XElement reply = await session.AskAsync(
            bob,
            $"<SendInviteReplyRequest xmlns='urn:zimbraMail' {attributes.Replace("{0}", invitation, StringComparison.Ordinal)}/>"
        );

        Assert.Equal(code, reply.Code());
    }

    [Fact]
    public async Task An_answer_for_one_date_makes_it_an_instance_of_its_own_and_leaves_the_others()
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string invitation) = await InviteAsync(session);

        XElement reply = await session.AskAsync(bob, Reply(invitation, "DECLINE", "<exceptId d='20300114T090000' tz='Europe/Paris'/>"));

        CalendarItem series = Assert.Single(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items);
        CalendarItem declined = Assert.Single(series.Exceptions);
        Assert.Equal(new DateTime(2030, 1, 14, 9, 0, 0), declined.RecurrenceId);
        Assert.Equal(new DateTime(2030, 1, 14, 10, 0, 0), declined.End);
        Assert.Equal("DECLINED", Assert.Single(declined.Attendees).Status);
        Assert.Equal("NEEDS-ACTION", Assert.Single(series.Attendees).Status);
        Assert.StartsWith($"{series.Id}-", reply.Attribute("invId")!.Value, StringComparison.Ordinal);
        Assert.NotEqual(series.InviteId, declined.InviteId);
        Assert.Equal(["t", "t"], await BusyAsync(session));
    }

    [Fact]
    public async Task A_second_answer_for_a_date_replaces_the_first_and_one_for_the_series_leaves_it()
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string invitation) = await InviteAsync(session);
        const string Date = "<exceptId d='20300114T080000Z'/>";

        await session.AskAsync(bob, Reply(invitation, "DECLINE", Date));
        await session.AskAsync(bob, Reply(invitation, "TENTATIVE", Date));
        await session.AskAsync(bob, Reply(invitation, "ACCEPT", ""));

        CalendarItem series = Assert.Single(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items);
        Assert.Equal("TENTATIVE", Assert.Single(Assert.Single(series.Exceptions).Attendees).Status);
        Assert.Equal("ACCEPTED", Assert.Single(series.Attendees).Status);
        Assert.Equal(["b", "t", "b"], await BusyAsync(session));
    }

    [Fact]
    public async Task An_invitation_is_answered_by_the_mail_that_brought_it_until_a_later_one_takes_its_place()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session, Meetings.Bob, Meetings.ToBob);
        string bob = await session.BobAsync();
        string mail = await MailAsync(session, bob);

        XElement first = await session.AskAsync(bob, Meetings.Reply(mail, "ACCEPT"));
        XElement wrongPart = await session.AskAsync(
            bob,
            Meetings.Reply(mail, "ACCEPT").Replace("compNum='0'", "compNum='1'", StringComparison.Ordinal)
        );
        await session.AskAsync(alice, Meetings.Modify(invitation, Meetings.Message(Meetings.Bob, Meetings.ToBob, "Later")));
        XElement late = await session.AskAsync(bob, Meetings.Reply(mail, "ACCEPT"));

        Assert.Null(first.Code());
        Assert.Equal("mail.NO_SUCH_CALITEM", wrongPart.Code());
        Assert.Equal("mail.INVITE_OUT_OF_DATE", late.Code());
    }

    [Fact]
    public async Task What_was_removed_from_the_calendar_comes_back_with_an_answer_that_accepts_and_not_with_one_that_declines()
    {
        await using var session = await FakeSession.StartAsync();
        await Meetings.MakeAsync(session, Meetings.Bob, Meetings.ToBob);
        string bob = await session.BobAsync();
        string mail = await MailAsync(session, bob);
        string id = (await Meetings.InvitationAsync(session, bob)).Split('-')[0];
        await session.AskAsync(bob, $"<ItemActionRequest xmlns='urn:zimbraMail'><action id='{id}' op='delete'/></ItemActionRequest>");

        XElement declined = await session.AskAsync(bob, Meetings.Reply(mail, "DECLINE"));
        Assert.Null(declined.Attribute("apptId"));
        Assert.Empty(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items);
        XElement accepted = await session.AskAsync(bob, Meetings.Reply(mail, "ACCEPT"));

        Assert.NotNull(accepted.Attribute("apptId"));
        CalendarItem back = Assert.Single(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items);
        Assert.Equal("ACCEPTED", Assert.Single(back.Attendees).Status);
        await session.AskAsync(bob, Meetings.Trash(accepted.Attribute("apptId")!.Value));
        await session.AskAsync(bob, Meetings.Reply(mail, "TENTATIVE"));
        Assert.Single(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items);
    }

    [Fact]
    public async Task A_mail_without_an_invitation_cannot_be_answered()
    {
        await using var session = await FakeSession.StartAsync();
        await session.AskAsync(
            await session.AliceAsync(),
            "<SendMsgRequest xmlns='urn:zimbraMail'><m><e a='bob@example.test' t='t'/><su>Meeting</su><mp ct='text/plain'>"
                + "<content>x</content></mp></m></SendMsgRequest>"
        );
        string bob = await session.BobAsync();

        XElement reply = await session.AskAsync(bob, Meetings.Reply(await MailAsync(session, bob), "ACCEPT"));

        Assert.Equal("mail.NO_SUCH_CALITEM", reply.Code());
    }

    [Theory]
    [InlineData("updateOrganizer='0'", Meetings.Bob)]
    [InlineData("", "<at a='bob@example.test' ptst='NE' rsvp='0'/>")]
    public async Task An_organizer_who_is_not_to_know_or_has_not_asked_gets_no_answer(string attributes, string attendee)
    {
        await using var session = await FakeSession.StartAsync();
        await Meetings.MakeAsync(session, attendee, Meetings.ToBob);
        string bob = await session.BobAsync();

        XElement reply = await session.AskAsync(
            bob,
            Meetings.Reply(await Meetings.InvitationAsync(session, bob), "ACCEPT", attributes: attributes)
        );

        Assert.Null(reply.Code());
        Assert.False(reply.HasAttributes && reply.Attribute("apptId") is not null);
        Assert.Equal("ACCEPTED", Status(session, "bob"));
        Assert.Equal("NEEDS-ACTION", Status(session, "alice"));
        Assert.Empty(session.Zimbra.Outbox.To("alice@example.test"));
    }

    [Fact]
    public async Task The_answer_goes_to_the_organizer_as_a_mail_with_the_words_of_whoever_answers()
    {
        await using var session = await FakeSession.StartAsync();
        await Meetings.MakeAsync(session, Meetings.Bob, Meetings.ToBob);
        string bob = await session.BobAsync();
        string id = await Meetings.InvitationAsync(session, bob);

        await session.AskAsync(bob, Meetings.Reply(id, "ACCEPT"));
        await session.AskAsync(
            bob,
            Meetings.Reply(
                id,
                "DECLINE",
                "<m><e a='alice@example.test' t='t'/><su>No</su><mp ct='text/plain'><content>Ill.</content></mp></m>"
            )
        );

        Assert.Equal(["Accept: Meeting", "No"], session.Zimbra.Outbox.To("alice@example.test").Select(mail => mail.Subject));
        Assert.Equal("Ill.", session.Zimbra.Outbox.To("alice@example.test")[^1].Text);
        Assert.Contains("METHOD:REPLY", session.Zimbra.Outbox.To("alice@example.test")[0].Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_members_of_a_group_that_is_invited_have_the_appointment_and_answer_it()
    {
        await using var session = await FakeSession.StartAsync();
        string admin = await session.AdminAsync();
        XElement made = await session.AskAsync(
            admin,
            "<CreateDistributionListRequest xmlns='urn:zimbraAdmin'><name>club@example.test</name></CreateDistributionListRequest>",
            toAdmin: true
        );
        await session.AskAsync(
            admin,
            $"<AddDistributionListMemberRequest xmlns='urn:zimbraAdmin'><id>{made.One("dl").Attribute("id")!.Value}</id>"
                + "<dlm>bob@example.test</dlm><dlm>alice@example.test</dlm></AddDistributionListMemberRequest>",
            toAdmin: true
        );
        await Meetings.MakeAsync(session, "<at a='club@example.test' ptst='NE' rsvp='1'/>", "<e a='club@example.test' t='t'/>");
        string bob = await session.BobAsync();

        XElement reply = await session.AskAsync(bob, Meetings.Reply(await Meetings.InvitationAsync(session, bob), "ACCEPT"));

        Assert.Null(reply.Code());
        Assert.Single(session.Zimbra.FolderOf("alice@example.test", "/Calendar")!.Items);
        Assert.Equal(2, session.Zimbra.Outbox.To("alice@example.test").Count);
    }

    private static string Status(FakeSession session, string account) =>
        Assert.Single(Assert.Single(session.Zimbra.FolderOf($"{account}@example.test", "/Calendar")!.Items).Attendees).Status;

    private static async Task<string> MailAsync(FakeSession session, string token)
    {
        XElement found = await session.AskAsync(
            token,
            "<SearchRequest xmlns='urn:zimbraMail' types='message'><query>in:inbox subject:(Meeting)</query></SearchRequest>"
        );
        return found.One("m").Attribute("id")!.Value;
    }

    private static string Reply(string id, string verb, string content) =>
        $"<SendInviteReplyRequest xmlns='urn:zimbraMail' id='{id}' compNum='0' verb='{verb}' updateOrganizer='1'>{content}"
        + "</SendInviteReplyRequest>";

    private static async Task<(string Bob, string Invitation)> InviteAsync(FakeSession session)
    {
        await session.AskAsync(await session.AliceAsync(), Series);
        string bob = await session.BobAsync();
        XElement found = await session.AskAsync(
            bob,
            "<SearchRequest xmlns='urn:zimbraMail' types='appointment' calExpandInstStart='1893801600000' "
                + "calExpandInstEnd='1896220800000'><query>inid:10</query></SearchRequest>"
        );
        return (bob, found.One("appt").Attribute("invId")!.Value);
    }

    private static async Task<IEnumerable<string>> BusyAsync(FakeSession session)
    {
        XElement times = await session.AskAsync(
            await session.AliceAsync(),
            "<GetFreeBusyRequest xmlns='urn:zimbraMail' s='1893801600000' e='1896220800000' uid='bob@example.test'/>"
        );
        return times.One("usr").Elements().Select(stretch => stretch.Name.LocalName).Where(name => name != "f");
    }
}
