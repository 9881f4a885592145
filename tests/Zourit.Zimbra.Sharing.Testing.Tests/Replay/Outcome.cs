namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>What came of a compared recording or mail.</summary>
internal sealed record Outcome(string Name, string Operation, IReadOnlyList<Difference> Differences)
{
    public override string ToString() =>
        string.Join(
            Environment.NewLine,
            Differences
                .Take(40)
                .Select(difference => $"  {difference}")
                .Prepend($"{Name} ({Operation})")
                .Concat(Differences.Count > 40 ? [$"  … and {Differences.Count - 40} more"] : [])
        );
}
