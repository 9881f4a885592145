using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Runs;
using Zourit.Zimbra.Sharing.Chaos.Sabotages;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Runs;

public sealed class SabotageTests
{
    [Theory]
    [InlineData("BlindRetry", "DuplicateMails")]
    [InlineData("Leak", "LeakedSecrets")]
    [InlineData("DropGrant", "LostGrants")]
    [InlineData("GiveUp", "UnresolvedAfterRerun")]
    [InlineData("NeverLook", "UnknownOutcomes")]
    public async Task A_library_that_is_broken_on_purpose_is_noticed(string sabotage, string counter)
    {
        IReadOnlyList<ScenarioResult> results = await ChaosRun.RunAsync(
            Enumerable.Range(1, 4),
            4,
            Enum.Parse<Sabotage>(sabotage),
            trace: null,
            ended: null,
            TestContext.Current.CancellationToken
        );

        Assert.NotEqual(0, new ChaosReport(results)[Enum.Parse<Counter>(counter)]);
    }
}
