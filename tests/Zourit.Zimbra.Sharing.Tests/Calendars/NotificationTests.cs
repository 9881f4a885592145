using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class NotificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_fails_after_a_live_grant_is_a_partial_success()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.OnRecipient().RefuseAddress();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Single(world.Grants());
        Assert.Equal(NotificationStatus.Failed, share.Notification.Status);
        Assert.Equal(ZimbraFaultCodes.SendAbortedAddressFailure, share.Notification.Fault?.Code);
        Assert.Contains("Check the address", share.Notification.Reason?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_cannot_be_reached_is_reported_with_the_remedy()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.OnRecipient().MailServerUnreachable();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ZimbraFaultCodes.TryAgain, share.Notification.Fault?.Code);
        Assert.Contains("try again later", share.Notification.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_lost_reply_the_grant_and_the_mail_are_found_and_nothing_is_done_twice()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task After_a_lost_reply_a_mail_about_another_calendar_is_no_proof()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync("/Calendar", Guest, cancellationToken: Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Fault("mail.SEND_FAILURE");
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).CutReply();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(NotificationStatus.Failed, share.Notification.Status);
        Assert.Contains("did not leave", share.Notification.Reason?.ToString(), StringComparison.Ordinal);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task After_a_lost_reply_the_copy_is_found_though_the_owner_wants_none_kept()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPrefSaveToSent"] = "FALSE");
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task After_a_lost_request_the_share_is_made_once_and_mailed_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Without_repetition_a_lost_request_is_reported_and_calling_again_is_safe()
    {
        await using AssociationWorld world = await new Association().Using(options => options.MaxRetries = 0).StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );
        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_lost_reply_without_mail_is_repeated_and_reported_as_what_it_did()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_lost_reply_does_not_take_somebody_else_for_the_guest()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        Assert.Equal((ShareOutcome.Created, Guest), (share.Outcome, share.Grantee.Id));
    }

    [Fact]
    public async Task Many_callers_at_once_make_one_share_and_one_mail()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare[] shares = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel))
        );

        Assert.Single(shares, share => share.Outcome == ShareOutcome.Created);
        Assert.Single(world.Server.Outbox.Mails);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task An_edit_whose_reply_is_lost_is_found_by_its_subject()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { Permissions = Permissions.Manager },
            Cancel
        );

        Assert.Equal(ShareOutcome.Changed, share.Outcome);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task The_notification_minds_letter_case_so_it_is_spelled_as_in_the_acl()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant("Adresse@Orange.fr", "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { Permissions = Permissions.Manager },
            Cancel
        );

        Assert.Equal(ShareOutcome.Changed, share.Outcome);
        Assert.Equal("Adresse@Orange.fr", share.Grantee.Id);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Equal("Adresse@Orange.fr", Assert.Single(world.Server.Outbox.Mails).To);
    }

    [Fact]
    public async Task Nobody_is_mailed_again_about_a_share_that_is_not_there()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await Assert.ThrowsAsync<ZimbraShareNotFoundException>(() =>
            world.Client.Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_guest_who_lost_the_mail_gets_it_once_more_spelled_as_in_the_acl()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant("Adresse@Orange.fr", "guest", "r"));

        ShareNotification notification = await world.Client.Calendars.NotifyAgainAsync(
            Events,
            Guest,
            new() { Note = "Voici <le> lien" },
            Cancel
        );

        Assert.Equal(NotificationStatus.Sent, notification.Status);
        OutgoingMail mail = Assert.Single(world.Server.Outbox.Mails);
        Assert.Equal("Adresse@Orange.fr", mail.To);
        Assert.NotNull(mail.PersonalLink);
        Assert.Contains("Voici &lt;le&gt; lien", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_asked_for_again_whose_reply_is_lost_is_looked_for_and_not_repeated()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        ShareNotification notification = await world.Client.Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(NotificationStatus.Sent, notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_mail_asked_for_again_that_fails_is_reported_and_not_thrown()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        world.Server.Misbehave.OnRecipient().FailSending();

        ShareNotification notification = await world.Client.Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ZimbraFaultCodes.SendFailure, notification.Fault?.Code);
    }
}
