using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// Mails of which it is known that nothing left the server are reported as failed, with how long to wait, and not as unknown.
/// </summary>
public sealed class MailOutageTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly FaultOptions NotTried = new()
    {
        Reason = "system failure: Messaging Exception while sending share notification message",
        IsReceiver = true,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mail.QUOTA_EXCEEDED")]
    [InlineData("mail.DOMAIN_QUOTA_EXCEEDED")]
    public async Task A_full_mailbox_sends_no_mail_since_its_copy_is_kept_first(string code)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault(code);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(NotificationStatus.Failed, share.Notification.Status);
        Assert.Contains("The mail did not leave", share.Notification.Reason?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_minute_after_the_mail_transport_was_away_each_failure_is_known_and_says_how_long_to_wait()
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association().Using(options => options.TimeProvider = time).StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault("mail.TRY_AGAIN");
        await world.Client.Calendars.ShareWithGuestAsync(Events, "premier@orange.fr", cancellationToken: Cancel);
        time.Advance(TimeSpan.FromSeconds(45));
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault("service.FAILURE", NotTried);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(NotificationStatus.Failed, share.Notification.Status);
        Assert.Contains("15 s", share.Notification.Reason?.ToString(), StringComparison.Ordinal);
        Assert.Contains("no mail left", share.Notification.Reason?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_one_list_the_mails_behind_the_first_that_found_the_transport_away_are_known_to_have_failed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault("mail.TRY_AGAIN");
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(2).Fault("service.FAILURE", NotTried);

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [new() { Calendar = Events, Guest = "un@orange.fr" }, new() { Calendar = Events, Guest = "deux@orange.fr" }],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(NotificationStatus.Failed, outcome.ResultOrThrow().Notification.Status));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_failure_by_itself_or_later_than_a_minute_leaves_it_open(bool afterOutage)
    {
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await new Association().Using(options => options.TimeProvider = time).StartAsync();
        if (afterOutage)
        {
            world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault("mail.TRY_AGAIN");
            await world.Client.Calendars.ShareWithGuestAsync(Events, "premier@orange.fr", cancellationToken: Cancel);
            time.Advance(TimeSpan.FromSeconds(60));
        }

        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault("service.FAILURE");

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(NotificationStatus.Unknown, share.Notification.Status);
    }

    [Fact]
    public async Task A_mail_that_left_was_reported_as_failed_where_the_server_failed_in_another_way_within_the_minute()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault("mail.TRY_AGAIN");
        await world.Client.Calendars.ShareWithGuestAsync(Events, "premier@orange.fr", cancellationToken: Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).FaultAfterEffect("service.FAILURE");

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Single(world.Server.Outbox.Mails);
        Assert.Equal(NotificationStatus.Unknown, share.Notification.Status);
    }

    [Fact]
    public async Task An_owner_who_keeps_no_copies_of_their_own_mails_still_has_those_of_share_mails_so_a_missing_one_is_sent()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPrefSaveToSent"] = "FALSE");
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { EnsureNotified = true }, Cancel);

        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task A_revocation_whose_reply_and_mail_are_lost_is_done_and_mailed_once_and_reported_so(string effect)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        var lost = world.Server.Misbehave.On("SendShareNotificationRequest").Call(1);
        _ = effect == "before" ? lost.ResetBeforeEffect() : lost.ResetAfterEffect();

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Empty(world.Grants());
        Assert.Single(world.Server.Outbox.Mails);
    }
}
