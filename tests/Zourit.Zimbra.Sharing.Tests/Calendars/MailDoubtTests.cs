using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>What is reported a mail that may have left: never that it did not, and nobody is mailed twice for it.</summary>
public sealed class MailDoubtTests
{
    private const string DefaultCalendar = "/Calendar";

    private static readonly GuestShareOptions Ensured = new() { EnsureNotified = true };

    public static TheoryData<string> OpenFaults { get; } =
    ["service.FAILURE", "mail.MESSAGE_TOO_BIG", "mail.SEND_PARTIAL_ADDRESS_FAILURE", "service.INTERRUPTED", "other.UNHEARD_OF"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_about_the_default_calendar_is_found_under_its_french_name_and_not_sent_again()
    {
        await using AssociationWorld world = await StartFrenchAsync();
        await world.Client.Calendars.ShareWithGuestAsync(DefaultCalendar, Guest, cancellationToken: Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).CutReply();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            DefaultCalendar,
            Guest,
            Ensured with
            {
                Permissions = Permissions.Manager,
            },
            Cancel
        );

        Assert.Equal((ShareOutcome.Changed, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Equal(
            ["Partage créé: Calendrier partagé par Mon Asso", "Partage modifié: Calendrier partagé par Mon Asso"],
            world.Server.Outbox.Mails.Select(mail => mail.Subject)
        );
    }

    [Fact]
    public async Task A_revocation_of_the_default_calendar_is_reported_as_mailed_when_its_french_mail_left()
    {
        await using AssociationWorld world = await StartFrenchAsync();
        await world.Client.Calendars.ShareWithGuestAsync(DefaultCalendar, Guest, cancellationToken: Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).CutReply();

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(DefaultCalendar, Guest, new() { Notify = true }, Cancel);

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_guest_whose_share_was_taken_back_by_mail_is_reported_the_new_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        GuestShare first = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);
        GuestShare second = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);

        Assert.Equal((NotificationStatus.Sent, NotificationStatus.NotRequested), (first.Notification.Status, second.Notification.Status));
        Assert.Equal(3, world.Server.Outbox.Mails.Count);
    }

    [Theory, MemberData(nameof(OpenFaults))]
    public async Task A_fault_that_leaves_open_whether_the_mail_left_is_reported_as_not_known_and_not_mailed_again(string code)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Fault(code);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Ensured, Cancel);
        ShareNotification again = await world.Client.Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel);
        BulkOutcome<GuestShareItem, GuestShare> listed = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new()
                    {
                        Calendar = Events,
                        Guest = "autre@orange.fr",
                        Options = Ensured,
                    },
                ],
                cancellationToken: Cancel
            )
            .SingleAsync(Cancel);

        Assert.All([share.Notification, again, listed.Result!.Notification], told =>
        {
            Assert.Equal((NotificationStatus.Unknown, code), (told.Status, told.Fault?.Code));
            Assert.Contains("not sent a second time", told.Reason?.ToString(), StringComparison.Ordinal);
        });
        Assert.Equal(3, world.Server.Misbehave.Injected.Count);
    }

    [Fact]
    public async Task A_503_from_a_proxy_whose_server_is_still_at_it_brings_no_second_mail()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).HtmlPageBeforeEffect(503, TimeSpan.FromHours(1));

        ShareNotification told = await world.Client.Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel);
        await world.Server.Misbehave.FinishLateAsync();

        Assert.Equal(NotificationStatus.Unknown, told.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData(1, 60, 11)]
    [InlineData(60, 5, 6)]
    public async Task The_lost_mails_of_a_list_are_waited_for_together_and_no_longer_than_allowed(
        int maxDelayMinutes,
        int totalMinutes,
        int mostMinutes
    )
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using AssociationWorld world = await new Association()
            .Using(options =>
            {
                (options.TimeProvider, options.MaxRetries, options.RetryDelay) = (clock, 10, TimeSpan.FromMinutes(1));
                options.MaxRetryDelay = TimeSpan.FromMinutes(maxDelayMinutes);
                options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromMinutes(totalMinutes);
            })
            .StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Fault("mail.SEND_FAILURE");
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).CutReply();
        DateTimeOffset began = clock.GetUtcNow();

        Task<List<BulkOutcome<GuestShareItem, GuestShare>>> call = world
            .Client.Calendars.ShareWithGuestsAsync(
                [.. Enumerable.Range(1, 5).Select(n => new GuestShareItem { Calendar = Events, Guest = $"g{n}@orange.fr" })],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel)
            .AsTask();
        await clock.RunUntilAsync(call, TimeSpan.FromSeconds(1), Cancel);

        Assert.All(await call, outcome => Assert.Equal(NotificationStatus.Failed, outcome.Result!.Notification.Status));
        Assert.InRange(clock.GetUtcNow() - began, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(mostMinutes));
    }

    private static async Task<AssociationWorld> StartFrenchAsync()
    {
        AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPrefLocale"] = "fr");
        return world;
    }
}
