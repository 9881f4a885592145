using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// Nobody is mailed twice and nothing that exists is written over, whatever arrives late and whoever does the same at the same moment.
/// </summary>
public sealed class SecondMailTests
{
    private const string Grant = "op=\"grant\"";
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revocation_that_reaches_the_server_late_mails_once()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, Late);

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);
        await world.Server.Misbehave.FinishLateAsync();

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_revocation_whose_batch_reaches_the_server_late_with_its_mail_is_refused_then()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).HtmlPageBeforeEffect(504, Late);

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);
        await world.Server.Misbehave.FinishLateAsync();

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Many_callers_who_revoke_at_once_mail_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        Revocation[] revocations = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel))
        );

        Assert.Single(revocations, revocation => revocation.Outcome == RevocationOutcome.Removed);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s3cret")]
    public async Task New_rights_that_reach_the_server_late_are_mailed_once_whatever_grant_password_is_in_force(string? password)
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r") { Secret = password });
        world.Server.Misbehave.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, Late);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { Permissions = Permissions.Manager },
            Cancel
        );
        await world.Server.Misbehave.FinishLateAsync();

        Assert.Equal((ShareOutcome.Changed, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Equal(("rwidx", password), (Assert.Single(world.Grants()).Rights, Assert.Single(world.Grants()).Secret));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s3cret")]
    public async Task Two_programs_that_give_the_same_rights_at_the_same_moment_mail_once(string? password)
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        ZimbraClient other = world.AsOwner();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r") { Secret = password });
        GuestShareOptions manager = new() { Permissions = Permissions.Manager };
        others.Before(Grant, () => other.Calendars.ShareWithGuestAsync(Events, Guest, manager, Cancel));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, manager, Cancel);

        Assert.Equal((ShareOutcome.Unchanged, NotificationStatus.NotRequested), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Who_had_to_wait_for_another_caller_of_the_client_goes_by_what_that_one_left()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        DateTimeOffset end = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddDays(30).ToUnixTimeSeconds());
        Task<GuestShare>? second = null;
        others.Before(Grant, async () =>
        {
            world.Server.Misbehave.OnAnything().Call(1).Delay(TimeSpan.Zero);
            second = world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
            await world.Server.Misbehave.WhenInjectedAsync(1, Cancel);
        });

        GuestShare first = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Expiry = end }, Cancel);

        Assert.Equal((ShareOutcome.Created, end), (first.Outcome, first.Expiry));
        Assert.Equal((ShareOutcome.Unchanged, end), ((await second!).Outcome, (await second!).Expiry));
        Assert.Equal(end.ToUnixTimeMilliseconds(), Assert.Single(world.Grants()).Expiry);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_grant_that_another_program_made_and_mailed_is_not_mailed_again_by_a_list_whose_request_was_lost()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        ZimbraClient other = world.AsOwner();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, Late);
        others.Before(Grant, () =>
            others.Before("GetFolderRequest", () => other.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel))
        );

        BulkOutcome<GuestShareItem, GuestShare> outcome = await world
            .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
            .SingleAsync(Cancel);
        await world.Server.Misbehave.FinishLateAsync();

        Assert.Equal(NotificationStatus.Sent, outcome.ResultOrThrow().Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_grant_that_another_program_made_is_not_reported_as_made_where_nothing_was_lost()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        ZimbraClient other = world.AsOwner();
        GuestShareOptions quiet = new() { Notify = false };
        others.Before(Grant, () => other.Calendars.ShareWithGuestAsync(Events, Guest, quiet, Cancel));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, quiet, Cancel);

        Assert.Equal(ShareOutcome.Unchanged, share.Outcome);
    }

    [Fact]
    public async Task A_guest_of_a_list_whom_somebody_else_shared_with_and_mailed_meanwhile_is_not_mailed_again()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        ZimbraClient another = world.AsOwner();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();
        others.Before(Grant, () =>
            others.Before("GetFolderRequest", () => another.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel))
        );
        GuestShareItem[] items = [new() { Calendar = Events, Guest = Guest }, new() { Calendar = Events, Guest = "autre@orange.fr" }];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(items, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.All(outcomes, each => Assert.Equal(NotificationStatus.Sent, each.ResultOrThrow().Notification.Status));
        Assert.Equal([Guest, "autre@orange.fr"], world.Server.Outbox.Mails.Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task A_mail_about_a_revocation_that_did_not_leave_is_sent_once_more()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).CutReply();
        world.Server.Misbehave.OnRecipient().Call(1).RefuseAddress();

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_late_first_request_is_found_though_the_second_one_was_refused()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, Late);
        others.Before(Grant, () =>
            others.Before(Grant, () => others.Before("GetFolderRequest", () => world.Server.Misbehave.FinishLateAsync()))
        );
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Fault("service.PERM_DENIED");

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Grants());
    }
}
