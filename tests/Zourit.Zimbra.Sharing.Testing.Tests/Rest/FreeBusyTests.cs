using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Rest;

/// <summary>Free/busy over REST beyond what the recordings 17-79 to 17-92 ask: closed accounts, permissions, the other forms.</summary>
public sealed partial class FreeBusyTests
{
    private const string Range = "start=1893801600000&end=1894406400000";

    private const string Meeting = """
        <CreateAppointmentRequest xmlns='urn:zimbraMail'><m l='10'><inv><comp name='Meeting' allDay='0' fb='FB'><s d='20300107T090000Z'/><e d='20300107T100000Z'/>
        <or a='alice@example.test'/></comp></inv><su>Meeting</su></m></CreateAppointmentRequest>
        """;

    [Theory]
    [InlineData("locked")]
    [InlineData("closed")]
    [InlineData("maintenance")]
    public async Task Of_an_account_that_is_not_active_nothing_is_told(string status)
    {
        await using var session = await FakeSession.StartAsync();
        await session.AliceAsync();
        session.Zimbra.Change(directory => directory.FindAccount("alice@example.test")!.Attributes["zimbraAccountStatus"] = status);

        foreach (string path in new[] { "/home/alice@example.test/Calendar.ifb", "/home/alice@example.test/Calendar?fmt=ifb" })
        {
            using HttpResponseMessage anybody = await session.GetAsync(path);
            using HttpResponseMessage bob = await session.GetAsync(path, "bob@example.test", "Secret-1bob");
            Assert.Equal(HttpStatusCode.Unauthorized, anybody.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, bob.StatusCode);
        }
    }

    [Fact]
    public async Task Whom_the_account_does_not_let_see_its_times_sees_none()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        await session.AskAsync(alice, Meeting.Replace("FB", "B", StringComparison.Ordinal));
        Assert.Contains("FREEBUSY;FBTYPE=BUSY:20300107T090000Z/20300107T100000Z", await TextAsync(session), StringComparison.Ordinal);

        XElement granted = await session.AskAsync(
            alice,
            "<GrantPermissionRequest xmlns='urn:zimbraMail'><ace gt='usr' d='bob@example.test' right='viewFreeBusy'/>"
                + "</GrantPermissionRequest>"
        );

        Assert.Null(granted.Code());
        Assert.DoesNotContain("FREEBUSY;", await TextAsync(session), StringComparison.Ordinal);
        Assert.Contains("FREEBUSY;", await TextAsync(session, "bob@example.test", "Secret-1bob"), StringComparison.Ordinal);
        Assert.Contains("FREEBUSY;", await TextAsync(session, "alice@example.test", "Secret-1alice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B", "BUSY", "CONFIRMED")]
    [InlineData("T", "TENTATIVE", "TENTATIVE")]
    [InlineData("O", "OOF", "CONFIRMED")]
    public async Task The_times_can_be_had_as_events_of_which_each_has_a_name_of_its_own(string letter, string intended, string status)
    {
        await using var session = await FakeSession.StartAsync();
        await session.AskAsync(await session.AliceAsync(), Meeting.Replace("FB", letter, StringComparison.Ordinal));

        string events = await TextAsync(session, form: "&fbfmt=event");
        string usual = await TextAsync(session, form: "&fbfmt=fb");

        Assert.DoesNotContain("VFREEBUSY", events, StringComparison.Ordinal);
        Assert.Matches(Name(), events);
        Assert.Contains("DTSTART:20300107T090000Z", events, StringComparison.Ordinal);
        Assert.Contains($"X-MICROSOFT-CDO-INTENDEDSTATUS:{intended}", events, StringComparison.Ordinal);
        Assert.Contains($"STATUS:{status}", events, StringComparison.Ordinal);
        Assert.DoesNotContain("Meeting", events, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VFREEBUSY", usual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "0900 1200")]
    [InlineData("&fbcal=10", "0900")]
    [InlineData("&fbcal=9999", "")]
    [InlineData("&fbcal=club", "0900 1200")]
    [InlineData("&fbcal=10&fbfmt=event", "0900")]
    public async Task The_times_are_those_of_all_calendars_or_of_one(string form, string expected)
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        await session.AskAsync(alice, Meeting.Replace("FB", "B", StringComparison.Ordinal));
        XElement club = await session.AskAsync(
            alice,
            "<CreateFolderRequest xmlns='urn:zimbraMail'><folder l='1' name='Club' view='appointment'/></CreateFolderRequest>"
        );
        await session.AskAsync(
            alice,
            Meeting
                .Replace("FB", "B", StringComparison.Ordinal)
                .Replace("l='10'", $"l='{club.One("folder").Attribute("id")!.Value}'", StringComparison.Ordinal)
                .Replace("T09", "T12", StringComparison.Ordinal)
                .Replace("T10", "T13", StringComparison.Ordinal)
        );

        string text = await TextAsync(session, form: form);

        Assert.Equal(expected, string.Join(" ", Time().Matches(text).Select(time => time.Groups["time"].Value)));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("acct=alice@example.test&s=tomorrow", HttpStatusCode.InternalServerError)]
    [InlineData("acct=alice@example.test&s=2&e=1", HttpStatusCode.BadRequest)]
    [InlineData("acct=alice@example.test&s=0&e=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("acct=alice@example.test", HttpStatusCode.OK)]
    public async Task The_public_page_takes_an_account_and_milliseconds(string query, HttpStatusCode expected)
    {
        await using var session = await FakeSession.StartAsync();

        using HttpResponseMessage reply = await session.GetAsync($"/service/pubcal/freebusy.ifb?{query}");

        Assert.Equal(expected, reply.StatusCode);
    }

    [Fact]
    public async Task The_public_page_shows_the_range_that_was_asked_for()
    {
        await using var session = await FakeSession.StartAsync();
        await session.AskAsync(await session.AliceAsync(), Meeting.Replace("FB", "O", StringComparison.Ordinal));

        using HttpResponseMessage reply = await session.GetAsync(
            "/service/pubcal/freebusy.ifb?acct=alice@example.test&s=1893801600000&e=1894406400000"
        );
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("DTSTART:20300105T000000Z", text, StringComparison.Ordinal);
        Assert.Contains("DTEND:20300112T000000Z", text, StringComparison.Ordinal);
        Assert.Contains("FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20300107T090000Z/20300107T100000Z", text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(FakeSession session, string? user = null, string? password = null, string form = "")
    {
        using HttpResponseMessage reply = await session.GetAsync(
            $"/home/alice@example.test/Calendar?fmt=ifb&{Range}{form}",
            user,
            password
        );
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("UID:tmp_[0-9a-f-]{36}_1\r?\n")]
    private static partial Regex Name();

    [GeneratedRegex("(FBTYPE=BUSY|DTSTART):20300107T(?<time>[0-9]{4})")]
    private static partial Regex Time();
}
