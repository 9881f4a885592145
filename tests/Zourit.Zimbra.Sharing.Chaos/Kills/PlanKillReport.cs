using System.Text.Json.Nodes;

namespace Zourit.Zimbra.Sharing.Chaos.Kills;

/// <summary>The counts of all killed plans.</summary>
internal sealed class PlanKillReport
{
    private int _seeds;
    private int _kills;
    private int _faults;
    private int _findings;

    /// <summary>Whether nothing was missing, doubled or left over.</summary>
    public bool IsClean => _findings == 0;

    public void Add(PlanKill kill, int findings)
    {
        _seeds++;
        _kills += kill.Kills;
        _faults += kill.Faults;
        _findings += findings;
    }

    /// <summary>One JSON object on one line.</summary>
    public string ToJson() =>
        new JsonObject
        {
            ["planSeeds"] = _seeds,
            ["killedRuns"] = _kills,
            ["faultsInjected"] = _faults,
            ["findings"] = _findings,
        }.ToJsonString();
}
