using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Requests for what is in a range: summaries, free/busy times, the days of a month, searches.</summary>
public sealed class CalendarRangeTests
{
    private const long Start = 1893801600000;
    private const long Day = 24L * 60 * 60 * 1000;

    [Theory]
    [InlineData("GetApptSummariesRequest", 0, null)]
    [InlineData("GetFreeBusyRequest", 0, "service.INVALID_REQUEST")]
    [InlineData("GetApptSummariesRequest", -1, "service.INVALID_REQUEST")]
    [InlineData("GetFreeBusyRequest", -1, "service.INVALID_REQUEST")]
    [InlineData("GetMiniCalRequest", -1, null)]
    [InlineData("GetApptSummariesRequest", (200 * Day) + Day - 1, null)]
    [InlineData("GetFreeBusyRequest", (200 * Day) + Day - 1, null)]
    [InlineData("GetApptSummariesRequest", 201 * Day, "service.INVALID_REQUEST")]
    [InlineData("GetFreeBusyRequest", 201 * Day, "service.INVALID_REQUEST")]
    [InlineData("GetMiniCalRequest", 400 * Day, null)]
    public async Task A_range_has_its_limits(string request, long length, string? code)
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(
            await session.AliceAsync(),
            $"<{request} xmlns='urn:zimbraMail' s='{Start}' e='{Start + length}' uid='alice@example.test'><folder id='10'/></{request}>"
        );

        Assert.Equal(code, reply.Code());
    }

    [Theory]
    [InlineData("GetApptSummariesRequest", "s='x' e='1'")]
    [InlineData("GetApptSummariesRequest", "e='1'")]
    [InlineData("GetFreeBusyRequest", "s='1'")]
    [InlineData("GetMiniCalRequest", "s='' e='1'")]
    [InlineData("GetMiniCalRequest", "s='1'")]
    public async Task What_is_no_range_is_refused(string request, string attributes)
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(
            await session.AliceAsync(),
            $"<{request} xmlns='urn:zimbraMail' {attributes}><folder id='10'/></{request}>"
        );

        Assert.Equal("service.INVALID_REQUEST", reply.Code());
    }

    [Theory]
    [InlineData("", "service.FAILURE")]
    [InlineData("   ", "service.FAILURE")]
    [InlineData("some text", "service.FAILURE")]
    [InlineData("  9999999999999  ", null)]
    public async Task A_search_for_appointments_takes_what_is_no_number_for_a_failure(string start, string? code)
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(
            await session.AliceAsync(),
            $"<SearchRequest xmlns='urn:zimbraMail' types='appointment' calExpandInstStart='{start}' calExpandInstEnd='9999999999999'>"
                + "<query>in:Calendar</query></SearchRequest>"
        );

        Assert.Equal(code, reply.Code());
    }

    [Fact]
    public async Task Anybody_may_ask_for_free_busy_times_and_sees_what_everybody_sees()
    {
        await using var session = await FakeSession.StartAsync();
        await Meetings.MakeAsync(session);

        XElement seen = await session.AskAsync(null, FreeBusy);
        await session.AskAsync(
            await session.AliceAsync(),
            "<GrantPermissionRequest xmlns='urn:zimbraMail'><ace right='viewFreeBusy' gt='all'/></GrantPermissionRequest>"
        );
        XElement hidden = await session.AskAsync(null, FreeBusy);

        Assert.Equal(["f", "b", "f"], seen.One("usr").Elements().Select(stretch => stretch.Name.LocalName));
        Assert.Equal(["n"], hidden.One("usr").Elements().Select(stretch => stretch.Name.LocalName));
    }

    [Fact]
    public async Task The_days_of_a_month_are_those_on_which_something_starts_or_ends_where_the_asker_is()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();
        await session.AskAsync(
            alice,
            "<CreateAppointmentRequest xmlns='urn:zimbraMail'><m><inv><comp name='Night'><s d='20300108T050000Z'/><e d='20300108T100000Z'/>"
                + "</comp></inv></m></CreateAppointmentRequest>"
        );

        Assert.Equal(["20300107", "20300108"], await DaysAsync(session, alice, ""));
        Assert.Equal(["20300108"], await DaysAsync(session, alice, "<tz id='Europe/Paris'/>"));
        Assert.Equal(["20300108"], await DaysAsync(session, alice, "<tz id='Mine' stdoff='330'/>"));
        XElement unknown = await session.AskAsync(alice, Month("<tz id='Mars/Olympus'/>"));
        Assert.Equal("service.INVALID_REQUEST", unknown.Code());
    }

    [Fact]
    public async Task A_declined_meeting_marks_no_day_and_a_folder_that_is_not_there_is_an_error_beside_the_days()
    {
        await using var session = await FakeSession.StartAsync();
        await Meetings.MakeAsync(session, Meetings.Bob, Meetings.ToBob);
        string bob = await session.BobAsync();
        string id = await Meetings.InvitationAsync(session, bob);

        Assert.Equal(["20300107"], await DaysAsync(session, bob, "<tz id='Europe/Paris'/>"));
        await session.AskAsync(bob, Meetings.Reply(id, "DECLINE"));
        XElement month = await session.AskAsync(bob, Month("<folder id='4711'/>"));
        XElement odd = await session.AskAsync(bob, Month("<folder id='some text'/>"));

        Assert.Empty(month.All("date"));
        Assert.Equal("mail.NO_SUCH_FOLDER", month.One("error").Attribute("code")!.Value);
        Assert.Equal("4711", month.One("error").Attribute("id")!.Value);
        Assert.Equal("service.INVALID_REQUEST", odd.Code());
    }

    private static string FreeBusy => $"<GetFreeBusyRequest xmlns='urn:zimbraMail' {Meetings.January} uid='alice@example.test'/>";

    private static string Month(string content) =>
        $"<GetMiniCalRequest xmlns='urn:zimbraMail' {Meetings.January}><folder id='10'/>{content}</GetMiniCalRequest>";

    private static async Task<IEnumerable<string>> DaysAsync(FakeSession session, string token, string content) =>
        (await session.AskAsync(token, Month(content))).All("date").Select(date => date.Value);
}
