using System.IO.Compression;
using System.Text;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>
/// Answers that never end, or are far larger than they look: given up at the limit, whose name and remedy the exception tells.
/// </summary>
[Collection(nameof(HostileTests))]
[Trait("Category", "Slow")]
public sealed class TransferLimitTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly PersonalLink Link = ProvisioningKey
        .Parse(new Secret("0:1:0001"))
        .Sign(new Uri("http://127.0.0.1"), "owner-id", "10", "adresse@orange.fr", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip"), InlineData("deflate"), InlineData("br")]
    public async Task A_compressed_feed_that_grows_beyond_the_limit_is_given_up(string encoding)
    {
        await using ScriptedServer server = Bomb(encoding, "text/calendar", "BEGIN:VCALENDAR\r\n", "X-A:bbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n");

        ZimbraProtocolException e = await RefusedAsync(server, client =>
            client.Feeds.ReadAsync(Ics.Address(server), new FeedReadOptions { MaxBytes = Megabyte })
        );

        Assert.Contains("FeedReadOptions.MaxBytes", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip"), InlineData("deflate"), InlineData("br")]
    public async Task A_compressed_sign_up_page_that_grows_beyond_the_limit_is_given_up(string encoding)
    {
        await using ScriptedServer server = Bomb(encoding, "text/html", "<html>", "<p>x</p>");

        ZimbraProtocolException e = await RefusedAsync(server, client =>
            client.Invitations.AcceptAsync(LinkTo(server), "A", new Secret("s3cret-Pässword"), cancellationToken: Token)
        );

        Assert.Contains("larger than 1048576 bytes, more than any sign-up page", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Free_busy_times_beyond_the_limit_are_given_up()
    {
        await using ScriptedServer server = Bomb(
            "gzip",
            "text/calendar",
            "BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\n",
            "FREEBUSY:20270101T000000Z/PT1H\r\n"
        );

        ZimbraProtocolException e = await RefusedAsync(
            server,
            client => client.Feeds.ReadFreeBusyAsync(Ics.Address(server), cancellationToken: Token),
            100L * Megabyte
        );

        Assert.Contains("Ask for a shorter time", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_without_end_is_given_up()
    {
        await using ScriptedServer server = Endless(
            "text/xml",
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body><NoOpResponse>",
            "<a/>"
        );

        ZimbraProtocolException e = await RefusedAsync(server, client => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("ZimbraClientOptions.MaxReplyBytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_of_events_without_end_is_given_up()
    {
        await using ScriptedServer server = Endless("text/calendar", "BEGIN:VCALENDAR\r\n", Ics.Event("1", "DTSTART:20270715T090000Z"));

        ZimbraProtocolException e = await RefusedAsync(
            server,
            client => client.Feeds.ReadAsync(Ics.Address(server), new FeedReadOptions { MaxBytes = 4 * Megabyte }),
            60L * Megabyte
        );

        Assert.Contains("FeedReadOptions.MaxBytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_one_line_without_end_is_given_up()
    {
        await using ScriptedServer server = Endless("text/calendar", "BEGIN:VCALENDAR\r\nX-WR-CALNAME:", "x");

        ZimbraProtocolException e = await RefusedAsync(server, client => client.Feeds.ReadAsync(Ics.Address(server)));

        Assert.Contains("a line of more than 65536 bytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_trickles_is_given_up_in_time()
    {
        await using ScriptedServer server = Trickling("text/calendar", "BEGIN:VCALENDAR\r\nX-A:");

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            WithClientAsync(
                server,
                client => client.Feeds.ReadAsync(Ics.Address(server)),
                options => (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1))
            )
        );

        Assert.Contains("TotalTimeout", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_and_a_sign_up_page_that_trickle_are_given_up_in_time()
    {
        await using ScriptedServer server = Trickling("text/xml", "<soap:Envelope>");
        void Hurry(ZimbraClientOptions options) =>
            (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(300));

        ZimbraConnectionException reply = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            WithClientAsync(server, client => client.SendAsync(new NoOpRequest(), Token), Hurry)
        );
        ZimbraConnectionException page = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            WithClientAsync(
                server,
                client => client.Invitations.AcceptAsync(LinkTo(server), "A", new Secret("s3cret-Pässword"), cancellationToken: Token),
                Hurry
            )
        );

        Assert.All([reply, page], e => Assert.Contains("Timeout", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Headers_without_end_are_given_up_and_not_taken_for_a_large_reply()
    {
        await using var server = new ScriptedServer(
            async (request, stream, token) =>
            {
                request.CloseAfterwards = true;
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"u8.ToArray(), token);
                byte[] header = Encoding.ASCII.GetBytes($"X-A: {new string('a', 8_000)}\r\n");
                for (int at = 0; at < 100; at++)
                {
                    await stream.WriteAsync(header, token);
                }
            }
        );

        ZimbraProtocolException reply = await RefusedAsync(server, client => client.SendAsync(new NoOpRequest(), Token));
        ZimbraProtocolException feed = await RefusedAsync(server, client => client.Feeds.ReadAsync(Ics.Address(server)));
        ZimbraProtocolException page = await RefusedAsync(server, client =>
            client.Invitations.AcceptAsync(LinkTo(server), "A", new Secret("s3cret-Pässword"), cancellationToken: Token)
        );

        Assert.All([reply, feed, page], e =>
        {
            Assert.Contains("headers", e.Message, StringComparison.Ordinal);
            Assert.Contains("MaxResponseHeadersLength", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("MaxReplyBytes", e.Message, StringComparison.Ordinal);
        });
    }

    private static PersonalLink LinkTo(ScriptedServer server) =>
        PersonalLink.Parse(
            Link.Uri.AbsoluteUri.Replace("http://127.0.0.1", server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
        );

    private static async Task<ZimbraProtocolException> RefusedAsync(
        ScriptedServer server,
        Func<ZimbraClient, Task> action,
        long allowed = 40L * Megabyte
    )
    {
        ZimbraProtocolException refusal = null!;
        long allocated = await Cost.OfAsync(TestContext.Current.Test!.TestDisplayName, async () =>
            refusal = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
                WithClientAsync(server, action, options => options.MaxReplyBytes = Megabyte)
            )
        );
        Assert.True(allocated < allowed, $"{allocated:N0} bytes were allocated");
        return refusal;
    }

    private static async Task WithClientAsync(ScriptedServer server, Func<ZimbraClient, Task> action, Action<ZimbraClientOptions> configure)
    {
        await using ZimbraClient client = TestClients.WithToken(server, configure);
        await action(client);
    }

    private static ScriptedServer Bomb(string encoding, string type, string start, string piece)
    {
        using var packed = new MemoryStream();
        using (
            Stream packer = encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            }
        )
        {
            packer.Write(Encoding.ASCII.GetBytes(start));
            byte[] block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length)));
            for (int at = 0; at < 64; at++)
            {
                packer.Write(block);
            }
        }

        byte[] body = packed.ToArray();
        Assert.True(body.Length < 2 * Megabyte, $"{body.Length:N0} bytes are no bomb");
        return new ScriptedServer(
            async (request, stream, token) =>
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Encoding: "
                            + $"{encoding}\r\nContent-Length: {body.Length}\r\n\r\n"
                    ),
                    token
                );
                await stream.WriteAsync(body, token);
            }
        );
    }

    private static ScriptedServer Endless(string type, string start, string piece)
    {
        byte[] block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, 64 * 1024 / piece.Length)));
        return new ScriptedServer(
            async (request, stream, token) =>
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nConnection: close\r\n\r\n{start}"),
                    token
                );
                while (true)
                {
                    await stream.WriteAsync(block, token);
                }
            }
        );
    }

    private static ScriptedServer Trickling(string type, string start) =>
        new(
            async (request, stream, token) =>
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nConnection: close\r\n\r\n{start}"),
                    token
                );
                while (true)
                {
                    await stream.WriteAsync("x"u8.ToArray(), token);
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, token);
                }
            }
        );
}
