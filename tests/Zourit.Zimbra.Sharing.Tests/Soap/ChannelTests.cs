using System.Net.Sockets;
using System.Reflection;
using System.ServiceModel.Channels;
using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

public sealed class ChannelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_refused_connection_the_next_call_gets_through()
    {
        int connections = 0;
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server, options => options.ConfigureHttp = http =>
                http.ConnectCallback = async (context, token) =>
                {
                    if (Interlocked.Increment(ref connections) == 1)
                    {
                        throw new SocketException((int)SocketError.ConnectionRefused);
                    }

                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    await socket.ConnectAsync(context.DnsEndPoint, token);
                    return new NetworkStream(socket, ownsSocket: true);
                });

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
        Assert.True(e.IsTransient);
        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task Cancelling_ends_a_call_that_is_still_connecting()
    {
        var connecting = new TaskCompletionSource();
        await using var client = new ZimbraClient(
            new Uri("http://127.0.0.1:9"),
            ZimbraCredentials.Token(new Secret("0_given")),
            TestClients.Options(options =>
                options.ConfigureHttp = http =>
                    http.ConnectCallback = async (_, token) =>
                    {
                        connecting.TrySetResult();
                        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                        throw new InvalidOperationException("unreachable");
                    }
            )
        );
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task call = client.SendAsync(new NoOpRequest(), cancellation.Token);
        await connecting.Task.WaitAsync(Token);
        await cancellation.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            call.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Token)
        );
        Assert.Equal(cancellation.Token, e.CancellationToken);
    }

    [Fact]
    public async Task A_connection_that_takes_too_long_leaves_no_doubt_that_nothing_was_sent()
    {
        await using var client = new ZimbraClient(
            new Uri("http://127.0.0.1:9"),
            ZimbraCredentials.Token(new Secret("0_given")),
            TestClients.Options(options =>
                options.ConfigureHttp = http =>
                {
                    http.ConnectTimeout = TimeSpan.FromMilliseconds(50);
                    http.ConnectCallback = async (_, token) =>
                    {
                        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                        throw new InvalidOperationException("unreachable");
                    };
                }
            )
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            client.SendAsync(SendShareNotificationRequest.Created("10", "adresse@orange.fr", notes: null), Token)
        );

        Assert.Contains("127.0.0.1:9", e.Message, StringComparison.Ordinal);
        Assert.True(e.IsTransient);
    }

    [Fact]
    public async Task After_every_kind_of_broken_reply_the_next_call_gets_through()
    {
        (string Answer, bool Cut)[] broken =
        [
            ("", true),
            ("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<soap", true),
            ("220 smtp\r\n\r\n", true),
            (Replies.Http(500, "<html/>", "text/html"), false),
            (Replies.Http(503, ""), false),
            (Replies.Http(200, "<a"), false),
            (Replies.Http(200, ""), false),
        ];
        foreach ((string answer, bool cut) in broken)
        {
            int calls = 0;
            await using var server = new ScriptedServer(
                (request, stream, token) =>
                {
                    bool first = ++calls == 1;
                    request.CloseAfterwards = first && cut;
                    return stream
                        .WriteAsync(Encoding.UTF8.GetBytes(first ? answer : Replies.Http(200, Replies.Soap(Replies.NoOp))), token)
                        .AsTask();
                }
            );
            await using ZimbraClient client = TestClients.WithToken(server);

            await Assert.ThrowsAnyAsync<ZimbraException>(() => client.SendAsync(new NoOpRequest(), Token));
            Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
        }
    }

    [Fact]
    public async Task A_channel_that_is_no_longer_open_is_replaced()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        using var http = new SocketsHttpHandler();
        using var channel = new SoapChannel(
            new Uri(server.Address, "/service/soap/"),
            http,
            new WireLimits(65536, 32),
            TimeProvider.System
        );
        IRequestBody request = new NoOpRequest();
        var header = new ContextHeader("test", "1", null, null);
        FieldInfo current = typeof(SoapChannel).GetField("_channel", BindingFlags.NonPublic | BindingFlags.Instance)!;

        Assert.Equal("NoOpResponse", await channel.SendAsync(request, header, true, response => response.Name, Token));
        ((IRequestChannel)current.GetValue(channel)!).Abort();

        Assert.Equal("NoOpResponse", await channel.SendAsync(request, header, true, response => response.Name, Token));
    }

    [Fact]
    public async Task Many_concurrent_first_calls_each_get_their_own_answer()
    {
        await using var server = ScriptedServer.Soap(request =>
            Replies.Soap(
                $"<GetFolderResponse xmlns=\"urn:zimbraMail\"><folder "
                    + $"id=\"{request.Body.Split("l=\"")[1].Split('"')[0]}\"/></GetFolderResponse>"
            )
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        GetFolderResponse[] responses = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => client.SendAsync(GetFolderRequest.WithId($"{i}"), Token))
        );

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), responses.Select(response => response.Folder.Id));
    }

    [Fact]
    public async Task A_closed_client_says_that_it_is_closed()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        ZimbraClient used = TestClients.WithToken(server);
        ZimbraClient unused = TestClients.WithToken(server);
        await used.SendAsync(new NoOpRequest(), Token);
        await used.DisposeAsync();
        await used.DisposeAsync();
        await unused.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => used.SendAsync(new NoOpRequest(), Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => unused.SendAsync(new NoOpRequest(), Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => used.Mailbox("x@y.z").SendAsync(new NoOpRequest(), Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Closing_the_client_ends_a_call_that_is_under_way()
    {
        var arrived = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            (_, _, token) =>
            {
                arrived.TrySetResult();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        ZimbraClient client = TestClients.WithToken(server);

        Task call = client.SendAsync(SendShareNotificationRequest.Created("10", "adresse@orange.fr", notes: null), Token);
        await arrived.Task.WaitAsync(Token);
        await client.DisposeAsync();

        Exception? e = await Record.ExceptionAsync(() => call.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Token));
        Assert.True(e is ObjectDisposedException or ZimbraOutcomeUnknownException, e?.ToString());
    }
}
