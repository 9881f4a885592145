namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

public sealed class ReplayTests(ReplayRun run) : IClassFixture<ReplayRun>
{
    private readonly IReadOnlyDictionary<string, string> _known = KnownDifferences.Load();

    [Fact(Explicit = true)]
    public void The_fake_answers_as_recorded_but_for_the_known_differences()
    {
        var unknown = run.Outcomes.Where(outcome => outcome.Differences.Count > 0 && !_known.ContainsKey(outcome.Name)).ToList();

        Assert.True(unknown.Count == 0, $"{unknown.Count} of {run.Outcomes.Count} compared pairs differ:{Environment.NewLine}{string.Join(Environment.NewLine, unknown)}");
    }

    [Fact]
    public void Each_known_difference_is_a_difference_still()
    {
        var differing = run.Outcomes.Where(outcome => outcome.Differences.Count > 0).Select(outcome => outcome.Name).ToHashSet();

        Assert.Subset(differing, _known.Keys.ToHashSet());
    }

    [Fact]
    public void Known_differences_are_less_than_five_percent_of_the_pairs()
    {
        Assert.True(run.Outcomes.Count > 450, $"only {run.Outcomes.Count} pairs were compared");
        Assert.InRange(_known.Count, 0, run.Outcomes.Count / 20);
    }
}
