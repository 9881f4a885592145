using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Soap;
using static Zourit.Zimbra.Sharing.Tests.Guests.SignUpPages;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>How long an acceptance waits between its tries.</summary>
public sealed class AcceptanceWaitTests
{
    private readonly HurriedTime _time = new(TimeSpan.FromSeconds(5));

    private static string NothingShared => Page("<html><body>account.NO_SHARE_EXISTS</body></html>");

    private double[] Seconds => [.. _time.Waits.Select(wait => wait.TotalSeconds)];

    [Fact]
    public async Task The_pauses_double_up_to_four_seconds_and_the_last_ends_with_the_wait()
    {
        await using ScriptedServer server = Server(request => IsPost(request) ? NothingShared : Invitation);

        await Assert.ThrowsAsync<ZimbraInvitationException>(() =>
            AcceptAsync(server, TimeSpan.FromSeconds(20), configure: options => options.TimeProvider = _time)
        );

        Assert.Equal([0.25, 0.5, 1, 2, 4, 4, 4, 4, 0.25], Seconds);
        Assert.Equal(10, server.Requests.Count(IsPost));
    }

    [Fact]
    public async Task Without_a_wait_the_first_refusal_is_the_last()
    {
        int posts = 0;
        await using ScriptedServer server = Server(request =>
            IsPost(request) && ++posts > 0 ? NothingShared
            : posts == 0 ? Invitation
            : LoginOfDomain
        );

        await Assert.ThrowsAsync<ZimbraInvitationException>(() =>
            AcceptAsync(server, TimeSpan.Zero, configure: options => options.TimeProvider = _time)
        );

        Assert.Empty(Seconds);
    }

    [Fact]
    public async Task A_sign_up_that_was_lost_is_tried_again_after_the_pauses_of_the_settings_even_without_a_wait()
    {
        await using ScriptedServer server = Server(request => IsPost(request) ? null : Invitation);

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => AcceptAsync(server, TimeSpan.Zero, configure: options =>
            {
                options.TimeProvider = _time;
                (options.MaxRetries, options.RetryDelay, options.MaxRetryDelay) = (3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
            }));

        Assert.Collection(
            Seconds,
            first => Assert.InRange(first, 0.5, 1.5),
            second => Assert.InRange(second, 1, 3),
            third => Assert.InRange(third, 2, 3)
        );
        Assert.Equal(4, server.Requests.Count(IsPost));
    }

    [Fact]
    public async Task A_server_that_asks_for_a_pause_is_not_sent_the_sign_up_before()
    {
        int posts = 0;
        await using ScriptedServer server = Server(request =>
            !IsPost(request) ? Invitation
            : ++posts == 1 ? Replies.Http(503, "busy", "text/html", "Retry-After: 4\r\n")
            : NothingShared
        );

        await Assert.ThrowsAnyAsync<ZimbraException>(() => AcceptAsync(server, TimeSpan.Zero, configure: options =>
            {
                options.TimeProvider = _time;
                (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.Zero);
            }));

        Assert.Equal([4], Seconds);
        Assert.Equal(2, posts);
    }

    [Fact]
    public async Task Repeated_sign_ups_are_counted_and_sign_ups_after_a_wait_for_the_share_are_not()
    {
        int posts = 0;
        using var listener = new TelemetryListener();
        await using ScriptedServer server = Server(request =>
            !IsPost(request) ? Invitation
            : ++posts == 1 ? null
            : NothingShared
        );

        await Assert.ThrowsAnyAsync<ZimbraException>(() => AcceptAsync(server, TimeSpan.FromSeconds(1), configure: options =>
            {
                options.TimeProvider = _time;
                options.MaxRetries = 1;
            }));

        Assert.True(posts > 2, $"{posts} sign-ups");
        Assert.Equal(
            "extuserprov POST",
            Assert.Single(listener.Measured(server.Address, "zimbra.client.retries")).Tags["zimbra.operation"]
        );
    }

    [Fact]
    public async Task Ten_minutes_may_be_waited()
    {
        await using ScriptedServer server = Server(_ => LoginOfDomain);

        Assert.Equal(Sharing.Invitations.AcceptanceOutcome.AccountExists, (await AcceptAsync(server, TimeSpan.FromMinutes(10))).Outcome);
    }
}
