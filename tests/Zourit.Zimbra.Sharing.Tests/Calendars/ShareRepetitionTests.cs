using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Tests.Guests;
using Zourit.Zimbra.Sharing.Tests.Resilience;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>Shares whose replies were lost are looked for and sent again by the rules that all repetitions keep to.</summary>
public sealed class ShareRepetitionTests : IDisposable
{
    private readonly TelemetryListener _listener = new();
    private readonly HurriedTime _time = new(TimeSpan.FromSeconds(20));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_server_that_asks_for_a_pause_is_not_asked_again_that_long(bool inList)
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ServiceUnavailableFor(retryAfter: TimeSpan.FromSeconds(17));

        await ShareAsync(world, inList);

        Assert.Equal([17], _time.Waits.Select(wait => wait.TotalSeconds));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_sent_again_is_counted(bool inList)
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Calls(1, 2).ResetBeforeEffect();

        await ShareAsync(world, inList);

        Assert.Equal(["BatchRequest", "BatchRequest"], Repetitions(world));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_the_look_finds_was_not_sent_again_and_is_not_counted(bool inList)
    {
        await using AssociationWorld world = await StartAsync();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        GuestShare share = await ShareAsync(world, inList);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Empty(Repetitions(world));
    }

    public void Dispose() => _listener.Dispose();

    private IEnumerable<object?> Repetitions(AssociationWorld world) =>
        _listener.Measured(world.Server.ServerUri, "zimbra.client.retries").Select(retry => retry.Tags["zimbra.operation"]);

    private Task<AssociationWorld> StartAsync() =>
        new Association()
            .Using(options =>
                (options.TimeProvider, options.RetryDelay, options.MaxRetryDelay) = (_time, TimeSpan.Zero, TimeSpan.FromSeconds(20))
            )
            .StartAsync();

    private static async Task<GuestShare> ShareAsync(AssociationWorld world, bool inList) =>
        inList
            ? (
                await world
                    .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Guest }], cancellationToken: Cancel)
                    .SingleAsync(Cancel)
            ).ResultOrThrow()
            : await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
}
