namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

public sealed class ReplayTests(ReplayRun run) : IClassFixture<ReplayRun>
{
    private readonly KnownDifferences _known = KnownDifferences.Load();

    [Fact]
    public void The_fake_answers_as_recorded_but_for_the_known_differences()
    {
        var unknown = run.Outcomes.Select(_known.WithoutKnown).Where(outcome => outcome.Differences.Count > 0).ToList();

        Assert.True(
            unknown.Count == 0,
            $"{unknown.Count} of {run.Outcomes.Count} compared pairs "
                + $"differ:{Environment.NewLine}{string.Join(Environment.NewLine, unknown)}"
        );
    }

    [Fact]
    public void Each_known_difference_is_a_difference_still()
    {
        var differing = run.Outcomes.Where(outcome => outcome.Differences.Count > 0).Select(outcome => outcome.Name).ToHashSet();

        Assert.Subset(differing, _known.Names.ToHashSet());
    }

    [Fact]
    public void Known_differences_are_less_than_two_percent_of_the_pairs()
    {
        Assert.True(run.Outcomes.Count > 1000, $"only {run.Outcomes.Count} pairs were compared");
        Assert.InRange(_known.Names.Count, 0, run.Outcomes.Count / 50);
    }

    [Fact]
    public void Known_differences_are_at_most_five_percent_of_each_section_from_13_on() =>
        Assert.All(
            run.Outcomes.GroupBy(outcome => outcome.Name[..2]).Where(section => string.CompareOrdinal(section.Key, "13") >= 0),
            section => Assert.InRange(section.Count(outcome => _known.Names.Contains(outcome.Name)), 0, section.Count() / 20)
        );
}
