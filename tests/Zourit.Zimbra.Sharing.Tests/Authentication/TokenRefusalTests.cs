using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>A token that is not taken any more: who logs in again, how often, and what is reported where that does not help.</summary>
public sealed class TokenRefusalTests
{
    private int _logins;
    private int _batches;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static BatchRequest Batch => new([new NoOpRequest(), new NoOpRequest()]);

    [Fact]
    public async Task A_batch_whose_given_token_is_refused_is_sent_once_and_fails_as_any_other_request()
    {
        await using var server = ScriptedServer.Soap(_ => RefusedBatch());
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(Batch, Token));

        Assert.Equal(AuthenticationFailure.TokenRejected, e.Failure);
        Assert.Equal(ZimbraFaultCodes.AuthRequired, Assert.IsType<ZimbraFaultException>(e.InnerException).Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_batch_that_is_refused_with_the_new_token_too_is_not_sent_a_third_time()
    {
        await using ScriptedServer server = LoggingIn(_ => RefusedBatch());
        await using ZimbraClient client = TestClients.WithPassword(server);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(Batch, Token));

        Assert.Equal(AuthenticationFailure.TokenRejected, e.Failure);
        Assert.Equal((2, 4), (_logins, server.Requests.Count));
    }

    [Fact]
    public async Task A_second_token_that_is_refused_is_not_tried_by_the_next_call()
    {
        await using ScriptedServer server = LoggingIn(request =>
            request.Body.Contains("0_3<", StringComparison.Ordinal)
                ? Replies.Soap(Replies.NoOp)
                : Replies.Fault(ZimbraFaultCodes.AuthExpired)
        );
        await using ZimbraClient client = TestClients.WithPassword(server);

        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(new NoOpRequest(), Token));
        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal(
            ["0_1", "0_2", "0_3"],
            server.Requests.Where(request => !IsLogin(request)).Select(request => request.Body.Split("<authToken>")[1].Split('<')[0])
        );
    }

    [Fact]
    public async Task Whoever_has_the_key_of_the_domain_logs_in_again_with_a_value_for_the_moment()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1767225600000));
        await using ScriptedServer server = LoggingIn(request =>
        {
            clock.Advance(TimeSpan.FromMinutes(10));
            return request.Body.Contains("0_1<", StringComparison.Ordinal)
                ? Replies.Fault(ZimbraFaultCodes.AuthExpired)
                : Replies.Soap(Replies.NoOp);
        });
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Preauth("login@asso.org", new Secret("0f1e2d3c4b5a6978")),
            TestClients.Options(options =>
            {
                options.TimeProvider = clock;
                (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            })
        );

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal(
            ["1767225600000", "1767226200000"],
            server.Requests.Where(IsLogin).Select(request => request.Body.Split("timestamp=\"")[1].Split('"')[0])
        );
    }

    [Fact]
    public async Task Who_turns_away_while_the_login_is_under_way_has_sent_nothing_else()
    {
        var arrived = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            (_, _, token) =>
            {
                arrived.SetResult();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }
        );
        await using ZimbraClient client = TestClients.WithPassword(server);
        using var caller = new CancellationTokenSource();

        Task call = client.SendAsync(new CreateFolderRequest { Name = "neuf" }, caller.Token);
        await arrived.Task.WaitAsync(Token);
        await caller.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("CreateFolderRequest was cancelled while logging in.", e.InnerException?.Message);
        Assert.True(IsLogin(Assert.Single(server.Requests)));
    }

    private ScriptedServer LoggingIn(Func<ReceivedRequest, string> answer) =>
        ScriptedServer.Soap(request => IsLogin(request) ? Replies.Auth($"0_{Interlocked.Increment(ref _logins)}") : answer(request));

    /// <summary>Refused a few times only, so that a client which asks without end is distinguished from one that asks often
    /// enough.</summary>
    private string RefusedBatch()
    {
        string outcome =
            ++_batches > 5 ? Replies.NoOp : Replies.Fault(ZimbraFaultCodes.AuthRequired).Split("<soap:Body>")[1].Split("</soap:Body>")[0];
        return Replies.Soap($"<BatchResponse xmlns=\"urn:zimbra\">{outcome}{outcome}</BatchResponse>");
    }

    private static bool IsLogin(ReceivedRequest request) => request.Body.Contains("<AuthRequest", StringComparison.Ordinal);
}
