using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>A batch that only reads is repeated for a refusal in it that may pass, as each of its requests would be alone.</summary>
public sealed class BatchRepetitionTests : IDisposable
{
    private static readonly BatchRequest Readings = new([new NoOpRequest(), new NoOpRequest()]);
    private static readonly string Good = Replies.Http(200, Replies.Batch(Replies.NoOp, Replies.NoOp));
    private static readonly string Locked = Refused("mail.MAINTENANCE");

    private readonly TelemetryListener _listener = new();
    private readonly CapturedLog _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("service.TEMPORARILY_UNAVAILABLE"), InlineData("service.RESOURCE_UNREACHABLE"), InlineData("service.PROXY_ERROR")]
    [InlineData("service.INTERRUPTED"), InlineData("mail.TRY_AGAIN"), InlineData("mail.MAINTENANCE")]
    public async Task A_refusal_that_passes_is_waited_for(string code)
    {
        await using ScriptedServer server = Answering(Refused(code), Good);
        await using ZimbraClient client = Client(server);

        BatchResponse reply = await client.SendAsync(Readings, Token);

        Assert.Null(reply.FirstFault);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task After_the_last_attempt_the_reply_is_given_as_it_is()
    {
        await using ScriptedServer server = Answering(Locked, Locked, Locked);
        await using ZimbraClient client = Client(server);

        BatchResponse reply = await client.SendAsync(Readings, Token);

        Assert.Equal((true, "mail.MAINTENANCE"), (reply.Outcomes[0].Succeeded, reply.Outcomes[1].Fault?.Code));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("mail.NO_SUCH_FOLDER"), InlineData("service.FAILURE"), InlineData("account.MAINTENANCE_MODE")]
    public async Task Any_other_refusal_is_the_last_word(string code)
    {
        await using ScriptedServer server = Answering(Refused(code));
        await using ZimbraClient client = Client(server);

        Assert.Equal(code, (await client.SendAsync(Readings, Token)).FirstFault?.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_batch_that_changes_something_is_not_repeated()
    {
        await using ScriptedServer server = Answering(Locked);
        await using ZimbraClient client = Client(server);

        BatchResponse reply = await client.SendAsync(new BatchRequest([new NoOpRequest(), FolderActionRequest.Check("10")]), Token);

        Assert.Equal("mail.MAINTENANCE", reply.FirstFault?.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_refused_login_in_a_batch_is_not_tried_again_since_refused_logins_are_counted()
    {
        await using ScriptedServer server = Answering(
            Replies.Http(200, Replies.Batch(Replies.Refusal("account.AUTH_FAILED"), Replies.Refusal("mail.MAINTENANCE")))
        );
        await using ZimbraClient client = Client(server);

        await client.SendAsync(
            new BatchRequest([
                new AuthRequest { Account = AccountSelector.ByName("owner@monasso.org"), Password = new Secret("guess") },
                new NoOpRequest(),
            ]),
            Token
        );

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Without_repetitions_the_reply_is_given_as_it_is()
    {
        await using ScriptedServer server = Answering(Locked);
        await using ZimbraClient client = Client(server, options => options.MaxRetries = 0);

        Assert.Equal("mail.MAINTENANCE", (await client.SendAsync(Readings, Token)).FirstFault?.Code);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(404)]
    public async Task A_repetition_that_fails_leaves_the_reply_that_there_is(int status)
    {
        string page = Replies.Http(status, "not now", "text/plain");
        await using ScriptedServer server = Answering(Locked, page, page);
        await using ZimbraClient client = Client(server);

        BatchResponse reply = await client.SendAsync(Readings, Token);

        Assert.Equal((true, "mail.MAINTENANCE"), (reply.Outcomes[0].Succeeded, reply.Outcomes[1].Fault?.Code));
        Assert.Equal(
            "mail.MAINTENANCE",
            Assert.Single(_listener.Measured(server.Address, "zimbra.client.call.duration")).Tags["error.type"]
        );
    }

    [Fact]
    public async Task A_pause_that_outlasts_the_time_leaves_the_reply_that_there_is()
    {
        var clock = new FakeTimeProvider();
        await using ScriptedServer server = Answering(Locked);
        await using ZimbraClient client = Client(server, options =>
        {
            options.TimeProvider = clock;
            (options.RetryDelay, options.MaxRetryDelay) = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(10);
        });

        Task<BatchResponse> call = client.SendAsync(Readings, Token);
        await clock.RunUntilAsync(call, TimeSpan.FromSeconds(1), Token);

        Assert.Equal("mail.MAINTENANCE", (await call).FirstFault?.Code);
    }

    [Fact]
    public async Task Who_turns_away_during_the_pause_gets_no_reply()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var log = new CapturedLog(line =>
            _ = line.Contains("is repeated after", StringComparison.Ordinal) && cancellation.CancelAsync().IsCompleted
        );
        await using ScriptedServer server = Answering(Locked);
        await using ZimbraClient client = Client(server, options =>
            (options.LoggerFactory, options.RetryDelay) = (new LoggerFactory([log]), TimeSpan.FromMinutes(1))
        );

        OperationCanceledException e = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            client.SendAsync(Readings, cancellation.Token)
        );

        Assert.Equal(cancellation.Token, e.CancellationToken);
    }

    [Fact]
    public async Task The_repetition_is_counted_and_logged_by_the_code()
    {
        await using ScriptedServer server = Answering(Locked, Good);
        await using ZimbraClient client = Client(server);

        await client.SendAsync(Readings, Token);

        Assert.Equal("BatchRequest", Assert.Single(_listener.Measured(server.Address, "zimbra.client.retries")).Tags["zimbra.operation"]);
        Assert.Single(_log.Lines, line =>
            line.Contains("BatchRequest is repeated after 0 ms: attempt 1 failed with mail.MAINTENANCE", StringComparison.Ordinal)
        );
    }

    public void Dispose()
    {
        _listener.Dispose();
        _log.Dispose();
    }

    private static string Refused(string code) => Replies.Http(200, Replies.Batch(Replies.NoOp, Replies.Refusal(code, side: "Receiver")));

    /// <summary>A server that gives these answers one after the other.</summary>
    private static ScriptedServer Answering(params string[] answers)
    {
        var left = new Queue<string>(answers);
        return new ScriptedServer((_, stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(left.Dequeue()), token).AsTask());
    }

    private ZimbraClient Client(ScriptedServer server, Action<ZimbraClientOptions>? configure = null) =>
        TestClients.WithToken(server, options =>
        {
            (options.MaxRetries, options.RetryDelay) = (2, TimeSpan.Zero);
            options.LoggerFactory = new LoggerFactory([_log]);
            configure?.Invoke(options);
        });
}
