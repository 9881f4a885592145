using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Tests.Calendars;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using HurriedTime = Zourit.Zimbra.Sharing.Tests.Guests.HurriedTime;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>
/// Callers' own requests that must not be done twice are looked for and sent again by the rules that all repetitions keep to.
/// </summary>
public sealed class OwnRepetitionTests : IDisposable
{
    private const string Mails = "SendShareNotificationRequest";

    private readonly TelemetryListener _listener = new();
    private readonly HurriedTime _time = new(TimeSpan.FromSeconds(20));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_asks_for_a_pause_is_left_alone_that_long_and_what_is_sent_again_is_counted()
    {
        await using SharingWorld world = await StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ServiceUnavailable(retryAfter: TimeSpan.FromSeconds(17));

        await world.Client.SendAsync(OwnRequests.Account, Cancel);

        Assert.Equal([17], _time.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(["CreateAccountRequest"], Repetitions(world.Server.AdminUri));
    }

    [Fact]
    public async Task What_the_look_finds_was_not_sent_again_and_is_not_counted()
    {
        await using SharingWorld world = await StartAsync();
        world.Server.Misbehave.On("CreateAccountRequest").Call(1).ResetAfterEffect();

        await world.Client.SendAsync(OwnRequests.Account, Cancel);

        Assert.Empty(Repetitions(world.Server.AdminUri));
    }

    [Fact]
    public async Task The_requests_of_a_lost_batch_are_looked_for_at_once_and_paused_for_only_when_they_are_lost_once_more()
    {
        await using SharingWorld world = await StartAsync();
        ZimbraClient owner = world.Client.OnBehalfOf(SharingWorld.Owner);
        var batch = new BatchRequest([OwnRequests.Grant(world), OwnRequests.Mail(world)]);
        world.Server.Misbehave.On(Mails).Call(1).CutReply();
        world.Server.Misbehave.On(Mails).Call(1).Fault("service.PERM_DENIED");
        world.Server.Misbehave.On(Mails).Call(2).CutReply();
        world.Server.Misbehave.On(Mails).Call(2).Fault("service.PERM_DENIED");

        BatchResponse settled = await owner.SendAsync(batch, Cancel);

        Assert.All(settled.Outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal([Mails], Repetitions(world.Server.ServerUri));
        Assert.Single(world.Server.Outbox.Mails);
    }

    public void Dispose() => _listener.Dispose();

    private IEnumerable<object?> Repetitions(Uri server) =>
        _listener.Measured(server, "zimbra.client.retries").Select(retry => retry.Tags["zimbra.operation"]);

    private Task<SharingWorld> StartAsync() =>
        SharingWorld.StartAsAdminAsync(options: options =>
            (options.TimeProvider, options.RetryDelay, options.MaxRetryDelay) = (_time, TimeSpan.Zero, TimeSpan.FromSeconds(20))
        );
}
