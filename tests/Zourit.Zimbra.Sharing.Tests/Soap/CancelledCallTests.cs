using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>Whoever cancels learns whether the request may have reached the server.</summary>
public sealed class CancelledCallTests
{
    [Fact]
    public async Task A_call_that_was_cancelled_before_it_started_sends_nothing()
    {
        await using var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));

        NotSentException e = await Assert.ThrowsAsync<NotSentException>(() =>
            channel.SendAsync(new NoOpRequest(), response => response.Name, new CancellationToken(canceled: true))
        );

        Assert.Equal("NoOpRequest was cancelled.", e.Message);
        Assert.Equal(0, channel.Requests);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_for_the_channel_sends_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await using var channel = new StubbedChannel(Replies.Soap(Replies.NoOp));
        SemaphoreSlim opening = channel.Inside<SemaphoreSlim>("_opening");
        await opening.WaitAsync(TestContext.Current.CancellationToken);

        Task call = channel.SendAsync(new NoOpRequest(), response => response.Name, cancellation.Token);
        await cancellation.CancelAsync();

        NotSentException e = await Assert.ThrowsAsync<NotSentException>(() => call);
        Assert.Equal("NoOpRequest was cancelled.", e.Message);
        Assert.Equal(cancellation.Token, e.CancellationToken);
        Assert.Equal(0, channel.Requests);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_on_its_way_may_have_been_carried_out()
    {
        using var cancellation = new CancellationTokenSource();
        await using var channel = new StubbedChannel(() =>
        {
            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        });

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            channel.SendAsync(new NoOpRequest(), response => response.Name, cancellation.Token)
        );

        Assert.IsNotType<NotSentException>(e);
        Assert.Equal("NoOpRequest was cancelled.", e.Message);
        Assert.Equal(cancellation.Token, e.CancellationToken);
    }
}
