namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>What came of a compared recording or mail.</summary>
internal sealed record Outcome(string Name, string Operation, IReadOnlyList<Difference> Differences)
{
    public override string ToString() => string.Join(
        Environment.NewLine,
        Differences.Take(12).Select(difference => $"  {difference}")
            .Prepend($"{Name} ({Operation})")
            .Concat(Differences.Count > 12 ? [$"  … and {Differences.Count - 12} more"] : []));
}
