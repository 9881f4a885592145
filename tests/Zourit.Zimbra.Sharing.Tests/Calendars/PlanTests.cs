using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A plan says what a call would do, and does nothing.</summary>
public sealed class PlanTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "r", false)]
    [InlineData("r", "r", false)]
    [InlineData("r", "rwidx", false)]
    [InlineData("r", "r", true)]
    public async Task It_says_what_the_call_then_does_and_whom_it_mails(string? existing, string desired, bool ensured)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        if (existing is not null)
        {
            world.Seed(Events, new AccessGrant(Guest, "guest", existing));
        }

        var options = new GuestShareOptions { Permissions = Permissions.Parse(desired), EnsureNotified = ensured };
        ShareChanges plan = await world.Client.Calendars.PlanAsync(Events, Guest, options, Cancel);
        Assert.DoesNotContain(world.Server.Journal.Entries.SelectMany(entry => entry.Operations), operation =>
            operation is "FolderActionRequest" or "SendShareNotificationRequest"
        );
        Assert.Empty(world.Server.Outbox.Mails);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, options, Cancel);

        Assert.Equal(plan.Outcome, share.Outcome);
        Assert.Equal(plan.MailTo, share.Notification.Status == NotificationStatus.Sent ? share.Notification.Address : null);
        Assert.Equal(plan.Permissions, share.Permissions);
        Assert.Equal(existing, plan.CurrentPermissions?.Letters);
    }

    [Fact]
    public async Task Opening_a_calendar_to_everybody_without_an_end_was_planned_with_an_end_in_1970()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var item = new PublicShareItem
        {
            Calendar = Events,
            Options = new() { Expiry = ShareExpiry.Never },
        };

        List<BulkOutcome<ShareItem, ShareChanges>> plans = await world
            .Client.Calendars.PlanSharesAsync([item], cancellationToken: Cancel)
            .ToListAsync(Cancel);
        PublicShare share = await world.Client.Calendars.SharePubliclyAsync(Events, item.Options, Cancel);

        ShareChanges plan = Assert.Single(plans).ResultOrThrow();
        Assert.Equal((ShareOutcome.Created, null), (plan.Outcome, plan.Expiry));
        Assert.Equal((ShareOutcome.Created, null), (share.Outcome, share.Expiry));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_grantee_who_is_twice_in_a_list_was_planned_as_new_and_mailed_twice(bool ensured)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareOptions reader = new() { EnsureNotified = ensured },
            manager = reader with { Permissions = Permissions.Manager };
        ShareItem[] list =
        [
            new GuestShareItem
            {
                Calendar = Events,
                Guest = Guest,
                Options = reader,
            },
            new GuestShareItem
            {
                Calendar = Events,
                Guest = "Adresse@orange.fr",
                Options = reader,
            },
            new GuestShareItem
            {
                Calendar = Events,
                Guest = Guest,
                Options = manager,
            },
            new UserShareItem { Calendar = Events, User = "paul" },
            new UserShareItem
            {
                Calendar = Events,
                User = "president@monasso.org",
                Options = new() { EnsureNotified = ensured },
            },
            new PublicShareItem { Calendar = Events },
            new PublicShareItem { Calendar = Events },
        ];

        List<BulkOutcome<ShareItem, ShareChanges>> plans = await world
            .Client.Calendars.PlanSharesAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        world.AssertOnlyReads();
        List<BulkOutcome<ShareItem, CalendarShare>> done = await world
            .Client.Calendars.ApplySharesAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(
            done.Select(each => (each.ResultOrThrow().Outcome, each.ResultOrThrow().Permissions, Mailed(each.ResultOrThrow()))),
            plans.Select(each => (each.ResultOrThrow().Outcome, each.ResultOrThrow().Permissions, each.ResultOrThrow().MailTo))
        );
        Assert.Equal([Guest, Guest, "paul@monasso.org"], world.Server.Outbox.Mails.Select(mail => mail.To));
    }

    [Fact]
    public async Task A_list_is_planned_with_one_reading_of_the_calendar_and_bad_entries_have_their_errors()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        List<BulkOutcome<ShareItem, ShareChanges>> plans = await world
            .Client.Calendars.PlanSharesAsync(
                [
                    new GuestShareItem { Calendar = Events, Guest = Guest },
                    new GuestShareItem { Calendar = Events, Guest = "nouveau@orange.fr" },
                    new GuestShareItem { Calendar = Events, Guest = "no address" },
                    new GuestShareItem { Calendar = "/Inbox", Guest = Guest },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal(ShareOutcome.Unchanged, plans[0].ResultOrThrow().Outcome);
        Assert.Null(plans[0].ResultOrThrow().MailTo);
        Assert.Equal((ShareOutcome.Created, "nouveau@orange.fr"), (plans[1].ResultOrThrow().Outcome, plans[1].ResultOrThrow().MailTo));
        Assert.IsAssignableFrom<ArgumentException>(plans[2].Error);
        Assert.IsAssignableFrom<ArgumentException>(plans[3].Error);
        Assert.Equal(2, world.RoundTrips);
        Assert.Single(world.Grants());
    }

    private static string? Mailed(CalendarShare share) =>
        share switch
        {
            GuestShare guest => guest.Notification.Address,
            UserShare user => user.Notification.Address,
            _ => null,
        };
}
