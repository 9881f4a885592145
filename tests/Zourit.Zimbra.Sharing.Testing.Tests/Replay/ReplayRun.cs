using Microsoft.Extensions.Time.Testing;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// The recordings played once against two fakes seeded as the recorded servers were: sections 01 to 11 on one, section 12 on a fresh one.
/// </summary>
public sealed class ReplayRun : IAsyncLifetime
{
    internal IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public async ValueTask InitializeAsync() =>
        Outcomes = [
            .. await PlayAsync(ReplaySetup.Load(), recording => recording.Section != "12"),
            .. await PlayAsync(ReplaySetup.Load().OnFreshServer(), recording => recording.Section == "12"),
        ];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<IReadOnlyList<Outcome>> PlayAsync(ReplaySetup setup, Func<Recording, bool> chosen)
    {
        var recordings = Recordings.All.Where(chosen).ToList();
        var clock = new FakeTimeProvider(Player.Start(recordings));
        await using var zimbra = await FakeZimbra.StartAsync(options: new FakeZimbraOptions { TimeProvider = clock });
        using var sender = new Sender(zimbra.ServerUri, zimbra.AdminUri);
        return await new Player(sender, clock, setup, zimbra.Outbox).PlayAsync(recordings);
    }
}
