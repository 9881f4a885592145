using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

public sealed class RenewalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_sent_before_the_first_request()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Auth());
        await using ZimbraClient client = TestClients.WithPassword(server);

        _ = client.Mailbox("colleague@monasso.org").ToString() + client;

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Many_callers_whose_token_ended_log_in_again_once()
    {
        int logins = 0;
        await using var server = ScriptedServer.Soap(request =>
            IsLogin(request) ? Replies.Auth($"0_{Interlocked.Increment(ref logins)}")
            : request.Body.Contains("0_1<", StringComparison.Ordinal) ? Replies.Fault("service.AUTH_EXPIRED")
            : Replies.Soap(Replies.NoOp)
        );
        await using ZimbraClient client = TestClients.WithPassword(server);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync(new NoOpRequest(), Token)));

        Assert.Equal(2, logins);
    }

    [Fact]
    public async Task A_renewal_that_finds_nobody_leaves_the_token_in_use_until_its_end()
    {
        var time = new FakeTimeProvider();
        int logins = 0;
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                string answer =
                    !IsLogin(request) ? Replies.Http(200, Replies.Soap(Replies.NoOp))
                    : Interlocked.Increment(ref logins) == 1 ? Replies.Http(200, Replies.Auth(lifetime: 100_000))
                    : Replies.Http(503, "busy", "text/plain");
                return stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer), token).AsTask();
            }
        );
        await using ZimbraClient client = TestClients.WithPassword(server, options => options.TimeProvider = time);

        await client.SendAsync(new NoOpRequest(), Token);
        time.Advance(TimeSpan.FromSeconds(95));
        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
        Assert.Equal(2, logins);
        time.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_login_that_found_nobody_or_maintenance_is_tried_again_at_the_next_call(bool maintenance)
    {
        int logins = 0;
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                string answer =
                    !IsLogin(request) ? Replies.Http(200, Replies.Soap(Replies.NoOp))
                    : Interlocked.Increment(ref logins) > 1 ? Replies.Http(200, Replies.Auth())
                    : maintenance ? Replies.Http(500, Replies.Fault("account.MAINTENANCE_MODE", side: "Receiver"))
                    : Replies.Http(503, "busy", "text/plain");
                return stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer), token).AsTask();
            }
        );
        await using ZimbraClient client = TestClients.WithPassword(server);

        await Assert.ThrowsAnyAsync<ZimbraException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task A_login_that_is_refused_after_the_token_ended_is_not_tried_again()
    {
        int logins = 0;
        await using var server = ScriptedServer.Soap(request =>
            IsLogin(request)
                ? (Interlocked.Increment(ref logins) == 1 ? Replies.Auth() : Replies.Fault("account.AUTH_FAILED"))
                : Replies.Fault("service.AUTH_EXPIRED")
        );
        await using ZimbraClient client = TestClients.WithPassword(server, options => options.MaxRetries = 5);

        for (int i = 0; i < 3; i++)
        {
            ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
                client.SendAsync(new NoOpRequest(), Token)
            );
            Assert.Equal(AuthenticationFailure.Rejected, e.Failure);
        }

        Assert.Equal(2, logins);
    }

    [Theory]
    [InlineData(0), InlineData(-5), InlineData(long.MinValue / 10_000), InlineData(long.MaxValue / 10_000)]
    public async Task Odd_lifetimes_of_tokens_are_taken_as_they_come(long milliseconds)
    {
        await using var server = ScriptedServer.Soap(request =>
            IsLogin(request) ? Replies.Auth(lifetime: milliseconds) : Replies.Soap(Replies.NoOp)
        );
        await using ZimbraClient client = TestClients.WithPassword(server);

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task A_lifetime_beyond_all_bounds_is_a_broken_reply()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Auth(lifetime: long.MaxValue));
        await using ZimbraClient client = TestClients.WithPassword(server);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("lifetime", e.Message, StringComparison.Ordinal);
        Assert.Equal("AuthRequest", e.Operation);
    }

    [Fact]
    public async Task An_empty_password_from_the_program_is_not_sent()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Auth());
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.PasswordFrom("owner@monasso.org", _ => default),
            TestClients.Options()
        );

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("owner@monasso.org", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_administrators_own_token_is_renewed_while_acting_for_an_owner()
    {
        int logins = 0;
        await using var admin = ScriptedServer.Soap(request =>
            IsLogin(request) ? AdminAuth($"0_admin{Interlocked.Increment(ref logins)}")
            : request.Body.Contains("0_admin1<", StringComparison.Ordinal) ? Replies.Fault("service.AUTH_EXPIRED")
            : Delegated("0_owner")
        );
        await using var user = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = Admin(user, admin);

        Assert.NotNull(await client.Mailbox("owner@monasso.org").SendAsync(new NoOpRequest(), Token));
        Assert.Equal(2, logins);
    }

    [Fact]
    public async Task A_delegated_token_that_ends_before_its_time_is_asked_for_anew()
    {
        int delegations = 0;
        await using var admin = ScriptedServer.Soap(request =>
            IsLogin(request) ? AdminAuth("0_admin") : Delegated($"0_owner{Interlocked.Increment(ref delegations)}")
        );
        await using var user = ScriptedServer.Soap(request =>
            request.Body.Contains("0_owner1<", StringComparison.Ordinal)
                ? Replies.Fault("service.AUTH_EXPIRED")
                : Replies.Soap(Replies.NoOp)
        );
        await using ZimbraClient client = Admin(user, admin);

        Assert.NotNull(await client.Mailbox("owner@monasso.org").SendAsync(new NoOpRequest(), Token));
        Assert.Equal(2, delegations);
        Assert.Equal(1, admin.Requests.Count(IsLogin));
    }

    [Theory]
    [InlineData("account.NO_SUCH_ACCOUNT"), InlineData("service.PERM_DENIED")]
    public async Task An_owner_for_whom_the_administrator_cannot_act_is_the_servers_refusal(string code)
    {
        await using var admin = ScriptedServer.Soap(request =>
            IsLogin(request) ? AdminAuth("0_admin") : Replies.Fault(code, "no such account: owner@monasso.org")
        );
        await using var user = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = Admin(user, admin);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            client.Mailbox("owner@monasso.org").SendAsync(new NoOpRequest(), Token)
        );

        Assert.Equal(code, e.Code);
        Assert.Equal("DelegateAuthRequest", e.Operation);
        Assert.Empty(user.Requests);
    }

    [Fact]
    public async Task An_administrator_with_a_second_factor_is_refused_with_that_reason()
    {
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Soap(
                "<AuthResponse "
                    + "xmlns=\"urn:zimbraAdmin\"><authToken>0_half</authToken><lifetime>60000</lifetime><twoFactorAuthRequired>true"
                    + "</twoFactorAuthRequired></AuthResponse>"
            )
        );
        await using ZimbraClient client = Admin(server, server);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new GetConfigRequest { AttributeName = "x" }, Token)
        );

        Assert.Equal(AuthenticationFailure.TwoFactorRequired, e.Failure);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("service.PERM_DENIED"), InlineData("account.AUTH_FAILED")]
    public async Task A_refused_administrator_is_remembered_too(string code)
    {
        var time = new FakeTimeProvider();
        await using var server = ScriptedServer.Soap(_ => Replies.Fault(code));
        await using ZimbraClient client = Admin(server, server, options => options.TimeProvider = time);

        for (int i = 0; i < 3; i++)
        {
            ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
                client.SendAsync(new GetConfigRequest { AttributeName = "x" }, Token)
            );
            Assert.Equal(AuthenticationFailure.Rejected, e.Failure);
            Assert.Contains("admin@example.net", e.Message, StringComparison.Ordinal);
        }

        Assert.Single(server.Requests);
    }

    private static ZimbraClient Admin(ScriptedServer user, ScriptedServer admin, Action<ZimbraClientOptions>? configure = null) =>
        new(
            user.Address,
            ZimbraCredentials.Admin("admin@example.net", new Secret("pw")),
            TestClients.Options(options =>
            {
                options.AdminUri = admin.Address;
                configure?.Invoke(options);
            })
        );

    private static string AdminAuth(string token) =>
        Replies.Soap($"<AuthResponse xmlns=\"urn:zimbraAdmin\"><authToken>{token}</authToken><lifetime>43200000</lifetime></AuthResponse>");

    private static string Delegated(string token) =>
        Replies.Soap(
            $"<DelegateAuthResponse "
                + $"xmlns=\"urn:zimbraAdmin\"><authToken>{token}</authToken><lifetime>3600000</lifetime></DelegateAuthResponse>"
        );

    private static bool IsLogin(ReceivedRequest request) => request.Body.Contains("<AuthRequest", StringComparison.Ordinal);
}
