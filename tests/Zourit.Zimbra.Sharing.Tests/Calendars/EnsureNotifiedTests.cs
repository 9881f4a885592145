using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A second run finishes a first one that granted and informed nobody, and mails nobody twice.</summary>
public sealed class EnsureNotifiedTests
{
    private static readonly GuestShareOptions Ensured = new() { EnsureNotified = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_it_a_share_that_exists_mails_nobody_whatever_the_sent_folder_holds()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Unchanged, NotificationStatus.NotRequested), (share.Outcome, share.Notification.Status));
        Assert.Equal(1, world.RoundTrips);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Who_does_not_want_a_mail_is_not_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false, EnsureNotified = true }, Cancel);

        Assert.Equal(1, world.RoundTrips);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_run_that_ended_between_grant_and_mail_is_finished_by_the_next()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant("Adresse@Orange.fr", "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured with { Note = "Bonjour" }, Cancel);

        Assert.Equal((ShareOutcome.Unchanged, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        OutgoingMail mail = Assert.Single(world.Server.Outbox.Mails);
        Assert.Equal("Adresse@Orange.fr", mail.To);
        Assert.NotNull(mail.PersonalLink);
        Assert.Contains("Bonjour", mail.Text, StringComparison.Ordinal);

        share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);
        Assert.Equal((ShareOutcome.Unchanged, NotificationStatus.NotRequested), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_mail_that_failed_is_sent_by_the_next_run()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        await using AssociationWorld world = await new Association().On(new() { TimeProvider = clock }).StartAsync();
        world.Server.Misbehave.OnRecipient().Call(1).MailServerUnreachable();
        GuestShare first = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        // The server does not ask a mail server again for a minute after it could not reach it.
        clock.Advance(TimeSpan.FromMinutes(1));
        GuestShare second = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        Assert.Equal((ShareOutcome.Created, NotificationStatus.Failed), (first.Outcome, first.Notification.Status));
        Assert.Equal((ShareOutcome.Unchanged, NotificationStatus.Sent), (second.Outcome, second.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Who_was_notified_of_another_calendar_only_is_notified_of_this_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync("/Calendar", Guest, cancellationToken: Cancel);
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_mail_far_down_in_the_sent_folder_is_found()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        await world.Client.Calendars.ShareWithGuestAsync("/Calendar", Guest, cancellationToken: Cancel);
        for (int i = 0; i < 24; i++)
        {
            await world.Client.Calendars.NotifyAgainAsync("/Calendar", Guest, cancellationToken: Cancel);
        }

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        Assert.Equal(NotificationStatus.NotRequested, share.Notification.Status);
        Assert.Equal(26, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_sent_folder_that_cannot_be_searched_leaves_the_share_and_mails_nobody()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("SearchRequest").Fault("service.PERM_DENIED");

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        Assert.Equal((ShareOutcome.Unchanged, NotificationStatus.Unknown), (share.Outcome, share.Notification.Status));
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task An_administrator_does_not_mail_a_guest_who_has_the_calendar_already()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        await world.Client.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Events,
                Guest = Guest,
                Password = new Secret("pa55word"),
            },
            Cancel
        );
        CalendarClient calendars = world.Client.Mailbox(Owner).Calendars;

        GuestShare come = await calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);
        await calendars.ShareWithGuestAsync("/Calendar", Guest, new() { Notify = false }, Cancel);
        GuestShare other = await calendars.ShareWithGuestAsync("/Calendar", Guest, Ensured, Cancel);

        Assert.Equal(NotificationStatus.NotRequested, come.Notification.Status);
        Assert.Equal(NotificationStatus.Sent, other.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_guest_whose_account_could_not_be_looked_at_was_reported_as_if_the_sent_folder_could_not_be_searched()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("GetAccountRequest").BadGateway();

        GuestShare share = await world.Client.Mailbox(Owner).Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        Assert.Equal(NotificationStatus.Unknown, share.Notification.Status);
        string reason = share.Notification.Reason!.ToString();
        Assert.StartsWith("No mail about the share was found in the owner's Sent folder, but", reason, StringComparison.Ordinal);
        Assert.Contains("GetAccountRequest", reason, StringComparison.Ordinal);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Who_was_notified_was_reported_as_not_known_where_another_guest_s_account_could_not_be_looked_at()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        CalendarClient calendars = world.Client.Mailbox(Owner).Calendars;
        await calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        string[] others = ["un@orange.fr", "deux@orange.fr"];
        await Task.WhenAll(others.Select(other => calendars.ShareWithGuestAsync(Events, other, new() { Notify = false }, Cancel)));
        world.Server.Misbehave.On("GetAccountRequest").BadGateway();
        world.Server.Journal.Clear();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await calendars
            .ShareWithGuestsAsync(
                others
                    .Append(Guest)
                    .Select(guest => new GuestShareItem
                    {
                        Calendar = Events,
                        Guest = guest,
                        Options = Ensured,
                    }),
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal(
            [NotificationStatus.Unknown, NotificationStatus.Unknown, NotificationStatus.NotRequested],
            outcomes.Select(outcome => outcome.ResultOrThrow().Notification.Status)
        );
        Assert.Single(world.Server.Outbox.Mails);
        Assert.Single(new[] { "un.orange.fr@", "deux.orange.fr@" }, name =>
            world.Server.Journal.Entries.Any(entry => entry.RequestBody.Contains(name, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_guest_who_was_never_notified_gets_their_link_with_the_news_of_other_rights()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            Ensured with
            {
                Permissions = Permissions.Manager,
            },
            Cancel
        );

        Assert.Equal((ShareOutcome.Changed, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.NotNull(Assert.Single(world.Server.Outbox.Mails).PersonalLink);
    }

    [Fact]
    public async Task A_change_that_mails_nobody_by_itself_tells_who_was_never_notified()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            Ensured with
            {
                Expiry = TimeProvider.System.GetUtcNow().AddDays(30),
            },
            Cancel
        );

        Assert.Equal((ShareOutcome.Changed, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.NotNull(Assert.Single(world.Server.Outbox.Mails).PersonalLink);
    }

    [Fact]
    public async Task A_user_is_described_by_what_the_mail_says_for_programs_not_by_its_subject()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        UserShareOptions ensured = new() { EnsureNotified = true };
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        await world.Client.Calendars.RevokeUserAsync(Events, "paul", new() { Notify = true }, Cancel);
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);

        UserShare first = await world.Client.Calendars.ShareWithUserAsync(Events, "paul", ensured, Cancel);
        UserShare second = await world.Client.Calendars.ShareWithUserAsync(Events, "paul", ensured, Cancel);

        Assert.Equal((NotificationStatus.Sent, NotificationStatus.NotRequested), (first.Notification.Status, second.Notification.Status));
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task Whether_a_group_was_notified_cannot_be_known_so_it_is_not_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "bureau@monasso.org", new() { Notify = false }, Cancel);

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(
            Events,
            "bureau@monasso.org",
            new() { EnsureNotified = true },
            Cancel
        );

        Assert.Equal(NotificationStatus.Unknown, share.Notification.Status);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Many_callers_at_once_send_the_missing_mail_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        string id = world.Folder(Events).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

        GuestShare[] shares = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i => world.Client.Calendars.ShareWithGuestAsync(i % 2 == 0 ? Events : id, Guest, Ensured, Cancel))
        );

        Assert.Single(shares, share => share.Notification.Status == NotificationStatus.Sent);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_new_share_and_one_that_is_ensured_at_the_same_moment_mail_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i => world.Client.Calendars.ShareWithGuestAsync(Events, Guest, i % 2 == 0 ? Ensured : new(), Cancel))
        );

        Assert.Single(world.Server.Outbox.Mails);
        Assert.Single(world.Grants());
    }

    [Fact]
    public async Task A_list_is_ensured_in_few_round_trips()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] list =
        [
            .. Enumerable
                .Range(1, 20)
                .Select(n => new GuestShareItem
                {
                    Calendar = Events,
                    Guest = $"g{n}@orange.fr",
                    Options = Ensured,
                }),
        ];
        await world.Client.Calendars.ShareWithGuestsAsync(list.Take(10), cancellationToken: Cancel).ToListAsync(Cancel);
        world.Seed(Events, [.. Enumerable.Range(11, 10).Select(n => new AccessGrant($"g{n}@orange.fr", "guest", "r"))]);
        world.Server.Journal.Clear();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            [.. Enumerable.Repeat(NotificationStatus.NotRequested, 10), .. Enumerable.Repeat(NotificationStatus.Sent, 10)],
            outcomes.Select(outcome => outcome.Result!.Notification.Status)
        );
        Assert.All(world.Server.Outbox.Mails.CountBy(mail => mail.To), mails => Assert.Equal(1, mails.Value));
        Assert.Equal(20, world.Server.Outbox.Mails.Count);
        Assert.Equal(4, world.RoundTrips);
    }

    [Fact]
    public async Task A_mail_that_was_lost_on_the_way_and_did_not_leave_is_sent_again_in_the_same_call()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault("mail.SEND_FAILURE");
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).CutReply();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("gateway timeout")]
    public async Task A_mail_that_the_server_may_still_be_sending_is_not_sent_again(string loss)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Fault("mail.SEND_FAILURE");
        MisbehaviourTrigger trigger = world.Server.Misbehave.On("SendShareNotificationRequest").Call(1);
        if (loss == "reset")
        {
            trigger.ResetAfterEffect();
        }
        else
        {
            trigger.GatewayTimeout();
        }

        GuestShare first = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);
        GuestShare second = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        Assert.Equal((NotificationStatus.Unknown, NotificationStatus.Sent), (first.Notification.Status, second.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }
}
