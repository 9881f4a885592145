using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>
/// Invitations read as messages, appointments read by their ids, and the answers kept beside them (recordings 06-66, 06-69).
/// </summary>
public sealed class InvitationMessageTests
{
    [Theory]
    [InlineData("", "service.INVALID_REQUEST")]
    [InlineData("id=''", "service.INVALID_REQUEST")]
    [InlineData("id='   '", "service.INVALID_REQUEST")]
    [InlineData("id='12.34'", "service.INVALID_REQUEST")]
    [InlineData("id=':/;*'", "service.INVALID_REQUEST")]
    [InlineData("id='-1'", "mail.NO_SUCH_ITEM")]
    [InlineData("id='0'", "mail.NO_SUCH_ITEM")]
    [InlineData("id='1234567890'", "mail.NO_SUCH_ITEM")]
    [InlineData("uid='nobody'", "mail.NO_SUCH_CALITEM")]
    [InlineData("uid='nobody' id='1'", "service.INVALID_REQUEST")]
    public async Task An_appointment_is_not_read_by_what_names_none(string attributes, string code)
    {
        await using var session = await FakeSession.StartAsync();

        Assert.Equal(code, (await session.AskAsync(await session.AliceAsync(), Meetings.Get(attributes))).Code());
    }

    [Fact]
    public async Task An_appointment_is_read_by_its_invitation_and_by_its_UID_with_or_without_what_it_holds()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, string id, string invitation) = await Meetings.MakeAsync(session);

        XElement byInvitation = await session.AskAsync(alice, Meetings.Get($"id='{invitation}'"));
        string uid = byInvitation.One("comp").Attribute("uid")!.Value;
        XElement byUid = await session.AskAsync(alice, Meetings.Get($"uid='{uid}' sync='1'"));
        XElement bare = await session.AskAsync(alice, Meetings.Get($"id='{id}' includeInvites='0'"));

        Assert.Equal(id, byUid.One("appt").Attribute("id")!.Value);
        Assert.NotNull(byUid.One("appt").Attribute("ms"));
        Assert.Null(byInvitation.One("appt").Attribute("ms"));
        Assert.False(bare.One("appt").HasElements);
    }

    [Fact]
    public async Task A_cancelled_appointment_is_read_where_it_lies_in_the_trash()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session);

        await session.AskAsync(alice, Meetings.Cancel(invitation));

        XElement read = await session.AskAsync(alice, Meetings.Get($"id='{invitation}'"));
        Assert.Equal("3", read.One("appt").Attribute("l")!.Value);
    }

    [Fact]
    public async Task An_invitation_is_read_as_a_message_and_one_that_is_not_in_force_has_no_component()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, string id, string invitation) = await Meetings.MakeAsync(session);

        XElement read = await session.AskAsync(alice, Meetings.GetMessage(invitation));
        XElement other = await session.AskAsync(alice, Meetings.GetMessage($"{id}-1"));
        XElement raw = await session.AskAsync(
            alice,
            $"<GetMsgRequest xmlns='urn:zimbraMail'><m id='{invitation}' raw='1'/></GetMsgRequest>"
        );

        Assert.Equal(invitation, read.One("m").Attribute("id")!.Value);
        Assert.Equal("20300107T090000", read.One("s").Attribute("d")!.Value);
        Assert.Equal("Europe/Paris", read.One("s").Attribute("tz")!.Value);
        Assert.Equal("Meeting", read.One("su").Value);
        Assert.Empty(other.All("comp"));
        Assert.Equal("service.INVALID_REQUEST", raw.Code());
    }

    [Fact]
    public async Task The_mail_that_brings_an_invitation_shows_the_appointment_in_the_calendar()
    {
        await using var session = await FakeSession.StartAsync();
        await Meetings.MakeAsync(session, Meetings.Bob, Meetings.ToBob);
        string bob = await session.BobAsync();

        XElement found = await session.AskAsync(
            bob,
            "<SearchRequest xmlns='urn:zimbraMail' types='message'><query>subject:(Meeting)</query></SearchRequest>"
        );
        XElement read = await session.AskAsync(bob, Meetings.GetMessage(found.One("m").Attribute("id")!.Value));

        string invitation = await Meetings.InvitationAsync(session, bob);
        Assert.Equal("REQUEST", read.One("comp").Attribute("method")!.Value);
        Assert.StartsWith($"{read.One("comp").Attribute("apptId")!.Value}-", invitation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ACCEPT", "AC")]
    [InlineData("DECLINE", "DE")]
    [InlineData("TENTATIVE", "TE")]
    public async Task The_organizer_reads_the_answers_beside_the_appointment(string verb, string shown)
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session, Meetings.Bob, Meetings.ToBob);
        string bob = await session.BobAsync();
        string asked = await Meetings.InvitationAsync(session, bob);

        await session.AskAsync(bob, Meetings.Reply(asked, "TENTATIVE"));
        await session.AskAsync(bob, Meetings.Reply(asked, verb));

        foreach (string request in new[] { Meetings.GetMessage(invitation), Meetings.Get($"id='{invitation}'") })
        {
            XElement read = await session.AskAsync(alice, request);
            XElement reply = Assert.Single(read.One("replies").Elements());
            Assert.Equal(shown, reply.Attribute("ptst")!.Value);
            Assert.Equal("bob@example.test", reply.Attribute("at")!.Value);
            Assert.Equal("-1", reply.Attribute("rangeType")!.Value);
            Assert.Equal(shown, read.One("at").Attribute("ptst")!.Value);
        }
    }

    [Fact]
    public async Task An_answer_for_one_date_says_which_and_a_changed_series_has_none()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session, Meetings.Bob + Meetings.Weekly, Meetings.ToBob);
        string bob = await session.BobAsync();
        const string Date = "<exceptId d='20300114T090000' tz='Europe/Paris'/>";

        await session.AskAsync(bob, Meetings.Reply(await Meetings.InvitationAsync(session, bob), "DECLINE", Date));
        XElement read = await session.AskAsync(alice, Meetings.Get($"id='{invitation}'"));
        await session.AskAsync(alice, Meetings.Modify(invitation, Meetings.Message(Meetings.Bob + Meetings.Weekly)));
        XElement changed = await session.AskAsync(alice, Meetings.Get($"id='{invitation}'"));

        Assert.Equal("20300114T080000Z", read.One("reply").Attribute("ridZ")!.Value);
        Assert.Empty(changed.All("reply"));
    }
}
