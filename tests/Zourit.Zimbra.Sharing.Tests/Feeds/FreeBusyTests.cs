using System.Net;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class FreeBusyTests
{
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_sees_when_the_owner_of_a_closed_calendar_is_busy()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync(events =>
            events.PrivateEvent("Docteur", Noon, Noon.AddHours(1)).Event("Après", Noon.AddDays(100), Noon.AddDays(101))
        );

        FreeBusy busy = await calendar.Client.Feeds.ReadFreeBusyAsync(
            calendar.Address,
            new() { From = Noon.AddDays(-1), To = Noon.AddDays(1) },
            cancellationToken: Token
        );

        Assert.Equal(SharedCalendar.Owner, busy.Account);
        Assert.Equal(
            new BusyTime
            {
                Start = Noon,
                End = Noon.AddHours(1),
                Kind = BusyKind.Busy,
            },
            Assert.Single(busy.Times)
        );
        Assert.Equal((Noon.AddDays(-1), Noon.AddDays(1)), (busy.From, busy.To));
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_not_reported_as_free()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        var nobody = IcsAddress.Parse(calendar.Address.ToString().Replace("owner@", "nobody@", StringComparison.Ordinal));

        var e = await Assert.ThrowsAsync<ZimbraFeedException>(() =>
            calendar.Client.Feeds.ReadFreeBusyAsync(nobody, cancellationToken: Token)
        );

        Assert.Equal(HttpStatusCode.Unauthorized, e.StatusCode);
        Assert.Contains("no such account", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_366_days_are_refused_before_the_server_does()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            calendar.Client.Feeds.ReadFreeBusyAsync(
                calendar.Address,
                new() { From = Noon, To = Noon.AddDays(367) },
                cancellationToken: Token
            )
        );
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            calendar.Client.Feeds.ReadFreeBusyAsync(calendar.Address, new() { From = Noon, To = Noon }, cancellationToken: Token)
        );

        Assert.Empty(calendar.Server.Journal.Entries);
    }

    [Theory]
    [InlineData("07-46-ifb"), InlineData("07-49-ifb-user")]
    public async Task A_recorded_answer_is_read(string name)
    {
        await using var server = new ScriptedServer(Replies.Http(200, Recordings.Named(name).Reply.Text, "text/calendar;charset=utf-8"));
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));

        FreeBusy busy = await client.Feeds.ReadFreeBusyAsync(Ics.Address(server), cancellationToken: Token);

        Assert.Equal("alice@example.test", busy.Account);
        Assert.Empty(busy.Times);
    }

    [Fact]
    public async Task Kinds_and_lengths_are_read_and_the_folder_and_the_event_are_passed()
    {
        await using var server = new ScriptedServer(
            Replies.Http(
                200,
                "BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nORGANIZER:mailto:o@x.org\r\nFREEBUSY;"
                    + "FBTYPE=BUSY-UNAVAILABLE:20270502T100000Z/PT2H\r\n"
                    + "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270501T100000Z/20270501T110000Z,20270501T120000Z/20270501T130000Z\r\n"
                    + "FREEBUSY;FBTYPE=FREE:20270503T100000Z/PT2H\r\n"
                    + "END:VFREEBUSY\r\nEND:VCALENDAR\r\n",
                "text/calendar"
            )
        );
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));

        FreeBusy busy = await client.Feeds.ReadFreeBusyAsync(
            Ics.Address(server),
            new()
            {
                From = Noon,
                FolderId = "257",
                ExceptEvent = "a b@c",
            },
            cancellationToken: Token
        );

        Assert.Equal([BusyKind.Tentative, BusyKind.Tentative, BusyKind.Unavailable], busy.Times.Select(time => time.Kind));
        Assert.Equal(TimeSpan.FromHours(2), busy.Times[2].End - busy.Times[2].Start);
        Assert.Contains(
            $"/my-events.ifb?start={Noon.ToUnixTimeMilliseconds()}&end={Noon.AddDays(93).ToUnixTimeMilliseconds()}&fbcal=257&"
                + "exuid=a%20b%40c ",
            Assert.Single(server.Requests).RequestLine,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nFREEBUSY:20270501T100000Z")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nFREEBUSY:always\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n")]
    public async Task An_answer_that_is_invalid_is_said_to_be_so(string body)
    {
        await using var server = new ScriptedServer(Replies.Http(200, body, "text/calendar"));
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));

        await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            client.Feeds.ReadFreeBusyAsync(Ics.Address(server), cancellationToken: Token)
        );
    }
}
