using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Transport;

public sealed class RedirectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301), InlineData(302), InlineData(303), InlineData(307), InlineData(308)]
    public async Task No_redirect_is_followed_with_a_password_or_a_token(int status)
    {
        await using var other = new ScriptedServer(Replies.Http(200, Replies.Auth()));
        await using var server = new ScriptedServer(
            $"HTTP/1.1 {status} Moved\r\nLocation: {other.Address}service/soap/\r\nContent-Length: 0\r\n\r\n"
        );
        await using ZimbraClient withToken = TestClients.WithToken(server);
        await using ZimbraClient withPassword = TestClients.WithPassword(server);

        foreach (ZimbraClient client in (ZimbraClient[])[withToken, withPassword])
        {
            ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
                client.SendAsync(new NoOpRequest(), Token)
            );
            Assert.Equal(status, (int?)e.StatusCode);
            Assert.False(e.IsTransient);
            Assert.Contains(other.Address.Authority, e.Message, StringComparison.Ordinal);
        }

        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("/service/soap/other"), InlineData("mailto:x@y.z"), InlineData("http://["), InlineData("")]
    public async Task A_redirect_to_nowhere_in_particular_is_refused_as_well(string location)
    {
        await using var server = new ScriptedServer($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_program_that_switches_redirects_on_does_not_get_them()
    {
        await using var other = new ScriptedServer(Replies.Http(200, Replies.Soap(Replies.NoOp)));
        await using var server = new ScriptedServer(
            $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {other.Address}service/soap/\r\nContent-Length: 0\r\n\r\n"
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
            options.ConfigureHttp = http => (http.AllowAutoRedirect, http.UseCookies) = (true, true)
        );

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Empty(other.Requests);
    }
}
