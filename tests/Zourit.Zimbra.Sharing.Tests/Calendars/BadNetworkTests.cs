using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>Whatever happens to a request or its reply: one grant, one mail, and a result that says what the server holds.</summary>
[Trait("Category", "Slow")]
public sealed class BadNetworkTests
{
    private static readonly Dictionary<string, Action<MisbehaviourTrigger>> Ways = new()
    {
        ["the connection is reset before"] = trigger => trigger.ResetBeforeEffect(),
        ["the connection is reset after"] = trigger => trigger.ResetAfterEffect(),
        ["half a reply"] = trigger => trigger.CutReply(),
        ["no reply"] = trigger => trigger.EmptyReply(),
        ["a gateway loses patience"] = trigger => trigger.GatewayTimeout(),
        ["a bad gateway"] = trigger => trigger.BadGateway(),
        ["unavailable"] = trigger => trigger.ServiceUnavailable(),
        ["too many requests"] = trigger => trigger.TooManyRequestsFor(TimeSpan.Zero),
        ["the token ends"] = trigger => trigger.ExpireToken(),
    };

    // An empty answer to a mere reading is taken for that of a server that is no Zimbra; see the last test.
    public static TheoryData<string, string> Troubles { get; } =
    [
        .. from way in Ways.Keys
        from operation in new[] { "GetInfoRequest", "FolderActionRequest", "SendShareNotificationRequest" }
        where (way, operation) != ("no reply", "GetInfoRequest")
        select (way, operation),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_share_is_made_once_mailed_once_and_reported_truly(string way, string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        Ways[way](world.Server.Misbehave.On(operation).Call(1));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Single(world.Server.Misbehave.Injected);
        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
        Assert.Single(world.Grants());
    }

    [Theory]
    [InlineData("mail.MAINTENANCE"), InlineData("service.PROXY_ERROR"), InlineData("service.TEMPORARILY_UNAVAILABLE")]
    public async Task A_calendar_that_cannot_be_read_for_a_moment_is_shared_all_the_same(string code)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("GetFolderRequest").Calls(1, 2).Fault(code, new() { IsReceiver = true });

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(2, world.Server.Misbehave.Injected.Count);
        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_calendar_that_stays_locked_is_described_by_the_server_s_own_fault()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("GetFolderRequest").Fault("mail.MAINTENANCE", new() { IsReceiver = true });

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Equal(("mail.MAINTENANCE", true, "GetFolderRequest"), (e.Code, e.IsTransient, e.Operation));
        Assert.Equal(3, world.RoundTrips);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_list_is_shared_with_once_mailed_once_and_reported_truly(string way, string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        Ways[way](world.Server.Misbehave.On(operation).Call(1));

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [new() { Calendar = Events, Guest = "un@orange.fr" }, new() { Calendar = Events, Guest = "deux@orange.fr" }],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        // A batch of mails alone is not sent again when the server says that it did not come to them: the grants stand, and that is
        // reported.
        Assert.All(outcomes, outcome => Assert.Equal(ShareOutcome.Created, outcome.ResultOrThrow().Outcome));
        Assert.Equal(
            world.Server.Outbox.Mails.Count,
            outcomes.Count(outcome => outcome.Result!.Notification.Status == NotificationStatus.Sent)
        );
        Assert.All(world.Server.Outbox.Mails.CountBy(mail => mail.To), mails => Assert.Equal(1, mails.Value));
        Assert.Equal(2, world.Grants().Count);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_revocation_is_done_and_reported_truly(string way, string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        Ways[way](world.Server.Misbehave.On(operation).Call(1));

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_reply_that_never_ends_is_given_up_and_the_truth_is_read_back()
    {
        await using AssociationWorld world = await new Association()
            .Using(options => options.AttemptTimeout = TimeSpan.FromSeconds(1))
            .StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).StallBody();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task An_empty_answer_to_the_reading_ends_the_call_before_anything_is_changed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("GetInfoRequest").Call(1).EmptyReply();

        await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Empty(world.Grants());
        Assert.Empty(world.Server.Outbox.Mails);
    }
}
