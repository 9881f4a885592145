using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// A change whose reply was lost is described by what the folder shows afterwards; what a look at it failed of says nothing about the
/// change.
/// </summary>
public sealed class LostChangeTests
{
    // The folder and the root are read first, the folder again in the batch of the change: then comes the look after a lost reply.
    private const int FirstLook = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_that_exists_is_not_reported_as_undone_because_looking_for_it_failed()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").CutReply();
        world.Server.Misbehave.On("GetFolderRequest").FromCall(FirstLook).ServiceUnavailable();

        ZimbraException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.False(e.IsOutcomeKnown);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_share_that_the_server_said_exists_is_reported_though_the_folder_cannot_be_read_any_more()
    {
        await using AssociationWorld world = await new Association()
            .Using(options => (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.Zero))
            .StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();
        world.Server.Misbehave.On("GetFolderRequest").FromCall(FirstLook + 1).ServiceUnavailable();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        Assert.Equal((ShareOutcome.Created, Guest, "r"), (share.Outcome, share.Grantee.Id, share.Permissions.Letters));
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_revocation_that_is_refused_like_the_reading_after_it_is_not_looked_for()
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.PERM_DENIED");
        world.Server.Misbehave.On("GetFolderRequest").FromCall(3).Fault("service.PERM_DENIED");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.True(e.IsOutcomeKnown);
        Assert.Contains("was not revoked. service.PERM_DENIED", e.Message, StringComparison.Ordinal);
        Assert.Contains("n’a pas été révoqué. Le serveur a répondu service.PERM_DENIED.", e.Explanation.French, StringComparison.Ordinal);
        Assert.Equal(2, world.RoundTrips);
    }

    [Fact]
    public async Task A_revocation_whose_reading_alone_is_refused_is_read_again()
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("GetFolderRequest").Call(3).Fault("service.PERM_DENIED");

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Equal(3, world.RoundTrips);
    }

    [Fact]
    public async Task A_mail_that_the_batch_stopped_before_is_sent_by_itself()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("GetFolderRequest").Call(3).Fault("service.PERM_DENIED");

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_share_that_was_not_made_is_reported_as_not_made(bool notify)
    {
        await using AssociationWorld world = await StartAsync();
        RefuseUnheard(world, "FolderActionRequest");

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = notify }, Cancel)
        );

        Assert.True(e.IsTransient);
        Assert.Contains("nothing was changed", e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(200)]
    [InlineData(504)]
    public async Task A_share_that_is_made_after_a_proxy_gave_up_was_not_reported_as_not_made(int status)
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(status, TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Empty(world.Grants());
        await world.Server.Misbehave.FinishLateAsync();
        Assert.Single(world.Grants());
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_mail_that_leaves_after_a_proxy_gave_up_is_not_reported_as_one_that_did_not_leave()
    {
        await using AssociationWorld world = await StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).HtmlPageBeforeEffect(500, TimeSpan.FromHours(1));

        ShareNotification told = await world.Client.Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(NotificationStatus.Unknown, told.Status);
        await world.Server.Misbehave.FinishLateAsync();
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_share_without_mail_whose_reply_was_lost_to_the_end_is_found()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").CutReply();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        Assert.Equal((ShareOutcome.Created, NotificationStatus.NotRequested), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_share_that_an_attempt_made_is_found_though_the_next_attempt_is_refused()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();
        world.Server.Misbehave.On("FolderActionRequest").Call(2).Fault("service.PERM_DENIED");

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_revocation_that_an_attempt_did_is_found_though_the_next_attempt_is_refused()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();
        world.Server.Misbehave.On("FolderActionRequest").Call(2).Fault("service.PERM_DENIED");

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_an_error_of_the_server_the_folder_tells_that_nothing_was_changed(bool notify)
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.FAILURE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = notify }, Cancel)
        );

        Assert.True(e.IsOutcomeKnown);
        Assert.Contains("nothing was changed", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_error_of_the_server_and_without_a_look_at_the_folder_the_outcome_is_not_known()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.FAILURE");
        world.Server.Misbehave.On("GetFolderRequest").FromCall(FirstLook).ServiceUnavailable();

        ZimbraException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.DoesNotContain("nothing was changed", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_who_cannot_be_read_ends_the_call_before_anything_is_changed()
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("GetInfoRequest").Fault("service.FAILURE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.True(e.IsOutcomeKnown);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_list_tells_what_was_not_made_as_not_made()
    {
        await using AssociationWorld world = await StartAsync();
        RefuseUnheard(world, "FolderActionRequest");

        BulkOutcome<GuestShareItem, GuestShare> outcome = await world
            .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
            .SingleAsync(Cancel);

        Assert.IsType<ZimbraConnectionException>(outcome.Error);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task New_rights_are_reported_though_reading_them_back_failed(bool inList, bool onceOnly)
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        if (onceOnly)
        {
            world.Server.Misbehave.On("GetFolderRequest").Call(FirstLook - 1).Fault("service.FAILURE");
        }
        else
        {
            world.Server.Misbehave.On("GetFolderRequest").FromCall(FirstLook - 1).Fault("service.FAILURE");
        }

        GuestShareOptions options = new() { Permissions = Permissions.Manager, Notify = false };
        GuestShare share = inList
            ? (
                await world
                    .Client.Calendars.ShareWithGuestsAsync(
                        [
                            new()
                            {
                                Calendar = Events,
                                Guest = Guest,
                                Options = options,
                            },
                        ],
                        cancellationToken: Cancel
                    )
                    .SingleAsync(Cancel)
            ).ResultOrThrow()
            : await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, options, Cancel);

        Assert.Equal((ShareOutcome.Changed, Permissions.Manager), (share.Outcome, share.Permissions));
        Assert.Equal("rwidx", Assert.Single(world.Grants()).Rights);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_revocation_that_was_not_done_is_reported_as_not_done(bool notify)
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        RefuseUnheard(world, "FolderActionRequest");

        await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = notify }, Cancel)
        );

        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_revocation_that_cannot_be_read_back_is_not_reported_as_undone()
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("GetFolderRequest").FromCall(FirstLook - 1).Fault("service.PERM_DENIED");

        ZimbraException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Contains("Revoke again to be sure", e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_revocation_is_read_back_once_more_where_the_batch_could_not()
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("GetFolderRequest").Call(FirstLook - 1).Fault("service.FAILURE");

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
    }

    [Fact]
    public async Task An_earlier_mail_of_the_same_second_is_not_taken_for_the_one_that_was_lost()
    {
        await using AssociationWorld world = await StartAsync(new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        RefuseUnheard(world, "SendShareNotificationRequest");

        ShareNotification again = await world.Client.Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(NotificationStatus.Failed, again.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task A_mail_is_found_and_not_sent_again_though_the_clocks_differ(int hoursAhead)
    {
        await using AssociationWorld world = await StartAsync(new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(hoursAhead)));
        world.Server.Misbehave.On("SendShareNotificationRequest").CutReply();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { EnsureNotified = true }, Cancel);

        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    /// <summary>The server starts to answer, so that it is through, but its refusal is cut off.</summary>
    private static void RefuseUnheard(AssociationWorld world, string operation)
    {
        world.Server.Misbehave.On(operation).Fault("service.PERM_DENIED");
        world.Server.Misbehave.On(operation).CutReply();
    }

    private static Task<AssociationWorld> StartAsync(TimeProvider? serverClock = null) =>
        new Association()
            .Using(options => options.MaxRetries = 0)
            .On(new() { TimeProvider = serverClock ?? TimeProvider.System })
            .StartAsync();
}
