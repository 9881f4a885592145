using System.Collections.Concurrent;
using Zourit.Zimbra.Sharing.Chaos.Canaries;
using Zourit.Zimbra.Sharing.Chaos.Sabotages;

namespace Zourit.Zimbra.Sharing.Chaos.Runs;

/// <summary>Runs many seeds, some side by side; each is a world of its own.</summary>
internal static class ChaosRun
{
    /// <param name="seeds">Which.</param>
    /// <param name="sideBySide">How many at once.</param>
    /// <param name="sabotage">How the library is broken on purpose; null for not.</param>
    /// <param name="trace">Told of every call; null for not.</param>
    /// <param name="ended">Told of each seed when it has expired; from several threads.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<IReadOnlyList<ScenarioResult>> RunAsync(
        IEnumerable<int> seeds,
        int sideBySide,
        Sabotage? sabotage,
        Action<string>? trace,
        Action<ScenarioResult>? ended,
        CancellationToken cancellationToken
    )
    {
        using var telemetry = new CapturedTelemetry();
        var results = new ConcurrentBag<ScenarioResult>();
        await Parallel.ForEachAsync(
            seeds,
            new ParallelOptions { MaxDegreeOfParallelism = sideBySide, CancellationToken = cancellationToken },
            async (seed, token) =>
            {
                ScenarioResult result = await ScenarioRun.RunAsync(seed, sabotage, trace, token);
                results.Add(result);
                ended?.Invoke(result);
            }
        );
        return [.. results.OrderBy(result => result.Seed)];
    }
}
