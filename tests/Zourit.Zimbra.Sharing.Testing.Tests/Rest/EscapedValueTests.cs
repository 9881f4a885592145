using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Rest;

/// <summary>The server escapes all values of a feed as TEXT but rules, dates and positions, and no parameter (cases A).</summary>
public sealed class EscapedValueTests
{
    private const string Owner = "owner@monasso.org";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(@"UID:a\,b\;c\\d")]
    [InlineData(@"URL:https://maps.example/@48.85\,2.35\;z=3")]
    [InlineData(@"TZID:(UTC+01:00) Here\, There")]
    [InlineData(@"SUMMARY:One\, two\; three")]
    [InlineData(@"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:odd\,one@x.fr")]
    [InlineData("DTSTART;TZID=\"(UTC+01:00) Here, There\":20300105T090000")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO,TU")]
    public async Task A_value_is_written_as_the_server_writes_it(string line)
    {
        string feed = await FeedAsync(isPrivate: false, Owner);

        Assert.Contains(line, feed.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"));
    }

    [Fact]
    public async Task Of_a_private_event_a_reader_without_the_right_sees_no_address()
    {
        string feed = await FeedAsync(isPrivate: true, user: null);

        Assert.Contains("BEGIN:VEVENT", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("maps.example", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_given_with_an_appointment_is_in_its_feed()
    {
        await using var session = await FakeSession.StartAsync();
        await session.AskAsync(
            await session.AliceAsync(),
            "<CreateAppointmentRequest xmlns='urn:zimbraMail'><m su='Fair' l='10'><inv><comp name='Fair' url='https://x.example/a,b'>"
                + "<s d='20300105T090000Z'/><e d='20300105T100000Z'/></comp></inv></m></CreateAppointmentRequest>"
        );

        using HttpResponseMessage reply = await session.GetAsync(
            "/home/alice@example.test/Calendar.ics",
            "alice@example.test",
            "Secret-1alice"
        );

        Assert.Contains(@"URL:https://x.example/a\,b", await reply.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<string> FeedAsync(bool isPrivate, string? user)
    {
        var item = new CalendarItem
        {
            Uid = @"a,b;c\d",
            Summary = "One, two; three",
            Url = "https://maps.example/@48.85,2.35;z=3",
            Start = new DateTime(2030, 1, 5, 9, 0, 0, DateTimeKind.Unspecified),
            End = new DateTime(2030, 1, 5, 10, 0, 0, DateTimeKind.Unspecified),
            TimeZone = "(UTC+01:00) Here, There",
            RecurrenceRule = "FREQ=WEEKLY;BYDAY=MO,TU",
            Attendees = [new CalendarAttendee { Mail = "odd,one@x.fr" }],
            Class = isPrivate ? "PRIVATE" : "PUBLIC",
        };
        await using var world = await World.StartAsync(seed =>
            seed.Account(Owner, World.Password, account =>
                account.Calendar("/my-events", calendar => calendar.Item(item).SharePublicly("r"))
            )
        );
        using HttpResponseMessage reply = await world.GetAsync("/home/owner@monasso.org/my-events.ics", user, World.Password);
        return await reply.Content.ReadAsStringAsync(Cancel);
    }
}
