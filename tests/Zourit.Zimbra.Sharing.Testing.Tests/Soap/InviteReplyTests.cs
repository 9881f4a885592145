using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Answers to invitations beyond the recordings 06-67 to 06-71: for one date of a series, again, in odd forms.</summary>
public sealed class InviteReplyTests
{
    private const string Series = """
        <CreateAppointmentRequest xmlns='urn:zimbraMail'><m l='10'><inv><comp name='Weekly' allDay='0'><recur><add><rule freq='WEE'><interval ival='1'/><count num='3'/></rule></add></recur>
        <s d='20300107T090000' tz='Europe/Paris'/><e d='20300107T100000' tz='Europe/Paris'/><or a='alice@example.test'/><at a='bob@example.test' ptst='NE' rsvp='1'/></comp></inv>
        <e a='bob@example.test' t='t'/><su>Weekly</su></m></CreateAppointmentRequest>
        """;

    [Theory]
    [InlineData("id='{0}' verb='ACCEPT'", "service.INVALID_REQUEST")]
    [InlineData("id='{0}' compNum='0'", "service.INVALID_REQUEST")]
    [InlineData("id='{0}' compNum='0' verb='MAYBE'", "service.INVALID_REQUEST")]
    [InlineData("id='99999' compNum='0' verb='ACCEPT'", "mail.NO_SUCH_MSG")]
    [InlineData("id='{0}' compNum='1' verb='ACCEPT'", "mail.INVITE_OUT_OF_DATE")]
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
        Assert.EndsWith($"-{declined.InviteId}", reply.Attribute("invId")!.Value, StringComparison.Ordinal);
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
