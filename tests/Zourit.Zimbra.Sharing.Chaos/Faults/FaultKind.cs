using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Chaos.Faults;

/// <summary>One way in which the fake's calls can misbehave.</summary>
/// <param name="Method">The method of <see cref="MisbehaviourTrigger"/> that makes the rule.</param>
/// <param name="Operations">Which operations it is drawn for.</param>
/// <param name="Choices">How many variants there are (statuses, fault codes, times).</param>
/// <param name="Make">Makes the rule, by the number of the variant.</param>
internal sealed record FaultKind(
    string Method,
    IReadOnlyList<FaultTarget> Operations,
    int Choices,
    Func<MisbehaviourTrigger, int, MisbehaviourRule> Make
);
