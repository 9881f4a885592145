using System.Text;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;
using static Zourit.Zimbra.Sharing.Tests.Feeds.ScriptedFeed;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class BoundTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endless_feed_is_cut_at_the_limit()
    {
        byte[] line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("X-FILL:x\r\n", 1000)));
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(
                    Encoding.UTF8.GetBytes(
                        $"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nConnection: close\r\n\r\nBEGIN:VCALENDAR\r\n"
                    ),
                    token
                );
                while (true)
                {
                    await stream.WriteAsync(line, token);
                }
            }
        );

        var e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            Read(server, options: new FeedReadOptions { MaxBytes = 1_000_000 })
        );

        Assert.Contains("MaxBytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_no_calendar()
    {
        await using var server = new ScriptedServer(Replies.Http(200, "BEGIN:VCALENDAR\r\nX:" + new string('x', 200_000), "text/calendar"));

        await Assert.ThrowsAsync<ZimbraProtocolException>(() => Read(server));
    }

    [Fact]
    public async Task Cancelling_ends_the_reading_of_a_stalled_body_at_once()
    {
        var stalled = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(
                    Encoding.UTF8.GetBytes(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nContent-Length: 1000\r\n\r\nBEGIN:VCALENDAR\r\n"
                    ),
                    token
                );
                stalled.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task reading = Read(server, token: impatient.Token);
        await stalled.Task.WaitAsync(Token);
        await impatient.CancelAsync();

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(impatient.Token, e.CancellationToken);
    }

    [Fact]
    public async Task A_stalled_body_ends_by_the_time_limit()
    {
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(
                    Encoding.UTF8.GetBytes(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nContent-Length: 1000\r\n\r\nBEGIN:VCALENDAR\r\n"
                    ),
                    token
                );
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );

        var e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            Read(server, configure: options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300))
        );

        Assert.True(e.IsTransient);
        Assert.Contains("AttemptTimeout", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_keeps_coming_may_take_longer_than_an_attempt()
    {
        await using var server = Dripping(
            Ics.Calendar([.. Enumerable.Range(0, 30).Select(at => Ics.Event($"{at}", "DTSTART:20270101T100000Z"))]),
            pieces: 12
        );

        Feed feed = await Read(server, configure: options => options.AttemptTimeout = TimeSpan.FromSeconds(2));

        Assert.Equal(30, feed.Events.Count);
    }

    [Fact]
    public async Task A_feed_that_drips_without_end_is_cut_by_the_total_limit()
    {
        await using var server = Dripping(Calendar + new string('\n', 10_000), pieces: 10_000);

        var e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            Read(server, configure: options => options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(1))
        );

        Assert.Contains("TotalTimeout", e.Message, StringComparison.Ordinal);
    }

    /// <summary>Sends its answer in pieces, five a second.</summary>
    private static ScriptedServer Dripping(string calendar, int pieces) =>
        new(
            async (_, stream, token) =>
            {
                byte[] body = Encoding.UTF8.GetBytes(calendar);
                await stream.WriteAsync(
                    Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nContent-Length: {body.Length}\r\n\r\n"),
                    token
                );
                foreach (byte[] piece in body.Chunk((body.Length / pieces) + 1))
                {
                    await stream.WriteAsync(piece, token);
                    await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, token);
                }
            }
        );
}
