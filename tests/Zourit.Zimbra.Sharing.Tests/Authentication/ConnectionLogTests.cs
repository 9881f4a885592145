using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>What an operator reads of each request, and what is counted of logins and of servers that are left alone.</summary>
public sealed class ConnectionLogTests : IDisposable
{
    private readonly CapturedLog _log = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly TelemetryListener _listener = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_is_answered_is_described_by_its_time()
    {
        await using ScriptedServer server = Answering(_ => Replies.Http(200, Replies.Soap(Replies.NoOp)));
        await using ZimbraClient client = TestClients.WithToken(server, Logged);

        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(["Debug: NoOpRequest answered after 1500.0 ms"], Lines);
    }

    [Fact]
    public async Task A_request_that_is_refused_is_described_by_its_code_and_the_servers_trace()
    {
        await using ScriptedServer server = Answering(_ => Replies.Http(500, Replies.Fault("mail.NO_SUCH_FOLDER")));
        await using ZimbraClient client = TestClients.WithToken(server, Logged);

        await Assert.ThrowsAsync<ZimbraFaultException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal(
            ["Information: NoOpRequest refused with mail.NO_SUCH_FOLDER (trace qtp1-9:1767225600000:11aa) after 1500.0 ms"],
            Lines
        );
    }

    [Fact]
    public async Task Each_refusal_in_a_batch_is_reported_as_that_of_a_single_request()
    {
        await using ScriptedServer server = Answering(_ =>
            Replies.Http(
                200,
                Replies.Batch(
                    Replies.Refusal("service.PERM_DENIED"),
                    Replies.NoOp,
                    Replies.Refusal("mail.SEND_FAILURE", reason: "to secret@orange.fr")
                )
            )
        );
        await using ZimbraClient client = TestClients.WithToken(server, Logged);

        await client.SendAsync(new BatchRequest([FolderActionRequest.Check("10"), new NoOpRequest(), new GetFolderRequest()]), Token);

        Assert.Equal(
            [
                "Debug: BatchRequest answered after 1500.0 ms",
                "Information: FolderActionRequest refused with service.PERM_DENIED (trace qtp1-9:1767225600000:11aa) after 1500.0 ms",
                "Information: GetFolderRequest refused with mail.SEND_FAILURE (trace qtp1-9:1767225600000:11aa) after 1500.0 ms",
            ],
            Lines
        );
    }

    [Fact]
    public async Task A_request_that_fails_is_described_by_the_kind_of_failure()
    {
        await using ScriptedServer server = Answering(_ => Replies.Http(503, "busy", "text/plain"));
        await using ZimbraClient client = TestClients.WithToken(server, Logged);

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal(["Warning: NoOpRequest failed with ZimbraConnectionException after 1500.0 ms"], Lines);
    }

    [Fact]
    public async Task A_renewed_login_is_reported_and_counted_with_the_request_that_found_the_token_ended()
    {
        int logins = 0;
        await using ScriptedServer server = Answering(request =>
            request.Body.Contains("<AuthRequest", StringComparison.Ordinal) ? Replies.Http(200, Replies.Auth($"0_{++logins}"))
            : request.Body.Contains("0_1<", StringComparison.Ordinal) ? Replies.Http(500, Replies.Fault("service.AUTH_EXPIRED"))
            : Replies.Http(200, Replies.Soap(Replies.NoOp))
        );
        await using ZimbraClient client = TestClients.WithPassword(server, Logged);

        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(
            [
                "Debug: AuthRequest answered after 1500.0 ms",
                "Information: NoOpRequest refused with service.AUTH_EXPIRED (trace qtp1-9:1767225600000:11aa) after 1500.0 ms",
                "Information: NoOpRequest: the token is not accepted any more; logging in again",
                "Debug: AuthRequest answered after 1500.0 ms",
                "Debug: NoOpRequest answered after 1500.0 ms",
            ],
            Lines
        );
        Measurement renewal = Assert.Single(_listener.Measured(server.Address, "zimbra.client.login.renewals"));
        Assert.Equal((1, "NoOpRequest"), (renewal.Value, renewal.Tags["zimbra.operation"]));
    }

    [Fact]
    public async Task A_server_that_a_closed_client_left_alone_counts_no_more_and_is_not_called_back()
    {
        await using ScriptedServer server = Answering(_ => Replies.Http(503, "busy", "text/plain"));
        await using ScriptedServer admin = Answering(_ => Replies.Http(503, "busy", "text/plain"));
        await using ScriptedServer feeds = Answering(_ => Replies.Http(503, "busy", "text/plain"));
        var options = new ZimbraClientOptions { AdminUri = admin.Address };
        Logged(options);
        var client = new ZimbraClient(server.Address, ZimbraCredentials.AdminToken(new Secret("0_given")), options);
        Uri[] addresses = [server.Address, admin.Address, feeds.Address];
        for (int i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
            await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
                client.SendAsync(new Messages.Admin.GetConfigRequest { AttributeName = "zimbraPrefLocale" }, Token)
            );
            await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
                client.Feeds.ReadAsync(
                    Zourit.Zimbra.Sharing.Values.IcsAddress.Parse($"{feeds.Address}home/owner@monasso.org/my-events.ics"),
                    cancellationToken: Token
                )
            );
        }

        Assert.All(addresses, address => Assert.Equal([1], LeftAlone(address)));

        await client.DisposeAsync();

        Assert.All(addresses, address => Assert.Equal([1, -1], LeftAlone(address)));
        Assert.DoesNotContain(Lines, line => line.Contains("is back", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _log.Dispose();
    }

    /// <summary>Level and message; the log keeps the message twice, formatted and as it was given.</summary>
    private IEnumerable<string> Lines =>
        _log
            .Lines.Select(line => line["Zourit.Zimbra.Sharing ".Length..].Split(": ", 2))
            .Select(parts => $"{parts[0]}: {parts[1].TrimEnd()[..((parts[1].TrimEnd().Length - 1) / 2)]}");

    private IEnumerable<double> LeftAlone(Uri address) =>
        _listener.Measured(address, "zimbra.client.breaker.open").Select(change => change.Value);

    private ScriptedServer Answering(Func<ReceivedRequest, string> answer) =>
        new(
            (request, stream, token) =>
            {
                _clock.Advance(TimeSpan.FromSeconds(1.5));
                return stream.WriteAsync(Encoding.UTF8.GetBytes(answer(request)), token).AsTask();
            }
        );

    private void Logged(ZimbraClientOptions options)
    {
        options.TimeProvider = _clock;
        options.LoggerFactory = new LoggerFactory([_log]);
        (options.MaxRetries, options.BreakAfterRequests) = (0, 2);
    }
}
