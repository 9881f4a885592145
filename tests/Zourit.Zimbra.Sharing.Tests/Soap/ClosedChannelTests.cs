using System.ServiceModel.Channels;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>What is closed sends nothing more, and closes nothing that is not its own.</summary>
public sealed class ClosedChannelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_channel_sends_nothing_more()
    {
        var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));
        await channel.SendAsync(new NoOpRequest(), response => response.Name, Token);

        await channel.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => channel.SendAsync(new NoOpRequest(), response => response.Name, Token));
        Assert.Equal(1, channel.Requests);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_channel_that_cannot_be_opened_leaves_no_doubt_that_nothing_was_sent(bool isSafe)
    {
        await using var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));
        channel.Inside<IChannelFactory<IRequestChannel>>("_factory").Abort();

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            channel.SendAsync(new NoOpRequest(), response => response.Name, Token, isSafe)
        );

        Assert.Equal("NoOpRequest: the request could not be sent.", e.Message);
        Assert.False(e.IsTransient);
        Assert.Equal(0, channel.Requests);
    }

    [Fact]
    public async Task The_handlers_of_a_channel_leave_the_connections_open_when_they_are_closed()
    {
        using var connections = new StubHandler(() => new HttpResponseMessage());
        foreach (
            HttpMessageHandler handler in (HttpMessageHandler[])
                [new ReplyHandler(connections, 1024, TimeProvider.System), new ConnectTimeoutHandler(connections)]
        )
        {
            using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
            handler.Dispose();

            // Only a call has a place to be informed of failures; without one ReplyHandler would refuse for that.
            RequestScope.Current = new RequestScope("NoOpRequest", isSafe: true, Token);
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://mail1.example.net/service/soap/");
            await Assert.ThrowsAsync<ObjectDisposedException>(() => invoker.SendAsync(request, Token));
        }

        Assert.False(connections.IsClosed);
        Assert.Equal(0, connections.Requests);
    }

    [Fact]
    public async Task A_request_that_belongs_to_no_call_is_refused()
    {
        using var connections = new StubHandler(() => new HttpResponseMessage());
        using var invoker = new HttpMessageInvoker(new ReplyHandler(connections, 1024, TimeProvider.System));
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://mail1.example.net/service/soap/");

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => invoker.SendAsync(request, Token));

        Assert.Equal("A request reached HTTP outside of a call.", e.Message);
        Assert.Equal(0, connections.Requests);
    }

    [Fact]
    public async Task A_call_is_not_left_behind_for_what_runs_after_it()
    {
        await using var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));

        Assert.Null(await channel.SendAsync(new NoOpRequest(), _ => RequestScope.Current, Token));
    }
}
