using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

public sealed class SessionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_login_is_not_repeated_because_each_one_counts_towards_the_lock_out()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault("account.AUTH_FAILED"));
        await using ZimbraClient client = TestClients.WithPassword(server, options => options.MaxRetries = 5);

        Task[] calls = [.. Enumerable.Range(0, 10).Select(_ => client.SendAsync(new NoOpRequest(), Token))];
        foreach (Task call in calls)
        {
            ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => call);
            Assert.Equal(AuthenticationFailure.Rejected, e.Failure);
            Assert.Contains("owner@monasso.org", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(new NoOpRequest(), Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task After_the_pause_a_refused_login_is_tried_again()
    {
        var time = new FakeTimeProvider();
        bool open = false;
        await using var server = ScriptedServer.Soap(request =>
            IsLogin(request) ? (open ? Replies.Auth() : Replies.Fault("account.AUTH_FAILED")) : Replies.Soap(Replies.NoOp)
        );
        await using ZimbraClient client = TestClients.WithPassword(server, options => options.TimeProvider = time);

        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(new NoOpRequest(), Token));
        open = true;
        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(new NoOpRequest(), Token));
        time.Advance(TimeSpan.FromMinutes(6));

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Theory]
    [InlineData("account.CHANGE_PASSWORD", AuthenticationFailure.PasswordMustChange)]
    [InlineData("account.MAINTENANCE_MODE", AuthenticationFailure.Maintenance)]
    [InlineData("account.TWO_FACTOR_SETUP_REQUIRED", AuthenticationFailure.TwoFactorRequired)]
    public async Task A_login_that_fails_says_why(string code, AuthenticationFailure failure)
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault(code));
        await using ZimbraClient client = TestClients.WithPassword(server);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new NoOpRequest(), Token)
        );

        Assert.Equal(failure, e.Failure);
    }

    [Fact]
    public async Task A_two_factor_token_is_not_taken_for_a_login()
    {
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Soap(
                "<AuthResponse "
                    + "xmlns=\"urn:zimbraAccount\"><authToken>0_half</authToken><lifetime>60000</lifetime><twoFactorAuthRequired>"
                    + "true</twoFactorAuthRequired></AuthResponse>"
            )
        );
        await using ZimbraClient client = TestClients.WithPassword(server);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new NoOpRequest(), Token)
        );

        Assert.Equal(AuthenticationFailure.TwoFactorRequired, e.Failure);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Many_concurrent_first_calls_log_in_once()
    {
        await using var server = ScriptedServer.Soap(request => IsLogin(request) ? Replies.Auth("0_once") : Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithPassword(server);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync(new NoOpRequest(), Token)));

        Assert.Equal(1, server.Requests.Count(IsLogin));
        Assert.All(server.Requests.Where(request => !IsLogin(request)), request =>
            Assert.Contains("<authToken>0_once</authToken>", request.Body, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_spoil_the_login_of_the_others()
    {
        var arrived = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            async (request, stream, token) =>
            {
                if (IsLogin(request))
                {
                    arrived.TrySetResult();
                    await answer.Task.WaitAsync(token);
                }

                string body = IsLogin(request) ? Replies.Auth() : Replies.Soap(Replies.NoOp);
                await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Replies.Http(200, body)), token);
            }
        );
        await using ZimbraClient client = TestClients.WithPassword(server);
        using var impatient = new CancellationTokenSource();

        Task first = client.SendAsync(new NoOpRequest(), impatient.Token);
        Task second = client.SendAsync(new NoOpRequest(), Token);
        await arrived.Task.WaitAsync(Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        await second;
        Assert.Equal(1, server.Requests.Count(IsLogin));
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        var time = new FakeTimeProvider();
        await using var server = ScriptedServer.Soap(request =>
            IsLogin(request) ? Replies.Auth(lifetime: 100_000) : Replies.Soap(Replies.NoOp)
        );
        await using ZimbraClient client = TestClients.WithPassword(server, options => options.TimeProvider = time);

        await client.SendAsync(new NoOpRequest(), Token);
        time.Advance(TimeSpan.FromSeconds(80));
        await client.SendAsync(new NoOpRequest(), Token);
        Assert.Equal(1, server.Requests.Count(IsLogin));
        time.Advance(TimeSpan.FromSeconds(15));
        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(2, server.Requests.Count(IsLogin));
    }

    [Theory]
    [InlineData("service.AUTH_EXPIRED"), InlineData("service.AUTH_REQUIRED")]
    public async Task A_token_that_the_server_refuses_is_renewed_once(string code)
    {
        int logins = 0;
        await using var server = ScriptedServer.Soap(request =>
            IsLogin(request) ? Replies.Auth($"0_{++logins}")
            : request.Body.Contains("0_1<", StringComparison.Ordinal) ? Replies.Fault(code)
            : Replies.Soap(Replies.NoOp)
        );
        await using ZimbraClient client = TestClients.WithPassword(server);

        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(2, logins);
    }

    [Fact]
    public async Task A_server_that_refuses_every_token_is_not_asked_for_ever()
    {
        await using var server = ScriptedServer.Soap(request => IsLogin(request) ? Replies.Auth() : Replies.Fault("service.AUTH_EXPIRED"));
        await using ZimbraClient client = TestClients.WithPassword(server, options => options.MaxRetries = 5);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new NoOpRequest(), Token)
        );

        Assert.Equal(AuthenticationFailure.TokenRejected, e.Failure);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_batch_whose_every_child_lacks_a_token_is_sent_again_with_a_new_one()
    {
        int logins = 0;
        string refusal = Replies.Fault("service.AUTH_REQUIRED").Split("<soap:Body>")[1].Split("</soap:Body>")[0];
        await using var server = ScriptedServer.Soap(request =>
            IsLogin(request)
                ? Replies.Auth($"0_{++logins}")
                : Replies
                    .Soap(
                        $"<BatchResponse "
                            + $"xmlns=\"urn:zimbra\">{(logins == 1 ? refusal + refusal : Replies.NoOp + Replies.NoOp)}</BatchResponse>"
                    )
                    .Replace("soap:Fault", "soap:Fault", StringComparison.Ordinal)
        );
        await using ZimbraClient client = TestClients.WithPassword(server);

        BatchResponse response = await client.SendAsync(new BatchRequest([new NoOpRequest(), new NoOpRequest()]), Token);

        Assert.All(response.Outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(2, logins);
    }

    [Fact]
    public async Task A_given_token_that_ended_cannot_be_renewed()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault("service.AUTH_EXPIRED"));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new NoOpRequest(), Token)
        );

        Assert.Equal(AuthenticationFailure.TokenRejected, e.Failure);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_admin_request_without_an_administrator_is_refused_before_anything_is_sent()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Auth());
        await using ZimbraClient client = TestClients.WithPassword(server);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new Messages.Admin.DelegateAuthRequest { Account = AccountSelector.ByName("x@y.z") }, Token)
        );

        Assert.Equal(AuthenticationFailure.AdministratorRequired, e.Failure);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Acting_for_an_owner_uses_a_delegated_token_at_the_user_address()
    {
        await using var admin = ScriptedServer.Soap(request =>
            IsLogin(request)
                ? Replies.Soap(
                    "<AuthResponse "
                        + "xmlns=\"urn:zimbraAdmin\"><authToken>0_admin</authToken><lifetime>43200000</lifetime></AuthResponse>"
                )
                : Replies.Soap(
                    "<DelegateAuthResponse "
                        + "xmlns=\"urn:zimbraAdmin\"><authToken>0_owner</authToken><lifetime>3600000</lifetime></DelegateAuthResponse>"
                )
        );
        await using var user = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using var client = new ZimbraClient(
            user.Address,
            ZimbraCredentials.Admin("admin@example.net", new Secret("pw")),
            TestClients.Options(options => options.AdminUri = admin.Address)
        );

        await client.Mailbox("owner@monasso.org").SendAsync(new NoOpRequest(), Token);

        Assert.Contains("/service/admin/soap/", admin.Requests.First().RequestLine, StringComparison.Ordinal);
        Assert.Contains("<authToken>0_admin</authToken>", admin.Requests.Last().Body, StringComparison.Ordinal);
        Assert.Contains("<authToken>0_owner</authToken>", Assert.Single(user.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_acting_for_another_names_the_account_in_the_header()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);

        await client.Mailbox("colleague@monasso.org").SendAsync(new NoOpRequest(), Token);

        Assert.Contains(
            "<account by=\"name\">colleague@monasso.org</account>",
            Assert.Single(server.Requests).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_admin_address_on_the_user_port_is_recognised()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault("service.UNKNOWN_DOCUMENT", "unknown document: AuthRequest"));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Admin("admin@example.net", new Secret("pw")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("AdminUri", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_cookie_is_kept_or_sent()
    {
        await using var server = new ScriptedServer(
            Replies.Http(200, Replies.Soap(Replies.NoOp), extraHeaders: "Set-Cookie: ZM_AUTH_TOKEN=0_cookie; Path=/; HttpOnly\r\n")
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        await client.SendAsync(new NoOpRequest(), Token);
        await client.SendAsync(new NoOpRequest(), Token);

        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie:", request.Head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_login_carries_no_token()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Auth());
        await using ZimbraClient client = TestClients.WithToken(server);

        AuthResponse response = await client.SendAsync(
            new AuthRequest { Account = AccountSelector.ByName("guest@monasso.org"), Password = new Secret("pw") },
            Token
        );

        Assert.Equal("0_token", response.Token.Reveal());
        Assert.Equal(TimeSpan.FromDays(2), response.Lifetime);
        Assert.DoesNotContain("0_given", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_can_come_from_a_callback_at_each_login()
    {
        var time = new FakeTimeProvider();
        int asked = 0;
        await using var server = ScriptedServer.Soap(request =>
            IsLogin(request) ? Replies.Auth(lifetime: 1000) : Replies.Soap(Replies.NoOp)
        );
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.PasswordFrom("owner@monasso.org", _ => ValueTask.FromResult(new Secret($"pw{++asked}"))),
            TestClients.Options(options => options.TimeProvider = time)
        );

        await client.SendAsync(new NoOpRequest(), Token);
        time.Advance(TimeSpan.FromHours(1));
        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(["pw1", "pw2"], server.Requests.Where(IsLogin).Select(request => request.Body.Split("<password>")[1].Split('<')[0]));
    }

    [Fact]
    public async Task Preauth_credentials_send_the_hash_and_never_the_key()
    {
        const string key = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1767225600000));
        await using var server = ScriptedServer.Soap(request => IsLogin(request) ? Replies.Auth() : Replies.Soap(Replies.NoOp));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Preauth("login@asso.org", new Secret(key)),
            TestClients.Options(options => options.TimeProvider = time)
        );

        await client.SendAsync(new NoOpRequest(), Token);

        string login = server.Requests.First().Body;
        Assert.Contains(
            "<preauth timestamp=\"1767225600000\" expires=\"0\">3840319fbe7ece83b3aa1b4399d61d593395ad05</preauth>",
            login,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(key, login, StringComparison.Ordinal);
    }

    [Theory]
    [
        InlineData("http://mail.example.net"),
        InlineData("ftp://mail.example.net"),
        InlineData("https://user:pw@mail.example.net"),
        InlineData("mail.example.net")
    ]
    public void An_address_that_cannot_be_used_is_refused_with_the_remedy(string address)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            new ZimbraClient(new Uri(address, UriKind.RelativeOrAbsolute), ZimbraCredentials.Token(new Secret("0_x")))
        );

        Assert.Equal("server", e.ParamName);
        Assert.Contains("mail.example.net", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("user:pw", e.Message, StringComparison.Ordinal);
    }

    private static bool IsLogin(ReceivedRequest request) => request.Body.Contains("<AuthRequest", StringComparison.Ordinal);
}
