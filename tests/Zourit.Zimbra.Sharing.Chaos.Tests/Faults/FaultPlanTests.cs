using System.Reflection;
using Zourit.Zimbra.Sharing.Chaos.Faults;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public void Every_way_in_which_the_fake_can_misbehave_is_drawn()
    {
        IEnumerable<string> ofCalls = typeof(MisbehaviourTrigger)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(MisbehaviourRule))
            .Select(method => method.Name);
        IEnumerable<string> ofServers = typeof(MisbehaviourRules)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method =>
                method.ReturnType == typeof(void)
                && !method.IsSpecialName
                && method.Name is not (nameof(MisbehaviourRules.Clear) or nameof(MisbehaviourRules.AssertAllInjected))
            )
            .Select(method => method.Name);

        IEnumerable<string> drawn = Enumerable.Range(1, 300).SelectMany(seed => FaultPlan.Draw(seed).Methods);

        Assert.Equal(ofCalls.Concat(ofServers).Select(WithoutWait).Distinct().Order(), drawn.Distinct().Order());
    }

    [Fact]
    public void Every_operation_and_every_variant_is_drawn()
    {
        FaultRule[] drawn = [.. Enumerable.Range(1, 3_000).SelectMany(seed => FaultPlan.Draw(seed).Rules)];

        Assert.All(FaultCatalogue.Kinds.Concat(FaultCatalogue.OpenKinds), kind =>
        {
            FaultRule[] rules = [.. drawn.Where(rule => rule.Kind.Method == kind.Method)];
            Assert.Equal(
                kind.Operations.Select(target => target.Operation).Distinct().Order(),
                rules.Select(rule => rule.Target.Operation).Distinct().Order()
            );
            Assert.Equal(kind.Choices, rules.Select(rule => rule.Choice).Distinct().Count());
        });
    }

    // A refusal with "Retry-After" (ServiceUnavailableFor) is drawn as a variant of the one without.
    private static string WithoutWait(string method) => method.EndsWith("For", StringComparison.Ordinal) ? method[..^"For".Length] : method;
}
