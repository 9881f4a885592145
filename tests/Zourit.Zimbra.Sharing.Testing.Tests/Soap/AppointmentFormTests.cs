using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Requests that change appointments, in the forms that the server refuses, and by which id it knows what is meant.</summary>
public sealed class AppointmentFormTests
{
    [Theory]
    [InlineData("status='MAYBE'")]
    [InlineData("class='SECRET'")]
    [InlineData("transp='X'")]
    public async Task A_word_that_the_server_does_not_know_is_refused(string word)
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(
            await session.AliceAsync(),
            $"<CreateAppointmentRequest xmlns='urn:zimbraMail'><m><inv><comp name='x' {word}><s d='20300107T090000Z'/></comp></inv></m>"
                + "</CreateAppointmentRequest>"
        );

        Assert.Equal("service.INVALID_REQUEST", reply.Code());
    }

    [Theory]
    [InlineData("<exceptId d='20300107T090000Z'/>")]
    [InlineData("<recur><add><rule freq='WEE'><count num='0'/></rule></add></recur>")]
    [InlineData("<recur><add><rule freq='NOW'/></add></recur>")]
    public async Task An_appointment_is_not_made_of_what_makes_no_sense(string comp)
    {
        await using var session = await FakeSession.StartAsync();

        Assert.Equal("service.INVALID_REQUEST", (await session.AskAsync(await session.AliceAsync(), Meetings.Create(comp))).Code());
    }

    [Fact]
    public async Task Only_the_organizer_writes_to_those_who_are_invited()
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(await session.BobAsync(), Meetings.Create(besides: "<e a='carol@example.test' t='t'/>"));

        Assert.Equal("mail.MUST_BE_ORGANIZER", reply.Code());
        Assert.Empty(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items);
    }

    [Fact]
    public async Task Nothing_is_made_or_changed_in_the_trash_nor_moved_there_by_a_change()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, string id, string invitation) = await Meetings.MakeAsync(session, Meetings.Weekly);
        string inTrash = Meetings.Create().Replace("<m>", "<m l='3'>", StringComparison.Ordinal);
        string moving = Meetings.Modify(invitation, Meetings.Message().Replace("<m>", "<m l='3'>", StringComparison.Ordinal));

        Assert.Equal("service.INVALID_REQUEST", (await session.AskAsync(alice, inTrash)).Code());
        Assert.Equal("service.INVALID_REQUEST", (await session.AskAsync(alice, moving)).Code());
        await session.AskAsync(alice, Meetings.Trash(id));
        Assert.Equal("service.INVALID_REQUEST", (await session.AskAsync(alice, Meetings.Modify(invitation, Meetings.Message()))).Code());
        Assert.Equal("service.INVALID_REQUEST", (await session.AskAsync(alice, Exception(invitation))).Code());
        Assert.Equal("service.INVALID_REQUEST", (await session.AskAsync(alice, Meetings.Cancel(invitation))).Code());
    }

    [Theory]
    [InlineData("{0}", "mail.INVITE_OUT_OF_DATE")]
    [InlineData("{0}-1", "mail.INVITE_OUT_OF_DATE")]
    [InlineData("4711-4710", "mail.NO_SUCH_ITEM")]
    [InlineData("", "service.INVALID_REQUEST")]
    [InlineData("some text", "service.INVALID_REQUEST")]
    [InlineData("{0}-", "service.INVALID_REQUEST")]
    [InlineData("-1", "mail.NO_SUCH_ITEM")]
    public async Task A_change_names_the_invitation_that_is_in_force(string id, string code)
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, string appointment, _) = await Meetings.MakeAsync(session);
        string named = id.Replace("{0}", appointment, StringComparison.Ordinal);

        Assert.Equal(code, (await session.AskAsync(alice, Meetings.Modify(named, Meetings.Message()))).Code());
    }

    [Theory]
    [InlineData("id='{0}'", "service.INVALID_REQUEST")]
    [InlineData("id='{0}' comp='0'", "service.INVALID_REQUEST")]
    [InlineData("id='{0}-1' comp='0'", "mail.INVITE_OUT_OF_DATE")]
    [InlineData("id='{1}' comp='1'", "mail.INVITE_OUT_OF_DATE")]
    [InlineData("id='{1}'", "service.INVALID_REQUEST")]
    [InlineData("id='{1}' comp='x'", "service.INVALID_REQUEST")]
    [InlineData("comp='0'", "service.INVALID_REQUEST")]
    [InlineData("id='4711-4710' comp='0'", "mail.NO_SUCH_ITEM")]
    public async Task A_cancellation_names_an_invitation_and_its_component(string attributes, string code)
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, string id, string invitation) = await Meetings.MakeAsync(session);
        string named = attributes.Replace("{0}", id, StringComparison.Ordinal).Replace("{1}", invitation, StringComparison.Ordinal);

        XElement reply = await session.AskAsync(
            alice,
            $"<CancelAppointmentRequest xmlns='urn:zimbraMail' {named}><m/></CancelAppointmentRequest>"
        );

        Assert.Equal(code, reply.Code());
        Assert.Single(session.Zimbra.FolderOf("alice@example.test", "/Calendar")!.Items);
    }

    [Fact]
    public async Task An_instance_that_has_an_invitation_of_its_own_gets_no_other_and_is_no_series()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session, Meetings.Weekly);

        string instance = (await session.AskAsync(alice, Exception(invitation))).Attribute("invId")!.Value;

        Assert.Equal("mail.INVITE_OUT_OF_DATE", (await session.AskAsync(alice, Exception(instance))).Code());
        string series = Meetings.Modify(instance, Meetings.Message(Meetings.Weekly));
        Assert.Equal("service.INVALID_REQUEST", (await session.AskAsync(alice, series)).Code());
        XElement withoutComponent = await session.AskAsync(alice, Exception(invitation).Replace(" comp='0'", "", StringComparison.Ordinal));
        Assert.Equal("service.INVALID_REQUEST", withoutComponent.Code());
    }

    [Theory]
    [InlineData("ms='1' rev='1'", "mail.INVITE_OUT_OF_DATE")]
    [InlineData("ms='1'", null)]
    [InlineData("rev='1'", null)]
    [InlineData("ms='99999' rev='99999'", null)]
    public async Task What_was_changed_since_it_was_read_is_out_of_date_where_both_numbers_are_given(string numbers, string? code)
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session);

        XElement reply = await session.AskAsync(
            alice,
            Meetings.Modify(invitation, Meetings.Message()).Replace("comp='0'", $"comp='0' {numbers}", StringComparison.Ordinal)
        );

        Assert.Equal(code, reply.Code());
    }

    [Fact]
    public async Task A_change_moves_an_appointment_and_keeps_its_invitation()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session);
        XElement made = await session.AskAsync(
            alice,
            "<CreateFolderRequest xmlns='urn:zimbraMail'><folder name='Club' l='1' view='appointment'/></CreateFolderRequest>"
        );
        string club = made.One("folder").Attribute("id")!.Value;

        XElement changed = await session.AskAsync(
            alice,
            Meetings.Modify(invitation, Meetings.Message(name: "Moved").Replace("<m>", $"<m l='{club}'>", StringComparison.Ordinal))
        );

        Assert.Equal(invitation, changed.Attribute("invId")!.Value);
        Assert.Empty(session.Zimbra.FolderOf("alice@example.test", "/Calendar")!.Items);
        Assert.Equal("Moved", Assert.Single(session.Zimbra.FolderOf("alice@example.test", "/Club")!.Items).Summary);
    }

    [Fact]
    public async Task An_attendees_own_change_counts_as_none()
    {
        await using var session = await FakeSession.StartAsync();
        await Meetings.MakeAsync(session, Meetings.Bob, Meetings.ToBob);
        string bob = await session.BobAsync();

        await session.AskAsync(bob, Meetings.Modify(await Meetings.InvitationAsync(session, bob), Meetings.Message(Meetings.Bob)));

        Assert.Equal(0, Assert.Single(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items).Sequence);
    }

    [Fact]
    public async Task Somebody_less_who_is_invited_counts_twice_and_a_number_of_ones_own_counts_if_it_is_higher()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session, Meetings.Bob);

        await session.AskAsync(alice, Meetings.Modify(invitation, Meetings.Message()));
        Assert.Equal(2, Sequence(session));
        string numbered = Meetings.Message().Replace("<comp ", "<comp seq='7' ", StringComparison.Ordinal);
        await session.AskAsync(alice, Meetings.Modify(invitation, numbered));

        Assert.Equal(7, Sequence(session));
    }

    [Fact]
    public async Task Cancelling_by_an_instances_invitation_cancels_the_series()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, _, string invitation) = await Meetings.MakeAsync(session, Meetings.Weekly);
        string instance = (await session.AskAsync(alice, Exception(invitation))).Attribute("invId")!.Value;

        await session.AskAsync(alice, Meetings.Cancel(instance));

        Assert.Empty(session.Zimbra.FolderOf("alice@example.test", "/Calendar")!.Items);
        Assert.Equal("CANCELLED", Assert.Single(session.Zimbra.FolderOf("alice@example.test", "/Trash")!.Items).Status);
    }

    private static int Sequence(FakeSession session) =>
        Assert.Single(session.Zimbra.FolderOf("alice@example.test", "/Calendar")!.Items).Sequence;

    private static string Exception(string id) =>
        $"<CreateAppointmentExceptionRequest xmlns='urn:zimbraMail' id='{id}' comp='0'>"
        + Meetings.Message("<exceptId d='20300114T090000' tz='Europe/Paris'/>")
        + "</CreateAppointmentExceptionRequest>";
}
