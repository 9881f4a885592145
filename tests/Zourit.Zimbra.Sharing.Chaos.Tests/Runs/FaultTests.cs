using Zourit.Zimbra.Sharing.Chaos.Faults;
using Zourit.Zimbra.Sharing.Chaos.Runs;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Runs;

/// <summary>
/// What is drawn also happens, as the fake counts it. The lag of publication is no fault of a call, and the fake counts none.
/// </summary>
public sealed class FaultTests
{
    /// <summary>A few seeds in which more passwords are guessed than the filter against guessing bears.</summary>
    private static IEnumerable<int> Guessing =>
        Enumerable
            .Range(1_049, 1_000)
            .Where(seed => FaultPlan.Draw(seed) is { Limit: null, Block: not null })
            .Select(ScenarioPlanner.Plan)
            .Where(scenario =>
                scenario.Callers.SelectMany(caller => caller.Steps).OfType<GuessStep>().Count() > scenario.Faults.Block!.Value.Failures + 1
            )
            .Select(scenario => scenario.Seed)
            .Take(4);

    [Fact]
    public async Task Every_kind_of_fault_really_happens()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        IReadOnlyList<ScenarioResult> results = await ChaosRun.RunAsync(
            Enumerable.Range(1_013, 36).Concat(Guessing),
            4,
            sabotage: null,
            trace: null,
            ended: null,
            token
        );
        HashSet<string> happened = [.. results.SelectMany(result => result.Faults)];
        await using FakeZimbra server = await FakeZimbra.StartRecordedAsync(cancellationToken: token);

        Assert.All(FaultCatalogue.Kinds.Concat(FaultCatalogue.OpenKinds), kind =>
            Assert.Contains(NamesOf(server.Misbehave, kind), happened.Contains)
        );
        Assert.Contains(results, result => IsRefusedBy(result, plan => plan is { Limit: not null, Block: null }));
        Assert.Contains(results, result => IsRefusedBy(result, plan => plan is { Limit: null, Block: not null }));
    }

    /// <summary>What the fake calls a kind's variants.</summary>
    private static List<string> NamesOf(MisbehaviourRules rules, FaultKind kind) =>
        [
            .. Enumerable
                .Range(0, kind.Choices)
                .Select(choice =>
                    kind.Make(
                        kind.Operations[0].Operation == MisbehaviourRules.Smtp
                            ? rules.OnRecipient()
                            : rules.On(kind.Operations[^1].Operation),
                        choice
                    ).Kind
                ),
        ];

    /// <summary>Whether a filter refused something in a seed, where the plan shows that it was this one.</summary>
    private static bool IsRefusedBy(ScenarioResult result, Func<FaultPlan, bool> isThis) =>
        isThis(FaultPlan.Draw(result.Seed)) && result.Faults.Any(fault => fault.StartsWith("Gate", StringComparison.Ordinal));
}
