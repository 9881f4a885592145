using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;
using Zourit.Zimbra.Sharing.Tests.Wire;

namespace Zourit.Zimbra.Sharing.Tests.Sessions;

/// <summary>When a login is due, to the moment.</summary>
public sealed class SessionTimeTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    private readonly FakeTimeProvider _clock = new();
    private bool _away;
    private bool _refusing;

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
        await RefusedAsync(client);
        _clock.Advance(TimeSpan.FromMinutes(5) - Moment);
        await RefusedAsync(client);
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
        await RefusedAsync(client);
        await RefusedAsync(client);

        Assert.Equal(2, Logins(server));
    }

    [Fact]
    public void A_token_lives_as_long_as_the_calendar_allows()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        TimeSpan rest = DateTimeOffset.MaxValue - now;

        SessionToken usual = SessionToken.Issued("0_token", TimeSpan.FromSeconds(100), _clock);
        SessionToken longest = SessionToken.Issued("0_token", rest - Moment, _clock);
        SessionToken endless = SessionToken.Issued("0_token", rest, _clock);
        SessionToken over = SessionToken.Issued("0_token", -Moment, _clock);

        Assert.Equal((now.AddSeconds(90), now.AddSeconds(100)), (usual.RenewAt, usual.EndsAt));
        Assert.Equal(DateTimeOffset.MaxValue - Moment, longest.EndsAt);
        Assert.Equal((null, null), (endless.RenewAt, endless.EndsAt));
        Assert.Equal((now, now), (over.RenewAt, over.EndsAt));
    }

    private static async Task RefusedAsync(ZimbraClient client)
    {
        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() => client.SendAsync(new NoOpRequest(), Token));
        Assert.Equal((AuthenticationFailure.Rejected, "AuthRequest"), (e.Failure, e.Operation));
    }

    private ScriptedServer Server(long lifetime = 172_800_000) => new((request, stream, token) => stream.WriteAsync(
        Encoding.UTF8.GetBytes(
            !IsLogin(request) ? Replies.Http(200, Replies.Soap(Replies.NoOp))
            : _away ? Replies.Http(503, "busy", "text/plain")
            : _refusing ? Replies.Http(500, Replies.Fault(ZimbraFaultCodes.AuthFailed)) : Replies.Http(200, Replies.Auth(lifetime: lifetime))),
        token).AsTask());

    private ZimbraClient Client(ScriptedServer server, Action<ZimbraClientOptions>? configure = null) => TestClients.WithPassword(server, options =>
    {
        options.TimeProvider = _clock;
        configure?.Invoke(options);
    });

    private static int Logins(ScriptedServer server) => server.Requests.Count(IsLogin);

    private static bool IsLogin(ReceivedRequest request) => request.Body.Contains("<AuthRequest", StringComparison.Ordinal);
}
