using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Tests.Calendars;

namespace Zourit.Zimbra.Sharing.Tests.Recovery;

/// <summary>
/// Where a mail is to be sent, it is asked before where the mailbox stands, so that no earlier mail passes for it; nothing else costs that.
/// </summary>
public sealed class BeginningTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Only_a_batch_with_a_mail_is_asked_for_before(bool mails, int roundTrips)
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        ZimbraRequest[] requests = mails ? [OwnRequests.Grant(world), OwnRequests.Mail(world)] : [OwnRequests.Grant(world)];

        await world.Client.SendAsync(new BatchRequest(requests), Cancel);

        Assert.Equal(roundTrips, world.RoundTrips);
    }

    [Fact]
    public async Task Of_single_requests_only_a_mail_is_asked_for_before()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        await world.Client.SendAsync(OwnRequests.Grant(world), Cancel);
        Assert.Equal(1, world.RoundTrips);

        await world.Client.SendAsync(OwnRequests.Mail(world), Cancel);
        Assert.Equal(3, world.RoundTrips);
    }

    [Fact]
    public async Task Where_that_is_refused_our_clock_tells_an_earlier_mail()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(5));
        await using SharingWorld world = await SharingWorld.StartAsync(options: options => options.TimeProvider = clock);
        await world.Client.SendAsync(new BatchRequest([OwnRequests.Grant(world), OwnRequests.Mail(world)]), Cancel);
        world.Server.Misbehave.On("BatchRequest").Call(1).Fault("service.PERM_DENIED");
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetBeforeEffect();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => world.Client.SendAsync(OwnRequests.Mail(world), Cancel));

        Assert.Equal(2, world.Server.Misbehave.Injected.Count);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_that_is_sent_no_mail()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        world.Server.Misbehave.OnAnything().ResetBeforeEffect();

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => world.Client.SendAsync(OwnRequests.Mail(world), Cancel));

        Assert.DoesNotContain(world.Server.Misbehave.Injected, injected => injected.Operation == "SendShareNotificationRequest");
    }
}
