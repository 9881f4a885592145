using Zourit.Zimbra.Sharing.Chaos.Reports;

namespace Zourit.Zimbra.Sharing.Chaos.Runs;

/// <summary>What one seed came to.</summary>
/// <param name="Seed">Its number.</param>
/// <param name="Operations">How many calls of the library were made.</param>
/// <param name="Faults">The kinds of the faults that happened, one for each.</param>
/// <param name="Findings">What must not happen, and did.</param>
internal sealed record ScenarioResult(int Seed, int Operations, IReadOnlyList<string> Faults, IReadOnlyList<Finding> Findings);
