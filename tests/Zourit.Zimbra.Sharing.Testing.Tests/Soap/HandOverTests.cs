using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Moves into somebody else's mailbox, straight or through a mountpoint, and of what cannot be moved.</summary>
public sealed class HandOverTests
{
    [Theory]
    [InlineData("move", "mail.CANNOT_COPY")]
    [InlineData("update", "mail.CANNOT_CONTAIN")]
    public async Task A_folder_does_not_go_into_a_mountpoint(string op, string code)
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string mountpoint, _) = await MountAsync(session);
        string own = await CreateAsync(session, bob, "Mine");

        Assert.Equal(code, (await session.AskAsync(bob, Action(own, op, mountpoint))).Code());
        Assert.NotNull(session.Zimbra.FolderOf("bob@example.test", "/Mine"));
    }

    [Theory]
    [InlineData("move", "mail.CANNOT_COPY")]
    [InlineData("update", "service.INVALID_REQUEST")]
    public async Task A_folder_does_not_go_into_another_mailbox(string op, string code)
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, _, string folder) = await MountAsync(session);
        string own = await CreateAsync(session, bob, "Mine");

        XElement refused = await session.AskAsync(bob, Action(own, op, $"{session.Id("alice@example.test")}:{folder}"));

        Assert.Equal(code, refused.Code());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("10")]
    public async Task A_folder_of_the_system_stays_where_it_is(string id)
    {
        await using var session = await FakeSession.StartAsync();
        string bob = await session.BobAsync();
        string own = await CreateAsync(session, bob, "Mine");

        Assert.Equal("mail.IMMUTABLE_OBJECT", (await session.AskAsync(bob, Action(id, "move", own))).Code());
    }

    [Fact]
    public async Task A_folder_does_not_go_into_itself_or_what_it_holds()
    {
        await using var session = await FakeSession.StartAsync();
        string bob = await session.BobAsync();
        string own = await CreateAsync(session, bob, "Mine");

        Assert.Equal("mail.CANNOT_CONTAIN", (await session.AskAsync(bob, Action(own, "move", own))).Code());
    }

    [Fact]
    public async Task An_appointment_goes_through_a_mountpoint_and_gets_the_owner_of_the_calendar_as_organizer()
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string mountpoint, _) = await MountAsync(session);
        string appointment = await MeetAsync(session, bob, "");

        XElement moved = await session.AskAsync(bob, ItemMove(appointment, mountpoint));

        Assert.Equal(appointment, moved.One("action").Attribute("id")!.Value);
        Assert.Empty(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items);
        var there = Assert.Single(session.Zimbra.FolderOf("alice@example.test", "/Club")!.Items);
        Assert.Equal("alice@example.test", there.Organizer?.Mail);
        Assert.Equal(1, there.Sequence);
    }

    [Fact]
    public async Task An_appointment_with_others_stays_with_its_organizer()
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string mountpoint, _) = await MountAsync(session);
        string appointment = await MeetAsync(session, bob, "<at a='carol@example.test' ptst='NE' rsvp='1'/>");

        Assert.Equal("service.INVALID_REQUEST", (await session.AskAsync(bob, ItemMove(appointment, mountpoint))).Code());
        Assert.Single(session.Zimbra.FolderOf("bob@example.test", "/Calendar")!.Items);
    }

    private static string Action(string id, string op, string to) =>
        $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{id}' op='{op}' l='{to}'/></FolderActionRequest>";

    private static string ItemMove(string id, string to) =>
        $"<ItemActionRequest xmlns='urn:zimbraMail'><action id='{id}' op='move' l='{to}'/></ItemActionRequest>";

    private static async Task<string> MeetAsync(FakeSession session, string bob, string attendees) =>
        (
            await session.AskAsync(
                bob,
                "<CreateAppointmentRequest xmlns='urn:zimbraMail'><m><inv><comp name='Meeting' allDay='0'><s d='20300107T090000Z'/>"
                    + $"<e d='20300107T100000Z'/><or a='bob@example.test'/>{attendees}</comp></inv></m></CreateAppointmentRequest>"
            )
        )
            .Attribute("apptId")!
            .Value;

    private static async Task<string> CreateAsync(FakeSession session, string token, string name)
    {
        XElement made = await session.AskAsync(
            token,
            $"<CreateFolderRequest xmlns='urn:zimbraMail'><folder name='{name}' l='1' view='appointment'/></CreateFolderRequest>"
        );
        return made.One("folder").Attribute("id")!.Value;
    }

    private static async Task<(string Bob, string Mountpoint, string Folder)> MountAsync(FakeSession session)
    {
        string alice = await session.AliceAsync();
        string folder = await CreateAsync(session, alice, "Club");
        await session.AskAsync(
            alice,
            $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{folder}' op='grant'><grant gt='usr' d='bob@example.test' "
                + "perm='rwidx'/></action></FolderActionRequest>"
        );
        string bob = await session.BobAsync();
        XElement mounted = await session.AskAsync(
            bob,
            $"<CreateMountpointRequest xmlns='urn:zimbraMail'><link l='1' name='Alice club' zid='{session.Id("alice@example.test")}' "
                + $"rid='{folder}' view='appointment'/></CreateMountpointRequest>"
        );
        return (bob, mounted.One("link").Attribute("id")!.Value, folder);
    }
}
