using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// The recordings played once against fakes seeded as the recorded servers were: sections 01 to 11 on one, each later one on a fresh one.
/// </summary>
public sealed class ReplayRun : IAsyncLifetime
{
    internal IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var setup = ReplaySetup.Load();
        List<Outcome> outcomes = [.. await PlayAsync(setup, recording => !setup.OnFreshServers.ContainsKey(recording.Section))];
        foreach (var section in setup.OnFreshServers.Keys.Order(StringComparer.Ordinal))
            outcomes.AddRange(await PlayAsync(setup.Of(section), recording => recording.Section == section));
        Outcomes = outcomes;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<IReadOnlyList<Outcome>> PlayAsync(ReplaySetup setup, Func<Recording, bool> chosen)
    {
        var recordings = setup.InOrder(Recordings.All.Where(chosen));
        var clock = new FakeTimeProvider(Player.Start(recordings));
        await using var zimbra = await FakeZimbra.StartRecordedAsync(
            new FakeZimbraOptions { TimeProvider = clock, AdminPassword = setup.Accounts["admin@example.test"].Password }
        );
        if (setup.ServerName is { } name)
            zimbra.Change(directory => Rename(directory, name));
        using var sender = new Sender(zimbra.ServerUri, zimbra.AdminUri);
        return await new Player(sender, clock, setup, zimbra.Outbox).PlayAsync(recordings);
    }

    private static void Rename(ZimbraDirectory directory, string server)
    {
        directory.ServerName = server;
        foreach (var account in directory.Accounts)
            account.Attributes["zimbraMailHost"] = server;
    }
}
