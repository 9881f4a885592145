using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class BulkLossTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_batch_a_grant_that_fails_mails_nobody_and_the_others_go_on()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory =>
        {
            directory.FindAccount(Owner)!.Attributes["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
            directory.FindAccount(Owner)!.Attributes["zimbraExternalShareWhitelistDomain"] = "orange.fr";
        });
        world.Server.Misbehave.OnRecipient().Call(2).RefuseAddress();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new() { Calendar = Events, Guest = "un@orange.fr" },
                    new() { Calendar = Events, Guest = "deux@free.fr" },
                    new() { Calendar = Events, Guest = "trois@orange.fr" },
                    new() { Calendar = Events, Guest = "quatre@orange.fr" },
                ],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, Assert.IsType<ZimbraFaultException>(outcomes[1].Error).Code);
        Assert.Equal(
            [NotificationStatus.Sent, NotificationStatus.Failed, NotificationStatus.Sent],
            outcomes.Where(outcome => outcome.Error is null).Select(outcome => outcome.Result!.Notification.Status)
        );
        Assert.Equal(["quatre@orange.fr", "un@orange.fr"], world.Server.Outbox.Mails.Select(mail => mail.To).Order());
        Assert.Equal(3, world.Grants().Count);
    }

    [Fact]
    public async Task A_lost_reply_to_the_grants_is_repeated_and_everybody_is_mailed_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [new() { Calendar = Events, Guest = "un@orange.fr" }, new() { Calendar = Events, Guest = "deux@orange.fr" }],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome =>
            Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (outcome.Result!.Outcome, outcome.Result.Notification.Status))
        );
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task A_lost_request_is_repeated_and_without_repetition_reported_for_each_entry()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();
        GuestShareItem[] list =
        [
            new() { Calendar = Events, Guest = "un@orange.fr" },
            new() { Calendar = Events, Guest = "deux@orange.fr" },
        ];

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(list, cancellationToken: Cancel)
            .ToListAsync(Cancel);
        Assert.All(outcomes, outcome =>
            Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (outcome.Result!.Outcome, outcome.Result.Notification.Status))
        );

        ZimbraClient impatient = world.AsOwner(options => options.MaxRetries = 0);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();
        list = [new() { Calendar = Events, Guest = "trois@orange.fr" }, new() { Calendar = Events, Guest = "deux@orange.fr" }];
        outcomes = await impatient.Calendars.ShareWithGuestsAsync(list, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.IsType<ZimbraOutcomeUnknownException>(outcomes[0].Error);
        Assert.Equal(ShareOutcome.Unchanged, outcomes[1].Result?.Outcome);
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }

    [Fact]
    public async Task Two_pipelines_at_once_mail_each_guest_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestShareItem[] list =
        [
            .. Enumerable.Range(1, 8).Select(n => new GuestShareItem { Calendar = Events, Guest = $"g{n}@orange.fr" }),
        ];

        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async _ =>
                    Assert.All(
                        await world.Client.Calendars.ShareWithGuestsAsync(list, new() { BatchSize = 3 }, Cancel).ToListAsync(Cancel),
                        outcome => Assert.Null(outcome.Error)
                    )
                )
        );

        Assert.Equal(8, world.Server.Outbox.Mails.Count);
        Assert.Equal(8, world.Grants().Count);
    }

    [Fact]
    public async Task A_lost_reply_to_the_mails_is_looked_for_and_nobody_is_mailed_twice()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [new() { Calendar = Events, Guest = "un@orange.fr" }, new() { Calendar = Events, Guest = "deux@orange.fr" }],
                cancellationToken: Cancel
            )
            .ToListAsync(Cancel);

        Assert.All(outcomes, outcome => Assert.Equal(NotificationStatus.Sent, outcome.Result!.Notification.Status));
        Assert.Equal(2, world.Server.Outbox.Mails.Count);
    }
}
