using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>When a login is due, to the moment.</summary>
public sealed class SessionTimeTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    private readonly FakeTimeProvider _clock = new();
    private bool _away;
    private bool _refusing;
    private bool _failing;
    private TaskCompletionSource? _hanging;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_renewed_from_nine_tenths_of_its_life_on()
    {
        await using ScriptedServer server = Server(lifetime: 100_000);
        await using ZimbraClient client = Client(server);

        await client.SendAsync(new NoOpRequest(), Token);
        _clock.Advance(TimeSpan.FromSeconds(90) - Moment);
        await client.SendAsync(new NoOpRequest(), Token);
        Assert.Equal(1, Logins(server));
        _clock.Advance(Moment);
        await client.SendAsync(new NoOpRequest(), Token);

        Assert.Equal(2, Logins(server));
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_serves_until_its_end_and_not_at_it()
    {
        await using ScriptedServer server = Server(lifetime: 100_000);
        await using ZimbraClient client = Client(server);

        await client.SendAsync(new NoOpRequest(), Token);
        _away = true;
        _clock.Advance(TimeSpan.FromSeconds(100) - Moment);
        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
        _clock.Advance(Moment);

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task A_refused_login_is_tried_again_when_the_pause_is_over_and_not_a_moment_before()
    {
        await using ScriptedServer server = Server();
        await using ZimbraClient client = Client(server, options => options.RefusedLoginPause = TimeSpan.FromMinutes(5));

        _refusing = true;
        await RefusedAsync(client.SendAsync);
        _clock.Advance(TimeSpan.FromMinutes(5) - Moment);
        await RefusedAsync(client.SendAsync);
        Assert.Equal(1, Logins(server));
        _clock.Advance(Moment);
        _refusing = false;

        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Fact]
    public async Task Without_a_pause_every_call_tries_to_log_in()
    {
        await using ScriptedServer server = Server();
        await using ZimbraClient client = Client(server, options => options.RefusedLoginPause = TimeSpan.Zero);

        _refusing = true;
        await RefusedAsync(client.SendAsync);
        await RefusedAsync(client.SendAsync);

        Assert.Equal(2, Logins(server));
    }

    [Fact]
    public void A_token_lives_as_long_as_the_calendar_allows()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        TimeSpan rest = DateTimeOffset.MaxValue - now;

        SessionToken usual = SessionToken.Issued(new Secret("0_token"), TimeSpan.FromSeconds(100), _clock);
        SessionToken longest = SessionToken.Issued(new Secret("0_token"), rest - Moment, _clock);
        SessionToken endless = SessionToken.Issued(new Secret("0_token"), rest, _clock);
        SessionToken over = SessionToken.Issued(new Secret("0_token"), -Moment, _clock);

        Assert.Equal((false, true), (usual.IsDue, usual.IsStillGood));
        Assert.Equal((true, false), (over.IsDue, over.IsStillGood));
        _clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal((true, true), (usual.IsDue, usual.IsStillGood));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((true, false), (usual.IsDue, usual.IsStillGood));
        Assert.Equal((false, false), (longest.IsDue, endless.IsDue));
    }

    [Fact]
    public async Task A_login_that_hangs_is_given_up_though_callers_come_and_go_and_never_all_turn_away()
    {
        await using ScriptedServer server = Server();
        await using ZimbraClient client = Client(server, options => (options.MaxRetries, options.RetryDelay) = (0, TimeSpan.Zero));
        _hanging = new TaskCompletionSource();

        Task one = client.SendAsync(new NoOpRequest(), Token);
        await _hanging.Task.WaitAsync(Token);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Task two = client.SendAsync(new NoOpRequest(), Token);
        _clock.Advance(TimeSpan.FromSeconds(9));

        // The second one has waited for nine seconds of their twenty, and so would keep the login alive.
        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => two);
        Assert.True(e.IsTransient);
        Assert.Contains("AttemptTimeout", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ZimbraConnectionException>(() => one);
        _hanging = null;
        Assert.NotNull(await client.SendAsync(new NoOpRequest(), Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_renewal_that_hangs_or_fails_at_the_server_leaves_the_token_in_use(bool hangs)
    {
        await using ScriptedServer server = Server(lifetime: 1_000_000);
        await using ZimbraClient client = Client(server);

        await client.SendAsync(new NoOpRequest(), Token);
        _clock.Advance(TimeSpan.FromSeconds(950));
        _failing = !hangs;
        _hanging = hangs ? new TaskCompletionSource() : null;
        Task call = client.SendAsync(new NoOpRequest(), Token);
        if (hangs)
        {
            await _hanging!.Task.WaitAsync(Token);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        await call;
        Assert.Equal(2, Logins(server));
    }

    [Fact]
    public async Task A_refusal_of_the_administrator_is_not_remembered_for_longer_by_those_they_act_for()
    {
        await using ScriptedServer server = Server();
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Admin("admin@example.net", new Secret("pw")),
            TestClients.Options(options =>
            {
                options.AdminUri = server.Address;
                options.TimeProvider = _clock;
                options.RefusedLoginPause = TimeSpan.FromMinutes(5);
            })
        );
        ZimbraMailbox owner = client.Mailbox("owner@monasso.org");
        _refusing = true;
        await RefusedAsync(client.SendAsync);
        _clock.Advance(TimeSpan.FromMinutes(4));
        await RefusedAsync(owner.SendAsync);
        Assert.Equal(1, Logins(server));

        _clock.Advance(TimeSpan.FromMinutes(1));
        await RefusedAsync(owner.SendAsync);

        Assert.Equal(2, Logins(server));
    }

    private static async Task RefusedAsync(Func<NoOpRequest, CancellationToken, Task> send)
    {
        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => send(new NoOpRequest(), Token));
        Assert.Equal((AuthenticationFailure.Rejected, "AuthRequest"), (e.Failure, e.Operation));
    }

    private ScriptedServer Server(long lifetime = 172_800_000) =>
        new(
            async (request, stream, token) =>
            {
                if (IsLogin(request) && _hanging is { } hanging)
                {
                    hanging.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(AnswerTo(request, lifetime)), token);
            }
        );

    private string AnswerTo(ReceivedRequest request, long lifetime) =>
        !IsLogin(request) ? Replies.Http(200, Replies.Soap(Replies.NoOp))
        : _failing ? Replies.Http(500, Replies.Fault("service.FAILURE", side: "Receiver"))
        : _away ? Replies.Http(503, "busy", "text/plain")
        : _refusing ? Replies.Http(500, Replies.Fault(ZimbraFaultCodes.AuthFailed))
        : Replies.Http(200, Replies.Auth(lifetime: lifetime));

    private ZimbraClient Client(ScriptedServer server, Action<ZimbraClientOptions>? configure = null) =>
        TestClients.WithPassword(server, options =>
        {
            options.TimeProvider = _clock;
            configure?.Invoke(options);
        });

    private static int Logins(ScriptedServer server) => server.Requests.Count(IsLogin);

    private static bool IsLogin(ReceivedRequest request) => request.Body.Contains("<AuthRequest", StringComparison.Ordinal);
}
