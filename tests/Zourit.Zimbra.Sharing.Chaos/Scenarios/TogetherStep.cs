namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>
/// Calls of one client at the same moment, single ones or lists, each about grants of its own. In turns they come one after the other.
/// </summary>
internal sealed record TogetherStep(IReadOnlyList<Step> Steps) : Step
{
    public override IReadOnlyList<Cell> Cells => [.. Steps.SelectMany(step => step.Cells)];

    public override Step Again() => this with { Steps = [.. Steps.Select(step => step.Again())] };
}
