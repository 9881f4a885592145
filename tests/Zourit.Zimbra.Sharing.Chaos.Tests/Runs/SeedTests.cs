using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Runs;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Runs;

public sealed class SeedTests
{
    /// <summary>Seeds that once failed, and what they showed.</summary>
    public static TheoryData<int, string> OnceFailed =>
        new()
        {
            { 16, "Nobody looked for the grant of a guest's account whose reply was lost to the end." },
            { 31, "Nobody looked for an account whose making was answered with a fault of another mail host." },
            { 49, "A share that was answered with service.FAILURE was told as not made, and nobody had looked." },
            { 58, "An account that was looked for, and not there, was told as unknown." },
            { 3, "A mail was told as sent, because an earlier one of the same second was found." },
            { 87, "The same for a mail that was asked for right after the share." },
            { 525, "A sign-up whose reply was lost was told as failed, because a proxy's page answered when it was looked for." },
            { 1042, "A share that stood was told as refused, because a further attempt was, after the reply to the first was lost." },
            { 8_880_091, "A revocation was told as not known after PROXY_ERROR, and only the batch itself had read the folder." },
            { 8_880_165, "The same after RESOURCE_UNREACHABLE." },
            { 31_451, "A guest's account was told as not known where a repetition was refused, and nobody had looked again." },
            { 777_013, "A list's share was told as refused, which another mail host made a moment later." },
            { 5_099, "Shares of a retired guest were told as refused, because the reading after the revocation was." },
            { 770_017, "A guest's account was deleted although one of its shares could not be revoked." },
            { 1_770_193, "The same where the owner's token was refused twice, which was taken for maintenance." },
            { 1_770_277, "A mountpoint was reported as skipped for maintenance, where an administrator's token was refused twice." },
            { 5_200_087, "What was wrong with a guest's account was decided by a published share whose grant was revoked." },
            { 5_200_131, "A repair reported no problem where nothing was shared any more." },
            { 20_261_310, "The checker took a renewal to the very end of the calendar's list for no change." },
            { 20_261_675, "The checker took a proxy's page that was cut for an answer of the server's." },
            { 5_242, "A retirement whose reply was lost to the end was told as not known, and nobody had looked." },
        };

    [Theory]
    [MemberData(nameof(OnceFailed))]
    public async Task A_seed_that_once_failed_passes(int seed, string showed)
    {
        IReadOnlyList<ScenarioResult> results = await ChaosRun.RunAsync(
            [seed],
            1,
            sabotage: null,
            trace: null,
            ended: null,
            TestContext.Current.CancellationToken
        );

        Assert.True(results.Single().Findings.Count == 0, $"{showed}{Environment.NewLine}{Listed(results)}");
    }

    [Fact]
    public async Task A_few_seeds_pass_and_the_faults_in_them_are_real()
    {
        IReadOnlyList<ScenarioResult> results = await ChaosRun.RunAsync(
            Enumerable.Range(1_001, 12),
            4,
            sabotage: null,
            trace: null,
            ended: null,
            TestContext.Current.CancellationToken
        );

        Assert.True(new ChaosReport(results).IsClean, Listed(results));
        Assert.All(results, result => Assert.True(result.Operations > 0));
        Assert.True(new ChaosReport(results).FaultsInjected > 50);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task A_seed_in_turns_goes_the_same_way_each_time(int seed)
    {
        Assert.Equal(await TraceAsync(), await TraceAsync());

        async Task<List<string>> TraceAsync()
        {
            List<string> calls = [];

            // What each call sent and what came of it; addresses and ids differ from run to run.
            await ChaosRun.RunAsync(
                [seed],
                1,
                sabotage: null,
                call => calls.AddRange(call.Split(Environment.NewLine).Take(2)),
                ended: null,
                TestContext.Current.CancellationToken
            );
            return calls;
        }
    }

    private static string Listed(IEnumerable<ScenarioResult> results) =>
        string.Join(
            Environment.NewLine,
            results.SelectMany(result => result.Findings.Select(finding => $"seed {result.Seed}: {finding.Counter}: {finding.Text}"))
        );
}
