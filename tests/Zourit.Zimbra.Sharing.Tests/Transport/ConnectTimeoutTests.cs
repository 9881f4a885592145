using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.Tests.Transport;

/// <summary>A connection that was not established in time is a failed connection; every other cancellation stays one.</summary>
public sealed class ConnectTimeoutTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("A connection could not be established within the configured ConnectTimeout.")]
    [InlineData("net_http_connect_timedout")]
    public async Task A_connection_that_takes_too_long_is_a_failed_connection(string text)
    {
        Exception e = await FailureAsync(new TaskCanceledException("cancelled", new TimeoutException(text)), Token);

        HttpRequestException failed = Assert.IsType<HttpRequestException>(e);
        Assert.Equal(HttpRequestError.ConnectionError, failed.HttpRequestError);
        Assert.Equal("No connection was established in time.", failed.Message);
        Assert.IsType<TaskCanceledException>(failed.InnerException);
    }

    [Fact]
    public async Task A_cancellation_for_another_reason_stays_a_cancellation()
    {
        Assert.IsType<TaskCanceledException>(await FailureAsync(new TaskCanceledException("cancelled"), Token));
        Assert.IsType<TaskCanceledException>(
            await FailureAsync(new TaskCanceledException("cancelled", new TimeoutException("The body took too long.")), Token)
        );
        Assert.IsType<TaskCanceledException>(
            await FailureAsync(new TaskCanceledException("cancelled", new IOException("The connection was cut.")), Token)
        );
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_the_cancellation_also_while_connecting() =>
        Assert.IsType<TaskCanceledException>(
            await FailureAsync(
                new TaskCanceledException("cancelled", new TimeoutException("connect")),
                new CancellationToken(canceled: true)
            )
        );

    private static async Task<Exception> FailureAsync(Exception thrown, CancellationToken cancellationToken)
    {
        using var http = new HttpMessageInvoker(new ConnectTimeoutHandler(new StubHandler(() => throw thrown)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://mail1.example.net/");
        return await Assert.ThrowsAnyAsync<Exception>(() => http.SendAsync(request, cancellationToken));
    }
}
