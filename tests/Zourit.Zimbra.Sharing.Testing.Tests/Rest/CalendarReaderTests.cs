using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Rest;

/// <summary>Programs that know nothing of Zimbra and read a calendar's address.</summary>
public sealed class CalendarReaderTests
{
    private const string Address = "/home/owner@monasso.org/my-events.ics";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_program_is_asked_for_a_password_and_then_reads_whatever_it_has_cached()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account =>
                    account.Calendar("/my-events", calendar =>
                        calendar
                            .Event(
                                "Fair",
                                new DateTimeOffset(2026, 12, 5, 9, 0, 0, TimeSpan.Zero),
                                new DateTimeOffset(2026, 12, 5, 17, 0, 0, TimeSpan.Zero)
                            )
                            .PrivateEvent(
                                "Doctor",
                                new DateTimeOffset(2026, 12, 6, 9, 0, 0, TimeSpan.Zero),
                                new DateTimeOffset(2026, 12, 6, 10, 0, 0, TimeSpan.Zero)
                            )
                            .ShareWithGuest(World.Guest, "r")
                    )
                )
                .Guest(World.Guest, "monasso.org", "Guest-Pass1")
        );

        using var asked = await world.GetAsync(Address);
        Assert.Equal(
            (HttpStatusCode.Unauthorized, "BASIC realm=\"Zimbra\""),
            (asked.StatusCode, asked.Headers.GetValues("WWW-Authenticate").Single())
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("adresse.orange.fr@monasso.org:Guest-Pass1"))
        );
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        request.Headers.TryAddWithoutValidation("If-Modified-Since", "Tue, 24 Nov 2099 08:00:00 GMT");
        using var reply = await world.Http.SendAsync(request, Cancel);

        var text = await reply.Content.ReadAsStringAsync(Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        Assert.Null(reply.Headers.ETag);
        Assert.Contains("SUMMARY:Fair\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Doctor", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("BEGIN:VEVENT").Length - 1);
    }

    [Fact]
    public async Task A_program_that_speaks_plain_http_over_a_socket_is_served_and_the_connection_kept()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account => account.Calendar("/my-events", calendar => calendar.SharePublicly("r")))
        );
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, world.Zimbra.ServerUri.Port, Cancel);
        var stream = socket.GetStream();

        for (var i = 0; i < 2; i++)
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"GET {Address} HTTP/1.1\r\nHost: any.example\r\nUser-Agent: curl/8\r\nAccept: */*\r\n\r\n"),
                Cancel
            );
            var received = "";
            var buffer = new byte[4096];
            while (!received.Contains("END:VCALENDAR", StringComparison.Ordinal))
            {
                var count = await stream.ReadAsync(buffer, Cancel);
                Assert.NotEqual(0, count);
                received += Encoding.UTF8.GetString(buffer, 0, count);
            }

            Assert.StartsWith("HTTP/1.1 200 OK\r\n", received, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_series_without_an_instance_between_two_bounds_is_left_out()
    {
        await using var world = await World.StartAsync(seed =>
            seed.Account(World.Owner, World.Password, account =>
                account.Calendar("/my-events", calendar =>
                    calendar
                        .Ics(
                            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:monthly\r\n"
                                + "DTSTAMP:20260101T000000Z\r\nDTSTART:20260101T090000Z\r\nDTEND:20260101T100000Z\r\n"
                                + "RRULE:FREQ=MONTHLY;COUNT=12\r\nSUMMARY:Monthly\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                        )
                        .SharePublicly("r")
                )
            )
        );

        Assert.Contains("Monthly", await ReadAsync(world, "?start=2026/03/01&end=2026/03/02"), StringComparison.Ordinal);
        Assert.DoesNotContain("Monthly", await ReadAsync(world, "?start=2026/03/05&end=2026/03/20"), StringComparison.Ordinal);
        Assert.Contains("Monthly", await ReadAsync(world, "?start=2026/03/05"), StringComparison.Ordinal);
        Assert.DoesNotContain("Monthly", await ReadAsync(world, "?start=2027/03/05"), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(World world, string query)
    {
        using var reply = await world.GetAsync(Address + query);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadAsStringAsync(Cancel);
    }
}
