using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>What is said where a preauth value is refused, and where an admin login comes to the wrong port.</summary>
public sealed class PreauthRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [
        InlineData(420, "Its clock is 420 s ahead of this machine's: set the one that is wrong."),
        InlineData(-3600, "Its clock is 3600 s behind this machine's: set the one that is wrong."),
        InlineData(2, "Its clock is 2 s ahead of this machine's, which is near enough: check the key and the account.")
    ]
    public async Task A_refused_preauth_names_the_domain_key_and_the_measured_difference_of_the_clocks(int ahead, string clocks)
    {
        string date = Now.AddSeconds(ahead).ToString("r", CultureInfo.InvariantCulture);

        ZimbraAuthenticationException e = await RefusedAsync($"Date: {date}\r\n");

        Assert.Equal(AuthenticationFailure.Rejected, e.Failure);
        Assert.Contains("zimbraPreAuthKey", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(clocks, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_servers_time_the_clocks_are_left_to_be_compared()
    {
        ZimbraAuthenticationException e = await RefusedAsync("");

        Assert.EndsWith("compare its clock with this machine's.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_login_at_a_port_that_does_not_allow_it_names_AdminUri()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault("service.FAILURE", "Request not allowed on port 443"));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Admin("admin@asso.org", new Secret("s3cret")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("Request not allowed on port 443. Check ZimbraClientOptions.AdminUri:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_quotes_such_words_is_not_taken_for_a_wrong_port()
    {
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Fault("service.INVALID_REQUEST", "invalid request: name not allowed on port calendars")
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        await Assert.ThrowsAsync<ZimbraFaultException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    private static async Task<ZimbraAuthenticationException> RefusedAsync(string headers)
    {
        await using var server = new ScriptedServer(Replies.Http(500, Replies.Fault("account.AUTH_FAILED"), extraHeaders: headers));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Preauth("login@asso.org", new Secret("0f1e2d3c4b5a6978")),
            TestClients.Options(options => options.TimeProvider = new FakeTimeProvider(Now))
        );
        return await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(new NoOpRequest(), Token));
    }
}
