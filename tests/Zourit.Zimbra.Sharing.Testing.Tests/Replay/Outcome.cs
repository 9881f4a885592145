namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>What came of a compared recording.</summary>
internal sealed record Outcome(Recording Recording, RecordedMessage Reply, IReadOnlyList<Difference> Differences)
{
    public override string ToString() => string.Join(
        Environment.NewLine,
        Differences.Take(12).Select(difference => $"  {difference}")
            .Prepend($"{Recording.Name} ({Operation.Of(Recording.Request)})")
            .Concat(Differences.Count > 12 ? [$"  … and {Differences.Count - 12} more"] : []));
}
