using System.Net;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>What each HTTP status means to somebody who reads a feed (docs/protocol.md §8.5).</summary>
public sealed class StatusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(300, false, "redirects (HTTP 300). It was not followed")]
    [InlineData(399, false, "redirects (HTTP 399)")]
    [InlineData(403, false, "was forbidden (HTTP 403) by a filter")]
    [InlineData(405, false, "is no Zimbra server (HTTP 405). Check the host, the port and the proxy.")]
    [InlineData(407, false, "is no Zimbra server (HTTP 407)")]
    [InlineData(408, true, "turning requests away (HTTP 408)")]
    [InlineData(429, true, "Wait before trying again.")]
    [InlineData(503, true, "turning requests away (HTTP 503)")]
    [InlineData(500, true, "failed to answer for")]
    [InlineData(502, true, "failed to answer for")]
    [InlineData(504, true, "(HTTP 504)")]
    public async Task A_server_that_gives_no_calendar_for_now_or_for_good_is_distinguished(int status, bool passes, string says)
    {
        ZimbraConnectionException e = await RefusedAsync<ZimbraConnectionException>(status);

        Assert.Equal((HttpStatusCode)status, e.StatusCode);
        Assert.Equal(passes, e.IsTransient);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.Operation);
    }

    [Theory]
    [InlineData(400, false, "does not understand the address")]
    [InlineData(404, false, "No Zimbra calendar is at")]
    [InlineData(404, true, "'adresse.orange.fr@monasso.org' signed in, but is given no calendar at")]
    [InlineData(501, false, "is no calendar, so it cannot be read as one (HTTP 501)")]
    public async Task A_calendar_that_is_not_there_is_said_to_be_so(int status, bool signsIn, string says)
    {
        ZimbraFeedException e = await RefusedAsync<ZimbraFeedException>(status, signsIn ? SharedCalendar.Guest : null);

        Assert.Equal((HttpStatusCode)status, e.StatusCode);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.Operation);
    }

    [Fact]
    public async Task A_status_that_Zimbra_does_not_use_is_not_interpreted()
    {
        ZimbraProtocolException e = await RefusedAsync<ZimbraProtocolException>(418);

        Assert.Contains("answered HTTP 418, which Zimbra does not use.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "or its owner does not tell them to anybody.")]
    [InlineData(404, "or its owner does not tell them to adresse.orange.fr@monasso.org.")]
    public async Task Free_busy_times_that_are_not_reported_are_said_to_be_so(int status, string says)
    {
        await using var server = new ScriptedServer(Replies.Http(status, "", extraHeaders: "WWW-Authenticate: Basic realm=\"Zimbra\"\r\n"));
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));

        ZimbraFeedException e = await Assert.ThrowsAsync<ZimbraFeedException>(() =>
            client.Feeds.ReadFreeBusyAsync(
                Ics.Address(server),
                new() { Credentials = status == 404 ? SharedCalendar.Guest : null },
                cancellationToken: Token
            )
        );

        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.Contains("No free/busy times are reported at", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opened_feed_is_read_forwards_and_asynchronously_and_not_otherwise()
    {
        const string text = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
        await using var server = new ScriptedServer(Replies.Http(200, text, "text/calendar"));
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));
        await using Stream feed = await client.Feeds.OpenAsync(Ics.Address(server), cancellationToken: Token);

        Assert.Equal((true, false, false), (feed.CanRead, feed.CanSeek, feed.CanWrite));
        Assert.Throws<NotSupportedException>(() => feed.Length);
        Assert.Throws<NotSupportedException>(() => feed.Position = 0);
        Assert.Throws<NotSupportedException>(() => feed.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => feed.SetLength(0));
        Assert.Throws<NotSupportedException>(() => feed.Write([1], 0, 1));
        Assert.Throws<NotSupportedException>(() => feed.Read(new byte[1], 0, 1));
        feed.Flush();
        byte[] buffer = new byte[100];
        int count = await ReadAllAsync(feed, buffer);
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(buffer, 1, count));
        Assert.Equal(text.Length, feed.Position);
    }

    // The array overload on purpose: programs that only know it must get the same.
    private static async Task<int> ReadAllAsync(Stream feed, byte[] buffer)
    {
        int all = 0;
#pragma warning disable CA1835
        int count;
        while ((count = await feed.ReadAsync(buffer, 1 + all, buffer.Length - all - 1, Token)) > 0)
#pragma warning restore CA1835
        {
            all += count;
        }

        return all;
    }

    private static async Task<TException> RefusedAsync<TException>(int status, FeedCredentials? credentials = null)
        where TException : Exception
    {
        await using var server = new ScriptedServer(Replies.Http(status, ""));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Anonymous,
            TestClients.Options(options => options.MaxRetries = 0)
        );
        return await Assert.ThrowsAsync<TException>(() =>
            client.Feeds.ReadAsync(Ics.Address(server), new() { Credentials = credentials }, cancellationToken: Token)
        );
    }
}
