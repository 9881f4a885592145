using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// The reply to a change was lost while the server was still at it, and the repetition was rejected: that the repetition changed nothing
/// says nothing of the change.
/// </summary>
public sealed class RefusedRepetitionTests
{
    private const string Change = "FolderActionRequest";

    // The rules for faults count what the server comes to do: of the first request it has not done anything yet.
    private static readonly Dictionary<string, Action<MisbehaviourTrigger>> Refusals = new()
    {
        ["a filter"] = trigger => trigger.FromCall(2).ServiceUnavailable(),
        ["too many requests"] = trigger => trigger.FromCall(2).TooManyRequests(),
        ["a fault that passes"] = trigger => trigger.Call(1).Fault("mail.MAINTENANCE"),
        ["a fault that stays"] = trigger => trigger.Call(1).Fault("service.PERM_DENIED"),
        ["a fault that leaves it open"] = trigger => trigger.Call(1).Fault("service.FAILURE"),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (string refusal in Refusals.Keys)
            {
                cases.Add(refusal, true);
                cases.Add(refusal, false);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_share_that_comes_through_late_is_not_reported_as_not_made(string refusal, bool notify)
    {
        await using AssociationWorld world = await StartAsync();
        LoseThenRefuse(world, Change, refusal);

        ZimbraException e = await Assert.ThrowsAnyAsync<ZimbraException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = notify }, Cancel)
        );
        Assert.Empty(world.Grants());
        await world.Server.Misbehave.FinishLateAsync();

        Assert.Equal((false, false), (e.IsOutcomeKnown, e.IsSafeToRepeat));
        Assert.Single(world.Grants());
        Assert.Equal(notify ? 1 : 0, world.Server.Outbox.Mails.Count);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_share_of_a_list_that_comes_through_late_is_not_reported_as_not_made(string refusal, bool notify)
    {
        await using AssociationWorld world = await StartAsync();
        LoseThenRefuse(world, Change, refusal);

        BulkOutcome<GuestShareItem, GuestShare> outcome = await world
            .Client.Calendars.ShareWithGuestsAsync(
                [
                    new()
                    {
                        Calendar = Events,
                        Guest = Guest,
                        Options = new() { Notify = notify },
                    },
                ],
                cancellationToken: Cancel
            )
            .SingleAsync(Cancel);
        Assert.Empty(world.Grants());
        await world.Server.Misbehave.FinishLateAsync();

        Assert.False(Assert.IsAssignableFrom<ZimbraException>(outcome.Error).IsOutcomeKnown);
        Assert.Single(world.Grants());
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_share_that_came_through_meanwhile_is_reported_as_made_and_mailed_once(string refusal, bool inList)
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).Using(options => options.MaxRetries = 1).StartAsync();
        LoseThenRefuse(world, Change, refusal);
        others.Before($"<{Change}", () =>
            others.Before($"<{Change}", () => others.Before("<GetFolderRequest", world.Server.Misbehave.FinishLateAsync))
        );

        GuestShare share = inList
            ? (
                await world
                    .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
                    .SingleAsync(Cancel)
            ).ResultOrThrow()
            : await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory, InlineData("a fault that passes"), InlineData("a fault that stays"), InlineData("a fault that leaves it open")]
    public async Task A_revocation_that_comes_through_late_is_not_reported_as_not_made(string refusal)
    {
        await using AssociationWorld world = await StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        LoseThenRefuse(world, Change, refusal);

        ZimbraException e = await Assert.ThrowsAnyAsync<ZimbraException>(() =>
            world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel)
        );
        Assert.Single(world.Grants());
        await world.Server.Misbehave.FinishLateAsync();

        Assert.False(e.IsOutcomeKnown);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData("service.FAILURE", true)]
    [InlineData("service.PROXY_ERROR", false)]
    public async Task A_batch_that_fails_as_a_whole_is_looked_for(string code, bool isKnown)
    {
        await using AssociationWorld world = await StartAsync();
        FailChanges(world, [2, 4, .. Enumerable.Range(6, 5)], rule => rule.Fault(code));

        ZimbraException share = await Assert.ThrowsAnyAsync<ZimbraException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );
        BulkOutcome<GuestShareItem, GuestShare> listed = await world
            .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
            .SingleAsync(Cancel);
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        ZimbraException revocation = await Assert.ThrowsAnyAsync<ZimbraException>(() =>
            world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Equal(
            [isKnown, isKnown, isKnown],
            [share.IsOutcomeKnown, Assert.IsAssignableFrom<ZimbraException>(listed.Error).IsOutcomeKnown, revocation.IsOutcomeKnown]
        );
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_batch_that_was_done_and_failed_as_a_whole_is_reported_as_done(bool inList)
    {
        await using AssociationWorld world = await StartAsync();
        FailChanges(world, inList ? [2, 6] : [2, 4], rule => rule.FaultAfterEffect("service.FAILURE"));

        GuestShare share = inList
            ? (
                await world
                    .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
                    .SingleAsync(Cancel)
            ).ResultOrThrow()
            : await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        int mails = world.Server.Outbox.Mails.Count;
        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, RevocationOutcome.Removed), (share.Outcome, revocation.Outcome));
        Assert.Equal(1, mails);
    }

    [Fact]
    public async Task Whoever_mails_again_takes_no_mail_of_another_caller_for_their_own()
    {
        using var others = new Interference();
        await using AssociationWorld world = await new Association().Amid(others).Using(options => options.MaxRetries = 0).StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(2).ResetBeforeEffect();

        ShareNotification[] told = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => world.Client.Calendars.NotifyAgainAsync(Events, Guest, cancellationToken: Cancel))
        );

        Assert.Single(told, notification => notification.Status == NotificationStatus.Sent);
        Assert.Single(world.Server.Outbox.Mails);
    }

    private static Task<AssociationWorld> StartAsync() =>
        new Association().Using(options => (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.FromMilliseconds(1))).StartAsync();

    private static void LoseThenRefuse(AssociationWorld world, string operation, string refusal)
    {
        world.Server.Misbehave.On(operation).Call(1).HtmlPageBeforeEffect(504, TimeSpan.FromHours(1));
        Refusals[refusal](world.Server.Misbehave.On(operation));
    }

    /// <summary>
    /// Each call reads by one batch and changes by the next; a list looks and mails by two more. A revocation is repeated.
    /// </summary>
    private static void FailChanges(AssociationWorld world, IReadOnlyList<int> batches, Func<MisbehaviourTrigger, MisbehaviourRule> fail)
    {
        foreach (int batch in batches)
        {
            fail(world.Server.Misbehave.On("BatchRequest").Call(batch));
        }
    }
}
