using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>SetAppointment: a client stores what it has, whatever the calendar had.</summary>
public sealed class SetAppointmentTests
{
    private const string Uid = "set-1";

    [Theory]
    [InlineData("", "service.INVALID_REQUEST")]
    [InlineData("<default/>", "service.INVALID_REQUEST")]
    [InlineData("<default><m/></default>", "service.FAILURE")]
    [InlineData("<default><m><inv><comp name='x'/></inv></m></default>", "service.INVALID_REQUEST")]
    [InlineData("<cancel><m><inv><comp name='x'><s d='20300107T090000Z'/></comp></inv></m></cancel>", "service.INVALID_REQUEST")]
    [InlineData("<default><m><inv><content uid='x' summary='x'>nothing</content></inv></m></default>", "service.PARSE_ERROR")]
    public async Task Nothing_is_stored_of_a_request_that_holds_no_appointment(string content, string code)
    {
        await using var session = await FakeSession.StartAsync();

        Assert.Equal(code, (await session.AskAsync(await session.AliceAsync(), Set(content))).Code());
        Assert.Empty(Items(session));
    }

    [Fact]
    public async Task An_appointment_is_stored_under_its_UID_and_replaced_by_the_next_one()
    {
        await using var session = await FakeSession.StartAsync();
        string alice = await session.AliceAsync();

        XElement first = await session.AskAsync(alice, Set(Part("default", "One")));
        XElement second = await session.AskAsync(alice, Set(Part("default", "Two")));

        CalendarItem stored = Assert.Single(Items(session));
        Assert.Equal("Two", stored.Summary);
        Assert.Equal(Uid, stored.Uid);
        Assert.Equal(first.Attribute("calItemId")!.Value, second.Attribute("calItemId")!.Value);
        Assert.Equal($"{stored.InviteId}", second.One("default").Attribute("id")!.Value);
    }

    [Fact]
    public async Task A_series_comes_with_its_changed_and_cancelled_dates()
    {
        await using var session = await FakeSession.StartAsync();

        XElement reply = await session.AskAsync(
            await session.AliceAsync(),
            Set(
                Part("default", "Series", Meetings.Weekly)
                    + Part("except", "Changed", "<exceptId d='20300114T090000' tz='Europe/Paris'/>")
                    + Part("cancel", "Gone", "<exceptId d='20300121T090000' tz='Europe/Paris'/>")
            )
        );

        CalendarItem stored = Assert.Single(Items(session));
        Assert.Equal("Changed", Assert.Single(stored.Exceptions).Summary);
        Assert.Equal([new DateTime(2030, 1, 21, 9, 0, 0)], stored.ExceptionDates);
        Assert.Equal("TZID=Europe/Paris:20300114T090000", reply.One("except").Attribute("recurId")!.Value);
    }

    [Fact]
    public async Task An_attendees_copy_has_the_answer_that_the_client_gives_and_the_answers_of_others()
    {
        await using var session = await FakeSession.StartAsync();
        string bob = await session.BobAsync();

        XElement reply = await session.AskAsync(
            bob,
            Set(
                Part("default", "Meeting", Meetings.Bob).Replace("<default>", "<default ptst='AC'>", StringComparison.Ordinal)
                    + "<replies><reply at='carol@example.test' ptst='DE' seq='0' d='1893801600000'/></replies>"
            )
        );
        XElement read = await session.AskAsync(bob, Meetings.Get($"id='{reply.Attribute("apptId")!.Value}'"));

        Assert.Equal("AC", read.One("at").Attribute("ptst")!.Value);
        Assert.Equal("DE", read.One("reply").Attribute("ptst")!.Value);
        Assert.Empty(session.Zimbra.Outbox.Mails);
    }

    [Fact]
    public async Task An_appointment_comes_as_iCalendar_text_too()
    {
        await using var session = await FakeSession.StartAsync();

        await session.AskAsync(
            await session.AliceAsync(),
            Set(
                "<default><m><inv><content uid='text-1' summary='Text'>BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:text-1\n"
                    + "SUMMARY:Text\nDTSTART:20300107T090000Z\nDTEND:20300107T100000Z\n"
                    + "END:VEVENT\nEND:VCALENDAR</content></inv></m></default>"
            )
        );

        Assert.Equal("Text", Assert.Single(Items(session)).Summary);
    }

    private static List<CalendarItem> Items(FakeSession session) => session.Zimbra.FolderOf("alice@example.test", "/Calendar")!.Items;

    private static string Set(string content) => $"<SetAppointmentRequest xmlns='urn:zimbraMail'>{content}</SetAppointmentRequest>";

    private static string Part(string kind, string name, string comp = "") =>
        $"<{kind}>{Meetings.Message(comp, name: name).Replace("<comp ", $"<comp uid='{Uid}' ", StringComparison.Ordinal)}</{kind}>";
}
