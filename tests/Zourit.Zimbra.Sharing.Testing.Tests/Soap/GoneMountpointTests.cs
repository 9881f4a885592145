using System.Net;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Mountpoints, and what happens when what they lead to is gone.</summary>
public sealed class GoneMountpointTests
{
    private const string Summaries = "<GetApptSummariesRequest xmlns='urn:zimbraMail' s='1893801600000' e='1894406400000' l='{0}'/>";
    private const string Month =
        "<GetMiniCalRequest xmlns='urn:zimbraMail' s='1893801600000' e='1894406400000'><folder id='{0}'/></GetMiniCalRequest>";

    private const string Meeting = """
        <CreateAppointmentRequest xmlns='urn:zimbraMail'><m l='{0}'><inv><comp name='Meeting' allDay='0'><s d='20300107T090000Z'/><e d='20300107T100000Z'/></comp></inv>
        <su>Meeting</su></m></CreateAppointmentRequest>
        """;

    [Fact]
    public async Task A_folder_that_is_gone_leaves_a_broken_mountpoint_which_each_request_refuses()
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string mountpoint, string folder) = await MountAsync(session);
        await session.AskAsync(
            await session.AliceAsync(),
            $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{folder}' op='delete'/></FolderActionRequest>"
        );

        await AssertBrokenAsync(session, bob, mountpoint, "mail.NO_SUCH_FOLDER");
        using HttpResponseMessage feed = await session.GetAsync("/home/bob@example.test/Alice%20club", "bob@example.test", "Secret-1bob");
        Assert.Equal(HttpStatusCode.NotFound, feed.StatusCode);
    }

    [Fact]
    public async Task An_account_that_is_gone_leaves_a_broken_mountpoint_which_each_request_refuses()
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string mountpoint, _) = await MountAsync(session);
        await session.AskAsync(
            await session.AdminAsync(),
            $"<DeleteAccountRequest xmlns='urn:zimbraAdmin'><id>{session.Id("alice@example.test")}</id></DeleteAccountRequest>",
            toAdmin: true
        );

        await AssertBrokenAsync(session, bob, mountpoint, "account.NO_SUCH_ACCOUNT");
        using HttpResponseMessage feed = await session.GetAsync("/home/bob@example.test/Alice%20club", "bob@example.test", "Secret-1bob");
        Assert.Equal(HttpStatusCode.BadRequest, feed.StatusCode);
    }

    [Fact]
    public async Task What_is_put_into_a_mountpoint_lies_in_the_calendar_behind_it()
    {
        await using var session = await FakeSession.StartAsync();
        (string bob, string mountpoint, string folder) = await MountAsync(session);

        XElement made = await session.AskAsync(bob, Meeting.Replace("{0}", mountpoint, StringComparison.Ordinal));

        Assert.StartsWith($"{session.Id("alice@example.test")}:", made.Attribute("apptId")!.Value, StringComparison.Ordinal);
        Assert.Equal(["Meeting"], session.Zimbra.FolderOf("alice@example.test", "/Club")!.Items.Select(item => item.Summary));
        XElement seen = await session.AskAsync(bob, Summaries.Replace("{0}", mountpoint, StringComparison.Ordinal));
        Assert.Equal($"{session.Id("alice@example.test")}:{folder}", seen.One("appt").Attribute("l")!.Value);
    }

    private static async Task AssertBrokenAsync(FakeSession session, string bob, string mountpoint, string code)
    {
        XElement folder = await session.AskAsync(
            bob,
            $"<GetFolderRequest xmlns='urn:zimbraMail'><folder l='{mountpoint}'/></GetFolderRequest>"
        );
        Assert.Equal("1", folder.One("link").Attribute("broken")?.Value);
        Assert.Equal(code, (await session.AskAsync(bob, Summaries.Replace("{0}", mountpoint, StringComparison.Ordinal))).Code());
        Assert.Equal(code, (await session.AskAsync(bob, Meeting.Replace("{0}", mountpoint, StringComparison.Ordinal))).Code());
        XElement month = await session.AskAsync(bob, Month.Replace("{0}", mountpoint, StringComparison.Ordinal));
        Assert.Equal(code, month.One("error").Attribute("code")!.Value);
    }

    private static async Task<(string Bob, string Mountpoint, string Folder)> MountAsync(FakeSession session)
    {
        string alice = await session.AliceAsync();
        string bob = await session.BobAsync();
        XElement made = await session.AskAsync(
            alice,
            "<CreateFolderRequest xmlns='urn:zimbraMail'><folder name='Club' l='1' view='appointment'/></CreateFolderRequest>"
        );
        string folder = made.One("folder").Attribute("id")!.Value;
        await session.AskAsync(
            alice,
            $"<FolderActionRequest xmlns='urn:zimbraMail'><action id='{folder}' op='grant'><grant gt='usr' d='bob@example.test' "
                + "perm='rwidx'/></action></FolderActionRequest>"
        );
        XElement mounted = await session.AskAsync(
            bob,
            $"<CreateMountpointRequest xmlns='urn:zimbraMail'><link l='1' name='Alice club' zid='{session.Id("alice@example.test")}' "
                + $"rid='{folder}' view='appointment'/></CreateMountpointRequest>"
        );
        return (bob, mounted.One("link").Attribute("id")!.Value, folder);
    }
}
