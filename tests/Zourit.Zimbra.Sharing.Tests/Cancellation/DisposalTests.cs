using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>A client that is closed while calls run ends them.</summary>
public sealed class DisposalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [
        InlineData(Moment.WhileReplyIsHeld, 1),
        InlineData(Moment.WhileReplyIsHeld, 2),
        InlineData(Moment.WhileBodyStalls, 2),
        InlineData(Moment.BeforeRepeating, 2)
    ]
    public async Task Calls_that_run_end_and_new_ones_are_refused(Moment moment, int number)
    {
        await using CancellationWorld world = await CancellationWorld.StartAsync();
        using CancellationPlan plan = world.Plan(moment, number);
        Task running = world.OwnerClient.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Token);
        await plan.Reached.WaitAsync(Token);

        await world.OwnerClient.DisposeAsync();

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() =>
            running.WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System, Token)
        );
        Assert.True(error is ObjectDisposedException or ZimbraException, $"{moment}: {error}");
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            world.OwnerClient.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Token)
        );
    }

    [Fact]
    public async Task Calls_that_run_end_also_where_the_client_is_closed_without_waiting()
    {
        await using CancellationWorld world = await CancellationWorld.StartAsync();
        using CancellationPlan plan = world.Plan(Moment.WhileReplyIsHeld, 2);
        Task running = world.OwnerClient.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Token);
        await plan.Reached.WaitAsync(Token);

        world.OwnerClient.Dispose();

        await Assert.ThrowsAnyAsync<Exception>(() => running.WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System, Token));
        Assert.True(running.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            world.OwnerClient.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Token)
        );
    }

    [Fact]
    public async Task A_list_that_is_worked_through_ends_with_the_client()
    {
        await using CancellationWorld world = await CancellationWorld.StartAsync();
        using CancellationPlan plan = world.Plan(Moment.WhileReplyIsHeld, 2);
        GuestShareItem[] list =
        [
            .. Enumerable
                .Range(0, 9)
                .Select(i => new GuestShareItem { Calendar = i % 2 == 0 ? Events : "/libre", Guest = $"g{i}@orange.fr" }),
        ];
        ValueTask<List<BulkOutcome<GuestShareItem, GuestShare>>> running = world
            .OwnerClient.Calendars.ShareWithGuestsAsync(list, cancellationToken: Token)
            .ToListAsync(Token);
        await plan.Reached.WaitAsync(Token);

        await world.OwnerClient.DisposeAsync();

        List<BulkOutcome<GuestShareItem, GuestShare>> outcomes = [];
        Exception? error = await Record.ExceptionAsync(async () =>
            outcomes = await running.AsTask().WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System, Token)
        );
        Assert.True(error is null or ObjectDisposedException or ZimbraException, $"{error}");
        if (error is null)
        {
            Assert.Equal(list, outcomes.Select(outcome => outcome.Item));
            Assert.All(outcomes, outcome => Assert.NotEqual(outcome.Result is null, outcome.Error is null));
            Assert.Contains(outcomes, outcome => outcome.Error is ZimbraException);
        }
    }
}
