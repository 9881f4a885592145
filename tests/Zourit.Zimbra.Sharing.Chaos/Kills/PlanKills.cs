namespace Zourit.Zimbra.Sharing.Chaos.Kills;

/// <summary>Kills runs of plans, one seed after the other.</summary>
internal static class PlanKills
{
    // What a whole run sends, and a little more, so that some runs are faster than their death.
    private const int Requests = 110;

    public static async Task<PlanKillReport> RunAsync(IEnumerable<int> seeds, Action<string> tell, CancellationToken cancellationToken)
    {
        var report = new PlanKillReport();
        foreach (int seed in seeds)
        {
            var kill = new PlanKill(seed, Requests);
            IReadOnlyList<string> findings = await kill.RunAsync(cancellationToken);
            report.Add(kill, findings.Count);
            foreach (string finding in findings)
            {
                tell($"seed {seed}: {finding}");
            }
        }

        return report;
    }
}
