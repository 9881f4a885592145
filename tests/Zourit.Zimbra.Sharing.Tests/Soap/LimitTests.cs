using System.IO.Compression;
using System.Text;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class LimitTests
{
    private const int Limit = 128 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip"), InlineData("deflate"), InlineData("br")]
    public async Task A_small_compressed_reply_that_grows_beyond_the_limit_is_given_up(string encoding)
    {
        byte[] bomb = Compress(
            encoding,
            Encoding.UTF8.GetBytes(Replies.Soap($"<NoOpResponse xmlns=\"urn:zimbraMail\">{new string(' ', 10_000_000)}</NoOpResponse>"))
        );
        Assert.InRange(bomb.Length, 1, Limit);
        await using ScriptedServer server = Compressed(encoding, bomb);
        await using ZimbraClient client = TestClients.WithToken(server, options => options.MaxReplyBytes = Limit);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("MaxReplyBytes", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip"), InlineData("deflate"), InlineData("br")]
    public async Task A_compressed_reply_within_the_limit_is_read(string encoding)
    {
        await using ScriptedServer server = Compressed(encoding, Compress(encoding, Encoding.UTF8.GetBytes(Replies.Soap(Replies.NoOp))));
        await using ZimbraClient client = TestClients.WithToken(server);

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task A_reply_that_announces_more_than_the_limit_is_given_up_before_it_comes()
    {
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                request.CloseAfterwards = true;
                return stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {Limit + 1}\r\n\r\n"),
                        token
                    )
                    .AsTask();
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options => options.MaxReplyBytes = Limit);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("MaxReplyBytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_of_the_full_size_that_is_allowed_is_read_also_in_one_single_text()
    {
        string frame = Replies.Soap("<NoOpResponse xmlns=\"urn:zimbraMail\"><a></a></NoOpResponse>");
        string body = frame.Replace("<a></a>", $"<a>{new string('x', Limit - frame.Length)}</a>", StringComparison.Ordinal);
        Assert.Equal(Limit, body.Length);
        await using var server = ScriptedServer.Soap(_ => body);
        await using ZimbraClient client = TestClients.WithToken(server, options => options.MaxReplyBytes = Limit);

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Theory]
    [InlineData(4), InlineData(60)]
    public async Task A_reply_nested_too_deeply_says_which_setting_allows_more(int beyond)
    {
        await using var server = ScriptedServer.Soap(_ => Nested(128 + beyond));
        await using ZimbraClient client = TestClients.WithToken(server);
        await using ZimbraClient patient = TestClients.WithToken(server, options => options.MaxReplyDepth = 256);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("MaxReplyDepth", e.Message, StringComparison.Ordinal);
        Assert.NotNull(await patient.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task A_tree_of_folders_as_deep_as_the_limit_is_read_without_exhausting_the_stack()
    {
        string open = string.Concat(Enumerable.Range(0, 4000).Select(i => $"<folder id=\"{i}\" name=\"n\">"));
        string close = string.Concat(Enumerable.Repeat("</folder>", 4000));
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Soap($"<GetFolderResponse xmlns=\"urn:zimbraMail\">{open}{close}</GetFolderResponse>")
        );
        await using ZimbraClient client = TestClients.WithToken(server, options => options.MaxReplyDepth = 4096);

        GetFolderResponse response = await client.SendAsync(new GetFolderRequest(), Token);

        Assert.Equal(4000, response.Folder.SelfAndDescendants().Count());
    }

    private static string Nested(int depth) =>
        Replies.Soap(
            $"<NoOpResponse "
                + $"xmlns=\"urn:zimbraMail\">{string.Concat(Enumerable.Repeat("<a>", depth))}"
                + $"{string.Concat(Enumerable.Repeat("</a>", depth))}</NoOpResponse>"
        );

    private static ScriptedServer Compressed(string encoding, byte[] body) =>
        new(
            async (request, stream, token) =>
            {
                Assert.Contains("Accept-Encoding:", request.Head, StringComparison.OrdinalIgnoreCase);
                await stream.WriteAsync(
                    Encoding.UTF8.GetBytes(
                        $"HTTP/1.1 200 OK\r\nContent-Type: text/xml;charset=utf-8\r\nContent-Encoding: "
                            + $"{encoding}\r\nContent-Length: {body.Length}\r\n\r\n"
                    ),
                    token
                );
                await stream.WriteAsync(body, token);
            }
        );

    private static byte[] Compress(string encoding, byte[] text)
    {
        using var packed = new MemoryStream();
        using (
            Stream packer = encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            }
        )
        {
            packer.Write(text);
        }

        return packed.ToArray();
    }
}
