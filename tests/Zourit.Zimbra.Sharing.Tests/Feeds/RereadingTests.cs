using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>The server gives no ETag: a hash of the content tells whether anything changed.</summary>
public sealed class RereadingTests
{
    private static readonly string One = Ics.Event("one", "DTSTART:20270715T090000Z", "SUMMARY:Un");
    private static readonly string Two = Ics.Event("two", "DTSTART:20270716T090000Z", "SUMMARY:Deux");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_that_did_not_change_is_not_read_again_and_one_that_did_is()
    {
        DateTimeOffset noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Un", noon, noon.AddHours(1)))
        ).WithGuest();
        Feed first = await calendar.Client.Feeds.ReadAsync(
            calendar.Address,
            new() { Credentials = SharedCalendar.Guest },
            cancellationToken: Token
        );

        Assert.Null(
            await calendar.Client.Feeds.ReadIfChangedAsync(
                calendar.Address,
                first.ContentHash,
                new() { Credentials = SharedCalendar.Guest },
                cancellationToken: Token
            )
        );

        calendar.Server.Change(directory =>
        {
            var items = directory.FindAccount(SharedCalendar.Owner)!.Mailbox!.Find(calendar.Path.Value)!.Items;
            items[0] = items[0] with { Summary = "Autre" };
        });
        Feed? second = await calendar.Client.Feeds.ReadIfChangedAsync(
            calendar.Address,
            first.ContentHash,
            new() { Credentials = SharedCalendar.Guest },
            cancellationToken: Token
        );

        Assert.Equal("Autre", Assert.Single(second!.Events).Summary);
        Assert.NotEqual(first.ContentHash, second.ContentHash);
    }

    [Fact]
    public async Task Order_and_stamps_make_no_change()
    {
        string hash = (await Ics.ReadAsync(Ics.Calendar(One, Two))).ContentHash;

        Assert.Equal(hash, (await Ics.ReadAsync(Ics.Calendar(Two, One))).ContentHash);
        Assert.Equal(
            hash,
            (
                await Ics.ReadAsync(Ics.Calendar(One, Two.Replace("DTSTAMP:20270101", "DTSTAMP:20270202", StringComparison.Ordinal)))
            ).ContentHash
        );
        Assert.Equal(
            hash,
            (await Ics.ReadAsync(Ics.Calendar(One, Two).Replace("PRODID:Zimbra", "PRODID:Other", StringComparison.Ordinal))).ContentHash
        );
    }

    [Fact]
    public async Task Anything_else_is_a_change()
    {
        string calendar = Ics.Calendar(One, Two);
        string[] changed =
        [
            Ics.Calendar(One),
            Ics.Calendar(One, Two, Two),
            calendar.Replace("Deux", "Trois", StringComparison.Ordinal),
            calendar.Replace("20270716T09", "20270716T10", StringComparison.Ordinal),
            calendar.Replace("X-WR-CALNAME:Test", "X-WR-CALNAME:Other", StringComparison.Ordinal),
            calendar.Replace(":336", ":337", StringComparison.Ordinal),
            calendar.Replace("SUMMARY:Un", "SUMMARY:U\r\n n", StringComparison.Ordinal).Replace("Deux", "x", StringComparison.Ordinal),
        ];

        var hashes = new HashSet<string> { (await Ics.ReadAsync(calendar)).ContentHash };
        foreach (string one in changed)
        {
            Assert.True(hashes.Add((await Ics.ReadAsync(one)).ContentHash), one);
        }
    }

    [Fact]
    public async Task Another_window_is_a_change()
    {
        DateTimeOffset day = new(2027, 7, 1, 0, 0, 0, TimeSpan.Zero);
        string calendar = Ics.Calendar(One, Two);

        string july = (await Ics.ReadAsync(calendar, new FeedReadOptions { From = day, To = day.AddDays(31) })).ContentHash;
        Assert.Equal(july, (await Ics.ReadAsync(calendar, new FeedReadOptions { From = day, To = day.AddDays(31) })).ContentHash);
        Assert.NotEqual(july, (await Ics.ReadAsync(calendar, new FeedReadOptions { From = day, To = day.AddDays(30) })).ContentHash);
    }

    [Fact]
    public async Task The_raw_text_is_given_as_the_server_sent_it()
    {
        string calendar = Ics.Calendar(One, Two);
        await using var server = new ScriptedServer(Replies.Http(200, calendar, "text/calendar"));
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));

        await using Stream stream = await client.Feeds.OpenAsync(Ics.Address(server), cancellationToken: Token);
        using var reader = new StreamReader(stream);

        Assert.Equal(calendar, await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task The_raw_text_stalls_no_longer_than_the_time_limit_and_is_bounded()
    {
        await using var server = new ScriptedServer(
            async (request, stream, token) =>
            {
                await stream.WriteAsync(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(),
                    token
                );
                await stream.WriteAsync(new byte[5000], token);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Anonymous,
            TestClients.Options(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300))
        );

        await using Stream stalled = await client.Feeds.OpenAsync(Ics.Address(server), cancellationToken: Token);
        var late = await Assert.ThrowsAsync<ZimbraConnectionException>(() => stalled.CopyToAsync(Stream.Null, Token));
        await using Stream bounded = await client.Feeds.OpenAsync(Ics.Address(server), new() { MaxBytes = 1024 }, cancellationToken: Token);
        await Assert.ThrowsAsync<ZimbraProtocolException>(() => bounded.CopyToAsync(Stream.Null, Token));

        Assert.True(late.IsTransient);
    }
}
