using Zourit.Zimbra.Sharing.Chaos.Canaries;
using Zourit.Zimbra.Sharing.Chaos.Sabotages;

namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>What all processes of one scenario share.</summary>
/// <param name="Evidence">Where all that is said is taken down.</param>
/// <param name="Canaries">The secrets.</param>
/// <param name="Sabotage">How the library is broken on purpose; null for not.</param>
/// <param name="GivenUp">For the sabotage that gives up: the accounts that are given up.</param>
internal sealed record RunSettings(Evidence Evidence, CanarySet Canaries, Sabotage? Sabotage, GivenUp GivenUp);
