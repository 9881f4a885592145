using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>What a failed call says of its outcome must be true over all its attempts.</summary>
public sealed class OutcomeTests
{
    private static readonly FolderActionRequest Grant = FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_lost_at_the_first_attempt_is_not_forgotten_when_the_second_is_rejected()
    {
        await using ScriptedServer server = LosingTheFirst(Replies.Http(429, "busy", "text/plain"));
        await using ZimbraClient client = TestClients.WithToken(server, Retrying);

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Grant, Token));

        Assert.Equal(2, server.Requests.Count);
        Assert.IsType<ZimbraConnectionException>(e.InnerException);
        Assert.Equal("FolderActionRequest", e.Operation);
    }

    [Theory]
    [InlineData("service.PERM_DENIED", "")]
    [InlineData("service.PERM_DENIED", "service.INTERRUPTED")]
    [InlineData("service.AUTH_EXPIRED", "")]
    [InlineData("service.AUTH_EXPIRED", "service.PROXY_ERROR")]
    [InlineData("mail.NO_SUCH_FOLDER", "service.RESOURCE_UNREACHABLE")]
    public async Task What_an_earlier_attempt_may_have_changed_is_not_forgotten_when_the_next_is_refused(string refusal, string first)
    {
        await using ScriptedServer server = LosingTheFirst(Replies.Http(500, Replies.Fault(refusal)), first);
        await using ZimbraClient client = TestClients.WithToken(server, Retrying);

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Grant, Token));

        Assert.True(e.InnerException is ZimbraFaultException or ZimbraAuthenticationException, e.ToString());
        Assert.Contains("An earlier attempt may have been carried out", e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_refused_login_before_the_second_attempt_says_nothing_of_the_first()
    {
        int logins = 0;
        var time = new FakeTimeProvider();
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                bool isLogin = request.Body.Contains("<AuthRequest", StringComparison.Ordinal);
                request.CloseAfterwards = !isLogin;
                time.Advance(isLogin ? TimeSpan.Zero : TimeSpan.FromSeconds(5));
                string answer = Replies.Http(200, ++logins == 1 ? Replies.Auth(lifetime: 2_000) : Replies.Fault("account.AUTH_FAILED"));
                return isLogin ? stream.WriteAsync(Encoding.UTF8.GetBytes(answer), token).AsTask() : Task.CompletedTask;
            }
        );
        await using ZimbraClient client = TestClients.WithPassword(server, options =>
        {
            Retrying(options);
            options.TimeProvider = time;
        });

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Grant, Token));

        Assert.IsType<ZimbraAuthenticationException>(e.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("service.INTERRUPTED")]
    public async Task A_deletion_whose_second_attempt_finds_nothing_any_more_is_done(string first)
    {
        await using ScriptedServer server = LosingTheFirst(Replies.Http(500, Replies.Fault("account.NO_SUCH_ACCOUNT")), first);
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            new ZimbraClientOptions
            {
                AdminUri = server.Address,
                MaxRetries = 1,
                RetryDelay = TimeSpan.Zero,
            }
        );

        Assert.NotNull(await client.SendAsync(new DeleteAccountRequest { AccountId = "11aa" }, Token));
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_at_once_is_refused()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault("account.NO_SUCH_ACCOUNT"));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.AdminToken(new Secret("0_given")),
            new ZimbraClientOptions { AdminUri = server.Address }
        );

        await Assert.ThrowsAsync<ZimbraFaultException>(() => client.SendAsync(new DeleteAccountRequest { AccountId = "11aa" }, Token));
    }

    [Fact]
    public async Task A_client_that_is_closed_leaves_it_open_what_became_of_a_change_that_was_sent()
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

        Task change = client.SendAsync(Grant, Token);
        await arrived.Task.WaitAsync(Token);
        await client.DisposeAsync();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => change);
    }

    [Fact]
    public async Task A_read_whose_every_attempt_failed_has_changed_nothing()
    {
        await using ScriptedServer server = LosingTheFirst(Replies.Http(503, "busy", "text/plain"));
        await using ZimbraClient client = TestClients.WithToken(server, Retrying);

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task What_would_be_done_twice_is_not_repeated_after_a_lost_reply()
    {
        await using ScriptedServer server = LosingTheFirst(
            Replies.Http(200, Replies.Soap("<SendShareNotificationResponse xmlns=\"urn:zimbraMail\"/>"))
        );
        await using ZimbraClient client = TestClients.WithToken(server, Retrying);

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            client.Dispatcher.SendAsync(SendShareNotificationRequest.Created("10", "adresse@orange.fr", notes: null), Token)
        );
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_converges_is_repeated_after_a_lost_reply()
    {
        await using ScriptedServer server = LosingTheFirst(
            Replies.Http(
                200,
                Replies.Soap(
                    "<FolderActionResponse xmlns=\"urn:zimbraMail\"><action id=\"10\" op=\"grant\" zid=\"adresse@orange.fr\" "
                        + "d=\"adresse@orange.fr\"/></FolderActionResponse>"
                )
            )
        );
        await using ZimbraClient client = TestClients.WithToken(server, Retrying);

        Assert.Equal("adresse@orange.fr", (await client.SendAsync(Grant, Token)).GranteeId);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_login_that_takes_too_long_leaves_no_doubt_about_the_request_behind_it()
    {
        var time = new FakeTimeProvider();
        await using var server = new ScriptedServer(
            (_, _, token) =>
            {
                time.Advance(TimeSpan.FromSeconds(25));
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        await using ZimbraClient client = TestClients.WithPassword(server, options => options.TimeProvider = time);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            client.SendAsync(SendShareNotificationRequest.Created("10", "adresse@orange.fr", notes: null), Token)
        );

        Assert.True(e.IsTransient);
        Assert.Contains("AttemptTimeout", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<FolderActionResponse xmlns=\"urn:zimbraMail\"/>", "lacks the element 'action'")]
    [InlineData("<FolderActionResponse xmlns=\"urn:zimbraMail\"><action op=\"grant\"/></FolderActionResponse>", "lacks 'id'")]
    [InlineData("<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code></soap:Fault>", "without a Zimbra error code")]
    public async Task A_change_whose_reply_cannot_be_read_may_have_been_made(string reply, string problem)
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(reply));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => client.SendAsync(Grant, Token));

        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
    }

    [Fact]
    public async Task A_read_whose_reply_lacks_something_names_it_and_the_operation()
    {
        await using var server = ScriptedServer.Soap(_ =>
            Replies.Soap("<GetInfoResponse xmlns=\"urn:zimbraAccount\"><name>x</name></GetInfoResponse>")
        );
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => client.SendAsync(new GetInfoRequest(), Token));

        Assert.Contains("lacks 'id'", e.Message, StringComparison.Ordinal);
        Assert.Equal("GetInfoRequest", e.Operation);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_beforehand_sends_nothing()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Auth());
        await using ZimbraClient client = TestClients.WithPassword(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.SendAsync(new NoOpRequest(), new CancellationToken(canceled: true))
        );
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_the_pause_before_a_repetition()
    {
        var arrived = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Replies.Http(503, "busy", "text/plain", "Retry-After: 60\r\n")), token);
                arrived.TrySetResult();
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, options =>
        {
            Retrying(options);
            options.MaxRetryDelay = TimeSpan.FromHours(1);
        });
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task call = client.SendAsync(new NoOpRequest(), cancellation.Token);
        await arrived.Task.WaitAsync(Token);
        await cancellation.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            call.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Token)
        );
        Assert.Equal(cancellation.Token, e.CancellationToken);
    }

    [Fact]
    public async Task A_batch_is_as_safe_to_repeat_as_its_least_safe_request()
    {
        string answer = Replies.Http(
            200,
            Replies.Soap("<BatchResponse xmlns=\"urn:zimbra\"><NoOpResponse xmlns=\"urn:zimbraMail\"/></BatchResponse>")
        );
        await using var server = new ScriptedServer(
            (request, stream, token) =>
            {
                request.CloseAfterwards = request.Body.Contains("FolderActionRequest", StringComparison.Ordinal);
                return request.CloseAfterwards ? Task.CompletedTask : stream.WriteAsync(Encoding.UTF8.GetBytes(answer), token).AsTask();
            }
        );
        await using ZimbraClient client = TestClients.WithToken(server, Retrying);

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            client.SendAsync(new BatchRequest([Grant, SendShareNotificationRequest.Created("10", "adresse@orange.fr", notes: null)]), Token)
        );
        Assert.Single(server.Requests, request => request.Body.Contains("SendShareNotificationRequest", StringComparison.Ordinal));
    }

    private static void Retrying(ZimbraClientOptions options) => (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.Zero);

    /// <summary>Takes the first request and cuts the connection, or answers it with a fault; answers the others.</summary>
    private static ScriptedServer LosingTheFirst(string answer, string firstFault = "")
    {
        int requests = 0;
        return new ScriptedServer(
            (request, stream, token) =>
            {
                bool isFirst = Interlocked.Increment(ref requests) == 1;
                request.CloseAfterwards = isFirst && firstFault.Length == 0;
                return request.CloseAfterwards
                    ? Task.CompletedTask
                    : stream
                        .WriteAsync(
                            Encoding.UTF8.GetBytes(isFirst ? Replies.Http(500, Replies.Fault(firstFault, side: "Receiver")) : answer),
                            token
                        )
                        .AsTask();
            }
        );
    }
}
