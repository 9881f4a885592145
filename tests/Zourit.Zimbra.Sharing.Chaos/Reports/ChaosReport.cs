using System.Text.Json;
using System.Text.Json.Nodes;
using Zourit.Zimbra.Sharing.Chaos.Runs;

namespace Zourit.Zimbra.Sharing.Chaos.Reports;

/// <summary>The counts of a whole run.</summary>
internal sealed class ChaosReport
{
    private readonly IReadOnlyList<ScenarioResult> _results;

    public ChaosReport(IReadOnlyList<ScenarioResult> results) => _results = results;

    /// <summary>Calls of the library.</summary>
    public int Operations => _results.Sum(result => result.Operations);

    /// <summary>Faults that really happened, not those that were only planned.</summary>
    public int FaultsInjected => _results.Sum(result => result.Faults.Count);

    /// <summary>Whether nothing happened that must not.</summary>
    public bool IsClean => _results.All(result => result.Findings.Count == 0);

    public int this[Counter counter] => _results.Sum(result => result.Findings.Count(finding => finding.Counter == counter));

    /// <summary>One JSON object on one line.</summary>
    public string ToJson()
    {
        var json = new JsonObject
        {
            ["seeds"] = _results.Count,
            ["operations"] = Operations,
            ["faultsInjected"] = FaultsInjected,
        };
        foreach (Counter counter in Enum.GetValues<Counter>())
        {
            json[JsonNamingPolicy.CamelCase.ConvertName(counter.ToString())] = this[counter];
        }

        return json.ToJsonString();
    }
}
