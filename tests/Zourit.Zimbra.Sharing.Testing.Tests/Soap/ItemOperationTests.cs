using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>ItemAction and MsgAction on appointments: which operations there are, and what they cannot be done to.</summary>
public sealed class ItemOperationTests
{
    [Theory]
    [InlineData("op='explode'", "service.INVALID_REQUEST")]
    [InlineData("op='tag'", "service.INVALID_REQUEST")]
    [InlineData("op='move'", "service.INVALID_REQUEST")]
    [InlineData("op='move' l='4711'", "mail.NO_SUCH_FOLDER")]
    [InlineData("op='copy' l='3'", "mail.CANNOT_COPY")]
    [InlineData("op='lock'", "mail.CANNOT_LOCK")]
    public async Task What_cannot_be_done_to_an_appointment_is_refused(string operation, string code)
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, string id, _) = await Meetings.MakeAsync(session);

        Assert.Equal(code, (await session.AskAsync(alice, Action("Item", id, operation))).Code());
        Assert.Single(session.Zimbra.FolderOf("alice@example.test", "/Calendar")!.Items);
    }

    [Theory]
    [InlineData("op='read'")]
    [InlineData("op='!flag'")]
    [InlineData("op='priority'")]
    [InlineData("op='tag' tn='Club'")]
    [InlineData("op='color' color='3'")]
    [InlineData("op='resetimapuid'")]
    [InlineData("op='update' f='f'")]
    public async Task Marks_of_an_appointment_are_taken(string operation)
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, string id, _) = await Meetings.MakeAsync(session);

        XElement reply = await session.AskAsync(alice, Action("Item", id, operation));

        Assert.Equal(id, reply.One("action").Attribute("id")!.Value);
    }

    [Fact]
    public async Task An_appointment_is_no_message_and_a_folder_is_not_copied()
    {
        await using var session = await FakeSession.StartAsync();
        (string alice, string id, _) = await Meetings.MakeAsync(session);

        Assert.Equal("mail.NO_SUCH_MSG", (await session.AskAsync(alice, Action("Msg", id, "op='read'"))).Code());
        Assert.Equal("mail.CANNOT_COPY", (await session.AskAsync(alice, Action("Item", "10", "op='copy' l='3'"))).Code());
    }

    private static string Action(string kind, string id, string operation) =>
        $"<{kind}ActionRequest xmlns='urn:zimbraMail'><action id='{id}' {operation}/></{kind}ActionRequest>";
}
