using System.Net;
using System.Net.Sockets;
using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Feeds.ScriptedFeed;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class FailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FeedCredentials Guest => new(SharedCalendar.Identifier, new Secret(SharedCalendar.GuestPassword));

    [Theory]
    [InlineData(301), InlineData(302), InlineData(307), InlineData(308)]
    public async Task A_redirect_is_refused_and_the_password_goes_nowhere(int status)
    {
        await using var elsewhere = new ScriptedServer(Replies.Http(200, Calendar, "text/calendar"));
        await using var server = new ScriptedServer(
            Replies.Http(status, "", extraHeaders: $"Location: {elsewhere.Address}home/o/c.ics\r\n")
        );

        var e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => Read(server, Guest));

        Assert.Equal((HttpStatusCode)status, e.StatusCode);
        Assert.Contains($"to {elsewhere.Address}".TrimEnd('/'), e.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData(503), InlineData(429)]
    public async Task A_server_that_turns_away_says_how_long_to_wait(int status)
    {
        await using var server = new ScriptedServer(Replies.Http(status, "<html>busy</html>", "text/html", "Retry-After: 120\r\n"));

        var e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => Read(server));

        Assert.True(e.IsTransient);
        Assert.Equal(TimeSpan.FromSeconds(120), e.RetryAfter);
    }

    [Fact]
    public async Task A_passing_failure_is_repeated()
    {
        int calls = 0;
        await using var server = new ScriptedServer(
            (_, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(++calls == 1 ? Replies.Http(503, "") : Replies.Http(200, Calendar, "text/calendar")),
                        token
                    )
                    .AsTask()
        );

        Feed feed = await Read(server, configure: options => (options.MaxRetries, options.RetryDelay) = (2, TimeSpan.Zero));

        Assert.Empty(feed.Events);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_feed_that_breaks_off_is_read_again_from_the_start()
    {
        int calls = 0;
        string whole = Replies.Http(200, Ics.Calendar(Ics.Event("1", "DTSTART:20270101T100000Z", "SUMMARY:Un")), "text/calendar");
        await using var server = new ScriptedServer(
            async (request, stream, token) =>
            {
                bool first = ++calls == 1;
                request.CloseAfterwards = first;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(first ? whole[..^40] : whole), token);
            }
        );

        Feed feed = await Read(server, configure: options => (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.Zero));

        Assert.Equal("Un", Assert.Single(feed.Events).Summary);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_feed_without_its_end_is_not_taken_for_a_short_one()
    {
        await using var server = new ScriptedServer(
            Replies.Http(200, Calendar.Replace("END:VCALENDAR\r\n", "", StringComparison.Ordinal), "text/calendar")
        );

        var e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => Read(server, configure: options => options.MaxRetries = 2));

        Assert.Contains("ends in the middle", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_feed_that_ends_with_its_connection_may_have_been_cut()
    {
        string cut = Calendar.Replace("END:VCALENDAR\r\n", "", StringComparison.Ordinal);
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                request.CloseAfterwards = true;
                return stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nConnection: close\r\n\r\n{cut}"),
                        token
                    )
                    .AsTask();
            }
        );

        var e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => Read(server));

        Assert.True(e.IsTransient);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_feed_that_fails_again_and_again_is_asked_for_no_more_often_than_any_other_request(bool breaksOff)
    {
        int calls = 0;
        string whole = Replies.Http(200, Ics.Calendar(Ics.Event("1", "DTSTART:20270101T100000Z")), "text/calendar");
        await using var server = new ScriptedServer(
            async (request, stream, token) =>
            {
                // Sometimes it breaks off, sometimes it is not given at all.
                bool cuts = breaksOff || ++calls % 2 == 0;
                request.CloseAfterwards = cuts;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(cuts ? whole[..^40] : Replies.Http(503, "")), token);
            }
        );

        var e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            Read(server, configure: options => (options.MaxRetries, options.RetryDelay) = (2, TimeSpan.Zero))
        );

        Assert.True(e.IsTransient);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("<html><body>Please log in to the hotel's network</body></html>", "text/html")]
    [InlineData("<!DOCTYPE html><html>sign in</html>", "text/calendar")]
    [InlineData("hello", "text/plain")]
    [InlineData("", "text/calendar")]
    public async Task Something_else_than_a_calendar_is_said_to_be_so(string body, string type)
    {
        await using var server = new ScriptedServer(Replies.Http(200, body, type));

        await Assert.ThrowsAsync<ZimbraProtocolException>(() => Read(server));
    }

    [Fact]
    public async Task A_folder_that_is_no_calendar_is_said_to_be_so()
    {
        await using var server = new ScriptedServer(Replies.Http(501, "<html></html>", "text/html"));

        var e = await Assert.ThrowsAsync<ZimbraFeedException>(() => Read(server, Guest));

        Assert.Equal(HttpStatusCode.NotImplemented, e.StatusCode);
        Assert.Contains("no calendar", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_401_without_challenge_is_no_matter_of_the_password()
    {
        await using var server = new ScriptedServer(Replies.Http(401, "", "text/html"));

        var e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => Read(server, Guest));

        Assert.Equal(AuthenticationFailure.TokenRejected, e.Failure);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var client = new ZimbraClient(
            new Uri($"http://127.0.0.1:{port}"),
            ZimbraCredentials.Anonymous,
            TestClients.Options(null)
        );

        var e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            client.Feeds.ReadAsync(IcsAddress.Parse($"http://127.0.0.1:{port}/home/o@x.org/c.ics"), cancellationToken: Token)
        );

        Assert.Contains($"127.0.0.1:{port}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_on_a_host_that_fails_does_not_close_the_way_to_the_clients_server()
    {
        await using var failing = new ScriptedServer(Replies.Http(502, ""));
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server, options => options.BreakAfterRequests = 2);

        for (int times = 0; times < 4; times++)
        {
            await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
                client.Feeds.ReadAsync(Ics.Address(failing), cancellationToken: Token)
            );
        }

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
        Assert.Equal(2, failing.Requests.Count);
    }

    [Fact]
    public async Task Plain_http_to_another_machine_is_refused_before_anything_is_sent()
    {
        await using var client = new ZimbraClient(new Uri("https://mail1.example.net"), ZimbraCredentials.Anonymous);

        var e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            client.Feeds.ReadAsync(
                IcsAddress.Parse("http://mail1.example.net/home/o@x.org/c.ics"),
                new() { Credentials = Guest },
                cancellationToken: Token
            )
        );

        Assert.Contains("plain http", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:b", "pass"), InlineData(" ", "pass"), InlineData("guest@x.org", "")]
    public void Credentials_that_cannot_work_are_refused(string user, string password) =>
        Assert.ThrowsAny<ArgumentException>(() => new FeedCredentials(user, new Secret(password)));

    [Fact]
    public async Task Options_out_of_range_are_named()
    {
        await using var server = new ScriptedServer(Replies.Http(200, Calendar, "text/calendar"));

        var e = await Assert.ThrowsAnyAsync<ArgumentException>(() => Read(server, options: new FeedReadOptions { MaxBytes = 3 }));
        Assert.Contains("MaxBytes", e.Message, StringComparison.Ordinal);
        DateTimeOffset day = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Read(server, options: new FeedReadOptions { From = day, To = day }));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Credentials_go_with_the_first_request_in_UTF8()
    {
        await using var server = new ScriptedServer(Replies.Http(200, Calendar, "text/calendar"));

        await Read(server, Guest);

        ReceivedRequest request = Assert.Single(server.Requests);
        Assert.Contains(
            "Authorization: Basic "
                + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SharedCalendar.Identifier}:{SharedCalendar.GuestPassword}")),
            request.Head,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Cookie", request.Head, StringComparison.OrdinalIgnoreCase);
    }

    // docs/protocol.md §12.3
    [Fact]
    public async Task Credentials_are_those_of_the_vector()
    {
        await using var server = new ScriptedServer(Replies.Http(200, Calendar, "text/calendar"));

        await Read(
            server,
            FeedCredentials.ForGuest(
                GuestIdentifier.For(GuestAddress.Parse("adresse@orange.fr"), "monasso.fr"),
                new Secret("s3cret-Pässword")
            )
        );

        Assert.Contains(
            "Authorization: Basic YWRyZXNzZS5vcmFuZ2UuZnJAbW9uYXNzby5mcjpzM2NyZXQtUMOkc3N3b3Jk\r\n",
            Assert.Single(server.Requests).Head,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Credentials_print_without_the_password() => Assert.Equal(SharedCalendar.Identifier, Guest.ToString());
}
